import { database } from '@/db/pool';
import { listOrdersFor, type OrderLine } from '@/domain/billing/employer-orders';
import { hasPlans } from '@/domain/billing/rules';
import type { CompanyId } from '@/domain/companies/input';
import { findBoardOffer, listDays, listHistory, listUnanswered } from '@/domain/offers/dashboard';
import { getOffer } from '@/domain/offers/queries';
import { type BoardOffer, COUNTED_DAYS } from '@/domain/offers/rules';
import { findTimeToAnswer } from '@/domain/rollcall/queries';
import { readSettings } from '@/domain/settings/settings';

/** One offer of the company with its counts, answers and history; null where it has no such offer. Never cached. */
export async function loadEmployerOffer(companyId: CompanyId, offerId: number, now: Date) {
  const db = database();
  const offer = await findBoardOffer(db, companyId, offerId, now);
  if (!offer) return null;
  const [detail, days, history, unanswered, { rollCallDays, rollCallSilenceDays }, secondsToAnswer, orders] =
    await Promise.all([
      getOffer(db, offerId),
      listDays(db, offerId, COUNTED_DAYS, now),
      listHistory(db, offerId),
      listUnanswered(db, companyId),
      readSettings(db),
      findTimeToAnswer(db, companyId),
      listOrdersFor(db, companyId, offerId),
    ]);
  const [last] = orders;
  return {
    offer,
    pendingOrders: orders.filter(({ state }) => state === 'open' || state === 'processing'),
    lostOrder: last && isWorthAnother(last, offer, now) ? last : null,
    detail,
    days,
    history,
    unanswered: unanswered.filter(({ id }) => id === offerId),
    rollCall: { rollCallDays, rollCallSilenceDays, secondsToAnswer },
  };
}

const DAY_MS = 86_400_000;

/** A draft still wants to be paid for; who gave up more days for an offer that is out knows by tomorrow. */
function isWorthAnother({ state, createdAt }: OrderLine, offer: BoardOffer, now: Date): boolean {
  if ((state !== 'failed' && state !== 'expired') || !hasPlans(offer)) return false;
  return offer.state === 'draft' || now.getTime() - createdAt.getTime() < DAY_MS;
}
