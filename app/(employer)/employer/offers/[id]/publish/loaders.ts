import { database } from '@/db/pool';
import { readCredits } from '@/domain/billing/credits';
import { findOfferToBuyFor, listOrdersFor } from '@/domain/billing/employer-orders';
import { listPlans } from '@/domain/billing/plans';
import { hasPlans, purposeOf, purposesFor } from '@/domain/billing/rules';
import type { CompanyId } from '@/domain/companies/input';
import { readSettings } from '@/domain/settings/settings';

/** What can be bought for an offer of the company as it is now; null where it has no such offer. Never cached. */
export async function loadPlanChoice(companyId: CompanyId, offerId: number, now: Date) {
  const db = database();
  const offer = await findOfferToBuyFor(db, companyId, offerId, now);
  if (!offer) return null;
  const [plans, credits, settings, orders] = await Promise.all([
    listPlans(db),
    readCredits(db, companyId, now),
    readSettings(db),
    listOrdersFor(db, companyId, offerId),
  ]);
  const pending = orders.filter(({ state }) => state === 'open' || state === 'processing');
  const arriving = pending.filter(({ state }) => state === 'processing').map(({ purpose }) => purpose);
  const wanted = hasPlans(offer) ? purposesFor(offer) : [];
  // What is paid for already is not sold again.
  const purposes = wanted.filter((purpose) => !arriving.includes(purpose));
  return {
    offer,
    plans: plans.filter(({ kind, active }) => active && purposes.includes(purposeOf(kind))),
    pack: plans.find(({ kind, active }) => active && kind === 'pack') ?? null,
    // A credit is one of the two ways to publish or to renew; one whose payment has begun is paid for with money.
    credits: offer.state === 'draft' || (offer.state === 'expired' && !offer.closesFirst) ? credits : null,
    settings,
    pending,
    isArriving: purposes.length < wanted.length,
  };
}
