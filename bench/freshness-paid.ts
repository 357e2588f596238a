import type Stripe from 'stripe';
import { connect, type Db } from '@/db/client';
import { createCompany, createMember, createOffer } from '@/db/factories';
import type { TrialPortal } from '@/dev/trial-portal';
import { startCheckout } from '@/domain/billing/checkout';
import { findOrderTerms } from '@/domain/billing/employer-orders';
import type { CompanyId } from '@/domain/companies/input';
import { pauseOffer } from '@/domain/offers/lifecycle';
import { createPayments } from '@/lib/payments';

const SLUG = 'paid-offers';

/**
 * Buys `tries` publications one after the other, and resolves to how long each was on its way, in milliseconds: from
 * the buyer's word at the payments sandbox, which then writes the webhook, sends it and is asked for the payment, to
 * `untilShown`. That is longer than from the webhook's receipt.
 */
export async function timePurchases(
  portal: TrialPortal,
  tries: number,
  untilShown: (slug: string) => Promise<unknown>,
): Promise<number[]> {
  const { DATABASE_URL, STRIPE_SECRET_KEY = '' } = portal.variables;
  const payments = createPayments({ secretKey: STRIPE_SECRET_KEY, sandboxUrl: portal.payments.url });
  const { db, close } = connect(DATABASE_URL, { max: 1 });
  try {
    const company = await createCompany(db, { slug: SLUG, nameKey: SLUG, name: 'Paid offers' });
    const companyId = company.id as CompanyId;
    const user = await createMember(db, company.id);
    const times: number[] = [];
    for (let n = 0; n < tries; n++) {
      const slug = `${SLUG}-${n}`;
      const draft = { companyId, slug, state: 'draft', postedBy: user.id } as const;
      const { id } = await createOffer(db, draft);
      const sessionId = await openCheckout(db, payments, { companyId, offerId: id, user });
      const begun = performance.now();
      await pay(portal, sessionId);
      await untilShown(slug);
      times.push(performance.now() - begun);
      await pauseOffer(db, { companyId }, id, { now: new Date(), actor: 'system' });
    }
    return times;
  } finally {
    await close();
  }
}

type Purchase = { companyId: CompanyId; offerId: number; user: { id: string; email: string } };

async function openCheckout(
  db: Db,
  payments: Stripe,
  { companyId, offerId, user }: Purchase,
): Promise<string> {
  // Featured, so that the newest is first on the page.
  const asked = { companyId, offerId, user, planCode: 'featured', urls };
  const checkout = await startCheckout(db, payments, asked, { now: new Date(), operatorEmail: undefined });
  const order = checkout && (await findOrderTerms(db, companyId, checkout.orderId));
  if (!order?.sessionId) throw new Error('Nothing to pay');
  return order.sessionId;
}

const urls = () => ({ success: 'https://portal.example/paid', cancel: 'https://portal.example/back' });

async function pay(portal: TrialPortal, sessionId: string): Promise<void> {
  const paid = await fetch(`${portal.payments.url}/sandbox/sessions/${sessionId}/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outcome: 'pay' }),
  });
  if (!paid.ok) throw new Error(await paid.text());
}
