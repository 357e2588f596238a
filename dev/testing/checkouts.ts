import { sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { beforeEach } from 'vitest';
import type { Db } from '@/db/client';
import { startCheckout } from '@/domain/billing/checkout';
import { handleEvent } from '@/domain/billing/events';
import { useOrders } from './orders';
import type { TestPayments } from './payments';

const MINUTE_MS = 60_000;

/** Orders (./orders.ts) that are really opened and paid at the sandbox, so many minutes from now. */
export function useCheckouts(test: { readonly db: Db }, stripe: TestPayments) {
  const desk = useOrders(test);
  const { anOffer, orderOf, one } = desk;

  beforeEach(async () => {
    await test.db.execute(sql`truncate stripe_cursor`);
    stripe.sandbox.setFaults({});
  });

  const context = (minutes = 0) => ({
    now: new Date(Date.now() + minutes * MINUTE_MS),
    operatorEmail: 'op@rolecall.example',
  });

  async function intentOf(sessionId: string): Promise<string> {
    const { payment_intent: intent } = await stripe.payments.checkout.sessions.retrieve(sessionId);
    return String(intent);
  }

  return {
    desk,
    context,
    intentOf,
    orderOf,
    kinds: desk.kinds,
    stateOf: async (offerId: number) => (await one(offerId)).state,
    /** A draft whose checkout is open. */
    async opened(planCode = 'basic') {
      const { id: offerId } = await anOffer('draft');
      const urls = () => ({ success: 'https://jobs.example/paid', cancel: 'https://jobs.example/back' });
      const user = { id: 'anna', email: 'anna@kvarnen.example' };
      const input = { companyId: desk.companyId, offerId, planCode, user, urls };
      const checkout = await startCheckout(test.db, stripe.payments, input, context());
      if (checkout?.kind !== 'payable') throw new Error(`not payable: ${checkout?.kind}`);
      const { sessionId } = await orderOf(checkout.orderId);
      return { offerId, orderId: checkout.orderId, sessionId: sessionId ?? '' };
    },
    pay: (sessionId: string, outcome = 'pay') => stripe.control(`sessions/${sessionId}/pay`, { outcome }),
    /** From Stripe's dashboard. */
    refund: async (sessionId: string, amount?: number) =>
      stripe.control('refunds', { payment_intent: await intentOf(sessionId), amount }),
    dispute: async (sessionId: string) =>
      stripe.control('disputes', { payment_intent: await intentOf(sessionId) }),
    /** The events about a checkout so far, the oldest first. */
    async eventsOf(sessionId: string): Promise<Stripe.Event[]> {
      const session = await stripe.payments.checkout.sessions.retrieve(sessionId);
      const ids = [sessionId, session.payment_intent].filter(Boolean);
      return stripe.sandbox.ledger().events.filter(({ data }) => {
        const object = data.object as { id?: string; payment_intent?: string; metadata?: Stripe.Metadata };
        const isOrders = object.metadata?.order === session.client_reference_id;
        return isOrders || ids.includes(object.id ?? '') || ids.includes(object.payment_intent ?? '');
      });
    },
    hear: (event: Stripe.Event, minutes = 0) =>
      handleEvent(test.db, stripe.payments, event, context(minutes)),
  };
}
