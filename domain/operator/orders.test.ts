import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { event } from '@/db/schema/portal';
import { useCheckouts } from '@/dev/testing/checkouts';
import { useTestDatabase } from '@/dev/testing/database';
import { useTestPayments } from '@/dev/testing/payments';
import { listPlans } from '@/domain/billing/plans';
import { fulfilAgain, giveBack } from './order-acts';
import { findOrders, getOrderFile, listOrderSteps } from './orders';
import { changeTerms } from './plan-acts';

const test = useTestDatabase();
const stripe = useTestPayments();
const till = useCheckouts(test, stripe);
const { desk } = till;
const by = () => ({ ...till.context(), actor: 'user:op' });
const reason = 'The offer was posted twice.';

async function paid(planCode = 'basic') {
  const opened = await till.opened(planCode);
  await till.pay(opened.sessionId);
  await fulfilAgain(test.db, stripe.payments, opened.orderId, by());
  return opened;
}

describe('orders', () => {
  it('are found by company, offer, address, number, reference and ids of Stripe’s', async () => {
    const { orderId, offerId, sessionId } = await paid();
    const second = await till.opened('featured');
    const { reference, paymentIntentId } = await desk.orderOf(orderId);
    const find = async (q: string) => (await findOrders(test.db, { q, page: 1 })).lines.map(({ id }) => id);
    const { slug } = await desk.one(offerId);
    for (const q of [String(orderId), reference, sessionId, String(paymentIntentId), `${slug}-${offerId}`])
      expect(await find(q), q).toEqual([orderId]);
    for (const q of ['KVARNEN', 'bäckend dev', 'anna@'])
      expect(await find(q), q).toEqual([second.orderId, orderId]);
    expect(await find('nobody')).toEqual([]);
    expect(await findOrders(test.db, { state: 'open', page: 1 })).toMatchObject({
      total: 1,
      lines: [{ id: second.orderId, state: 'open', amountTotal: null, offer: { id: second.offerId } }],
    });
  });

  it('have a file, with what happened to them in sequence', async () => {
    const { orderId, sessionId } = await till.opened();
    await till.pay(sessionId);
    for (const told of await till.eventsOf(sessionId)) await till.hear(told);
    await giveBack(test.db, stripe.payments, { orderId, amount: 1_000, refundedBefore: 0, reason }, by());
    expect(await getOrderFile(test.db, orderId)).toMatchObject({
      state: 'partly_refunded',
      amountRefunded: 1_000,
      buyer: { id: 'anna' },
      offer: { state: 'live' },
      creditsLeft: null,
      spentOn: [],
    });
    const steps = await listOrderSteps(test.db, orderId);
    const types = steps.map(({ type }) => type);
    const inSequence = [
      'order.open',
      'checkout.session.completed',
      'order.refund_asked',
      'order.partly_refunded',
    ];
    expect(types.filter((type) => inSequence.includes(type))).toEqual(inSequence);
    expect(steps.find(({ type }) => type === 'order.refund_asked')).toMatchObject({
      actor: 'user:op',
      data: { amount: 1_000, currency: 'EUR', reason },
    });
    expect(await getOrderFile(test.db, 999_999)).toBeNull();
  });
});

