import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { planOrder, stripeCursor } from '@/db/schema/billing';
import { useCheckouts } from '@/dev/testing/checkouts';
import { useTestDatabase } from '@/dev/testing/database';
import { useTestPayments } from '@/dev/testing/payments';
import { dropQueuedMail, listQueuedMail } from '@/dev/testing/queued-mail';
import { publishOffer } from '@/domain/offers/lifecycle';
import { createPayments } from '@/lib/payments';
import { reconcileOrders } from './reconcile';
import { refundOrder, returnPayment } from './refunds';

const test = useTestDatabase();
const stripe = useTestPayments();
const { context, eventsOf, hear, intentOf, kinds, opened, orderOf, pay, refund, stateOf } = useCheckouts(
  test,
  stripe,
);
const MINUTE = 60_000;
const TOTAL = 14_900;

describe('reconcileOrders', () => {
  const reconcile = (minutes: number) => reconcileOrders(test.db, stripe.payments, context(minutes));

  it('publishes what was paid though no webhook ever came, and leaves what is being paid just now', async () => {
    const paid = await opened();
    const abandoned = await opened();
    await pay(paid.sessionId);
    await stripe.control(`sessions/${abandoned.sessionId}/expire`);
    await test.db
      .update(planOrder)
      .set({ createdAt: context(-16).now })
      .where(eq(planOrder.id, paid.orderId));
    await reconcile(0);
    expect(await stateOf(paid.offerId)).toBe('live');
    await reconcile(16);
    expect(await stateOf(abandoned.offerId)).toBe('draft');
    expect(await kinds()).toEqual(['offer-published', 'receipt']);
  });

  it('hears of refunds and disputes from Stripe’s list, each once', async () => {
    const { orderId, offerId, sessionId } = await opened();
    await pay(sessionId);
    await reconcile(0);
    await refund(sessionId);
    expect((await reconcile(10)).events).toBeGreaterThan(0);
    expect((await orderOf(orderId)).state).toBe('refunded');
    expect(await stateOf(offerId)).toBe('draft');
    expect(await reconcile(20)).toEqual({ orders: 0, events: 0 });
    const [cursor] = await test.db.select().from(stripeCursor);
    expect(cursor?.readTo.getTime()).toBeGreaterThan(Date.now() + 19 * MINUTE);
  });

  it('finds a checkout of which Stripe’s answer was lost', async () => {
    const { orderId, offerId, sessionId } = await opened();
    await pay(sessionId);
    await test.db.update(planOrder).set({ sessionId: null, checkoutUrl: null });
    await test.db.execute(sql`truncate stripe_cursor`);
    await test.db.update(planOrder).set({ createdAt: context(10).now });
    await reconcile(30);
    expect(await orderOf(orderId)).toMatchObject({ sessionId, state: 'paid' });
    expect(await stateOf(offerId)).toBe('live');
  });

  it('gives up an order for which Stripe never heard the question', async () => {
    const { orderId, offerId } = await opened();
    await test.db
      .update(planOrder)
      .set({ sessionId: null, reference: 'never-asked', checkout: sql`checkout || '{"expires_at": 1}'` });
    await reconcile(16);
    expect((await orderOf(orderId)).state).toBe('expired');
    expect(await stateOf(offerId)).toBe('draft');
  });

  it('does the rest, says so and reads the list again where one order cannot be asked about', async () => {
    const lost = await opened();
    const paid = await opened();
    await pay(paid.sessionId);
    await test.db.update(planOrder).set({ sessionId: 'cs_gone' }).where(eq(planOrder.id, lost.orderId));
    await expect(reconcile(16)).rejects.toThrow('Not every order');
    expect(await stateOf(paid.offerId)).toBe('live');
    expect(await test.db.$count(stripeCursor)).toBe(0);
  });

  it('asks Stripe nothing on a portal that has sold nothing', async () => {
    const nowhere = createPayments({ secretKey: 'sk_test_x', sandboxUrl: 'http://127.0.0.1:9' });
    expect(await reconcileOrders(test.db, nowhere, context())).toEqual({ orders: 0, events: 0 });
  });
});

describe('refunds', () => {
  it('send a second payment back by themselves, once, and say so', async () => {
    const { orderId, offerId, sessionId } = await opened();
    await publishOffer(test.db, offerId, { ...context(), actor: 'user:op', days: 30 });
    await dropQueuedMail(test.db);
    await pay(sessionId);
    for (const event of await eventsOf(sessionId)) await hear(event);
    expect(await orderOf(orderId)).toMatchObject({ state: 'paid', outcome: 'refused' });
    await Promise.all([1, 2].map(() => returnPayment(test.db, stripe.payments, orderId, context())));
    await returnPayment(test.db, stripe.payments, orderId, context());
    for (const event of await eventsOf(sessionId)) await hear(event);
    expect(await orderOf(orderId)).toMatchObject({ state: 'refunded', amountRefunded: TOTAL });
    const intent = await intentOf(sessionId);
    expect(stripe.sandbox.ledger().refunds.filter((one) => one.payment_intent === intent)).toHaveLength(1);
    expect(await stateOf(offerId)).toBe('live');
    expect((await listQueuedMail(test.db)).map(({ mail }) => mail)).toMatchObject([
      { kind: 'payment-refunded', how: 'returned', amount: TOTAL },
    ]);
  });

  it('by the operator go through Stripe, in part and in full, once for each click', async () => {
    const { orderId, offerId, sessionId } = await opened();
    const give = (amount: number | null) =>
      refundOrder(test.db, stripe.payments, { orderId, amount }, { ...context(), actor: 'user:op' });
    await expect(give(null)).rejects.toMatchObject({ code: 'not_refundable' });
    await pay(sessionId);
    for (const event of await eventsOf(sessionId)) await hear(event);
    await Promise.all([give(4_900), give(4_900)]);
    expect(await orderOf(orderId)).toMatchObject({ state: 'partly_refunded', amountRefunded: 4_900 });
    expect(await stateOf(offerId)).toBe('live');
    await expect(give(10_001)).rejects.toMatchObject({ code: 'not_refundable' });
    expect(await give(null)).toMatchObject({ state: 'refunded' });
    expect(await stateOf(offerId)).toBe('draft');
    await expect(give(null)).rejects.toMatchObject({ code: 'not_refundable' });
    expect(
      await refundOrder(
        test.db,
        stripe.payments,
        { orderId: 999_999, amount: null },
        { ...context(), actor: 'user:op' },
      ),
    ).toBeNull();
  });
});