describe('giveBack', () => {
  it('gives back a part once, by the same form sent twice, and then all of it', async () => {
    const { orderId, offerId } = await paid();
    const part = { orderId, amount: 4_000, refundedBefore: 0, reason };
    await giveBack(test.db, stripe.payments, part, by());
    await expect(giveBack(test.db, stripe.payments, part, by())).rejects.toMatchObject({
      code: 'refunded_meanwhile',
    });
    expect(await desk.orderOf(orderId)).toMatchObject({ state: 'partly_refunded', amountRefunded: 4_000 });
    expect(await till.stateOf(offerId)).toBe('live');
    const rest = { orderId, amount: null, refundedBefore: 4_000, reason };
    expect(await giveBack(test.db, stripe.payments, rest, by())).toMatchObject({ state: 'refunded' });
    expect(await till.stateOf(offerId)).toBe('draft');
  });

  it('gives back once more what the bank sent back, at Stripe too', async () => {
    const { orderId, offerId, sessionId } = await paid();
    const all = { orderId, amount: null, refundedBefore: 0, reason };
    await giveBack(test.db, stripe.payments, all, by());
    const refundsOf = async () =>
      (await stripe.payments.refunds.list({ payment_intent: await till.intentOf(sessionId) })).data;
    const [first] = await refundsOf();
    await stripe.control(`refunds/${first?.id}/settle`, { outcome: 'fail' });
    for (const told of await till.eventsOf(sessionId)) await till.hear(told);
    expect(await desk.orderOf(orderId)).toMatchObject({ state: 'refund_failed', amountRefunded: 0 });
    expect(await till.stateOf(offerId)).toBe('draft');
    expect(await giveBack(test.db, stripe.payments, all, by())).toMatchObject({ state: 'refunded' });
    expect((await refundsOf()).map(({ status }) => status)).toEqual(['succeeded', 'failed']);
    await expect(giveBack(test.db, stripe.payments, all, by())).rejects.toMatchObject({
      code: 'refunded_meanwhile',
    });
  });

  it('gives back nothing of what was not paid, too much, or unknown', async () => {
    const { orderId } = await till.opened();
    const all = { amount: null, refundedBefore: 0, reason };
    await expect(giveBack(test.db, stripe.payments, { ...all, orderId }, by())).rejects.toMatchObject({
      code: 'not_refundable',
    });
    const { orderId: other } = await paid();
    await expect(
      giveBack(test.db, stripe.payments, { ...all, orderId: other, amount: 10_000_000 }, by()),
    ).rejects.toMatchObject({ code: 'not_refundable' });
    expect(await giveBack(test.db, stripe.payments, { ...all, orderId: 999_999 }, by())).toBeNull();
  });
});

describe('fulfilAgain', () => {
  it('publishes what no webhook told of, once', async () => {
    const { orderId, offerId, sessionId } = await till.opened();
    await till.pay(sessionId);
    for (const _ of [1, 2])
      expect(await fulfilAgain(test.db, stripe.payments, orderId, by())).toMatchObject({ state: 'paid' });
    expect(await till.stateOf(offerId)).toBe('live');
    expect((await till.kinds()).sort()).toEqual(['offer-published', 'receipt']);
  });

  it('has nothing to ask about an order of a credit, or one that there is not', async () => {
    const spent = await desk.anOrder('publication', null, {
      sessionId: null,
      state: 'paid',
      outcome: 'published',
      fulfilledAt: new Date(),
    });
    await expect(fulfilAgain(test.db, stripe.payments, spent.id, by())).rejects.toMatchObject({
      code: 'no_checkout',
    });
    expect(await fulfilAgain(test.db, stripe.payments, 999_999, by())).toBeNull();
  });
});

describe('changeTerms', () => {
  it('changes what differs, logs that alone, and leaves orders as they are', async () => {
    const { orderId } = await till.opened('featured');
    const [, held] = await listPlans(test.db);
    if (held?.code !== 'featured') throw new Error('no such plan');
    const { name, currency, days, credits, creditDays, active, price } = held;
    const terms = { name, currency, days, credits, creditDays, active, price };
    expect(await changeTerms(test.db, 'featured', terms, by())).toBe(0);
    expect(await test.db.$count(event, eq(event.type, 'plan.changed'))).toBe(0);
    expect(await changeTerms(test.db, 'featured', { ...terms, price: price + 100 }, by())).toBe(1);
    const [logged] = await test.db.select().from(event).where(eq(event.type, 'plan.changed'));
    expect(logged).toMatchObject({
      actor: 'user:op',
      data: { code: 'featured', to: { price: price + 100 } },
    });
    expect(logged?.data?.to).toEqual({ price: price + 100 });
    expect(await desk.orderOf(orderId)).toMatchObject({ price });
    expect(await changeTerms(test.db, 'no-such-plan', terms, by())).toBeNull();
  });
});
