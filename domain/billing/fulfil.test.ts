import { and, eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { connect, type Db } from '@/db/client';
import { orderEvent } from '@/db/schema/billing';
import { event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { LOST, later, monday, PAID, REFUNDED, TOTAL, useOrders } from '@/dev/testing/orders';
import { discardOffer, publishOffer } from '@/domain/offers/lifecycle';
import { writeSetting } from '@/domain/settings/settings';
import { fulfilCheckout } from './fulfil';
import { findPaidDays } from './queries';

const test = useTestDatabase();
const desk = useOrders(test);
const { anOffer, anOrder, hear, kinds, listed, mails, one, orderOf, reading } = desk;
const jobs = async (task: string) =>
  (await test.db.execute(sql`select from graphile_worker.jobs where task_identifier = ${task}`)).length;

describe('a paid order', () => {
  it('publishes its offer, and sends one receipt', async () => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    expect(await hear(order, PAID)).toEqual({ state: 'paid', outcome: 'published', handled: true });
    expect(await one(id)).toMatchObject({ state: 'live', expiresAt: later(30), featured: false });
    expect(await listed(id)).toBe(true);
    expect(await orderOf(order.id)).toMatchObject({
      amountTotal: TOTAL,
      fulfilledAt: monday,
      paymentIntentId: `pi_${order.id}`,
    });
    expect(await mails()).toMatchObject([
      { to: 'anna@kvarnen.example', kind: 'offer-published' },
      {
        to: 'anna@kvarnen.example',
        kind: 'receipt',
        amount: TOTAL,
        currency: 'EUR',
        offerTitle: 'Backend developer',
        until: later(30).toISOString(),
        url: `/employer/orders/${order.id}`,
      },
    ]);
    const told = await test.db
      .select({ type: event.type })
      .from(event)
      .where(and(eq(event.subject, 'order'), eq(event.subjectId, order.id)));
    expect(told).toEqual([{ type: 'order.paid' }]);
  });

  it('publishes as Featured what was bought as that', async () => {
    const { id } = await anOffer('awaiting_payment');
    await hear(await anOrder('publication', id, { planKind: 'featured' }), PAID);
    expect(await one(id)).toMatchObject({ state: 'live', featured: true });
  });

  it('does all of it once, by the same event, by others, and by many at the same moment', async () => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    const others = await Promise.all([0, 1, 2].map(() => connect(test.url, { max: 2 })));
    const dbs: Db[] = others.flatMap(({ db }) => [db, db]);
    await Promise.all(dbs.map((db, n) => hear(order, PAID, 0, `evt_same_${n % 2}`, db)));
    await Promise.all(others.map(({ close }) => close()));
    expect(await hear(order, PAID, 1, 'evt_same_0')).toMatchObject({ handled: false, state: 'paid' });
    expect(await kinds()).toEqual(['offer-published', 'receipt']);
    expect(await test.db.$count(orderEvent)).toBe(2);
    expect((await one(id)).expiresAt).toEqual(later(30));
  });

  it('waits for the operator where offers are read first', async () => {
    await writeSetting(test.db, 'reviewBeforePublishing', true, monday);
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id, { planKind: 'featured' });
    expect(await hear(order, PAID)).toMatchObject({ outcome: 'in_review' });
    expect(await one(id)).toMatchObject({ state: 'in_review', featured: true });
    expect(await mails()).toMatchObject([{ kind: 'receipt', until: null }]);
    expect(await findPaidDays(test.db, id)).toBe(30);
    await publishOffer(test.db, id, { now: later(1), actor: 'user:op', days: 30 });
    await hear(order, REFUNDED, 2);
    expect(await findPaidDays(test.db, id)).toBeNull();
    expect(await one(id)).toMatchObject({ state: 'draft', featured: false });
  });

  it('is told apart from the payment of another order', async () => {
    const order = await anOrder('publication', (await anOffer('awaiting_payment')).id);
    const foreign = { ...reading(order, PAID), reference: 'another' };
    await expect(
      fulfilCheckout(test.db, order.id, foreign, { now: monday, operatorEmail: undefined }),
    ).rejects.toThrow('is not that of order');
    const orphan = { ...reading(order, { checkout: 'expired' }), sessionId: 'cs_orphan' };
    expect(
      await fulfilCheckout(test.db, order.id, orphan, { now: monday, operatorEmail: undefined }),
    ).toMatchObject({ state: 'open', handled: false });
  });
});

describe('an order that nobody pays', () => {
  it.each(['expired', 'failed'] as const)('gives the draft back when it has %s', async (checkout) => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    await hear(order, { checkout });
    expect(await one(id)).toMatchObject({ state: 'draft' });
    expect(await kinds()).toEqual(checkout === 'failed' ? ['payment-failed'] : []);
  });

  it('waits with a delayed payment, and publishes when it arrives', async () => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    expect(await hear(order, { checkout: 'processing' })).toMatchObject({ state: 'processing' });
    expect(await one(id)).toMatchObject({ state: 'awaiting_payment' });
    expect(await hear(order, PAID, 3)).toMatchObject({ outcome: 'published' });
    expect(await hear(order, { checkout: 'processing' }, 4)).toMatchObject({ state: 'paid' });
    expect(await one(id)).toMatchObject({ state: 'live', expiresAt: later(33) });
  });
});

describe('a payment for which there is nothing to give', () => {
  it.each(['live', 'filled', 'removed', 'suspended'] as const)(
    'of an offer that is %s is sent back, without a receipt',
    async (state) => {
      const { id } = await anOffer(state);
      const order = await anOrder('publication', id);
      expect(await hear(order, PAID)).toMatchObject({ state: 'paid', outcome: 'refused' });
      expect(await one(id)).toMatchObject({ state });
      expect(await jobs('return-payment')).toBe(1);
      expect(await kinds()).toEqual([]);
      expect(await hear(order, REFUNDED, 1)).toMatchObject({ state: 'refunded' });
      expect(await one(id)).toMatchObject({ state });
      expect(await mails()).toMatchObject([{ kind: 'payment-refunded', how: 'returned', amount: TOTAL }]);
    },
  );

  it('of a draft that was discarded meanwhile is sent back', async () => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    await hear(order, { checkout: 'expired' });
    const by = { now: later(1), actor: 'user:anna' };
    expect(await discardOffer(test.db, { companyId: desk.companyId }, id, by)).toBe(true);
    expect(await orderOf(order.id)).toMatchObject({ state: 'expired', offerId: null });
    expect(await hear(order, PAID, 2)).toMatchObject({ outcome: 'refused' });
    expect(await jobs('return-payment')).toBe(1);
  });

  it('is the second of two, whichever comes second', async () => {
    const { id } = await anOffer('awaiting_payment');
    const first = await anOrder('publication', id, { state: 'expired' });
    const second = await anOrder('publication', id);
    expect(await hear(second, PAID)).toMatchObject({ outcome: 'published' });
    expect(await hear(first, PAID, 1)).toMatchObject({ state: 'paid', outcome: 'refused' });
    await hear(first, REFUNDED, 2);
    expect(await one(id)).toMatchObject({ state: 'live', expiresAt: later(30) });
  });
});

describe('extras', () => {
  it('extend a live offer, and take back only themselves', async () => {
    const { id } = await anOffer('awaiting_payment');
    await hear(await anOrder('publication', id), PAID);
    const extra = await anOrder('extension', id);
    expect(await hear(extra, PAID, 10)).toMatchObject({ outcome: 'extended' });
    expect((await one(id)).expiresAt).toEqual(later(60));
    await hear(extra, { amountRefunded: 1 }, 11);
    expect((await one(id)).expiresAt).toEqual(later(60));
    await hear(extra, REFUNDED, 12);
    expect(await one(id)).toMatchObject({ state: 'live', expiresAt: later(30) });
  });

  it('renew an offer that has run out, and let it run out again when refunded', async () => {
    const { id } = await anOffer('expired', { featured: true, closedAt: later(30) });
    const extra = await anOrder('extension', id);
    expect(await hear(extra, PAID, 40)).toMatchObject({ outcome: 'renewed' });
    expect(await one(id)).toMatchObject({
      state: 'live',
      expiresAt: later(70),
      closedAt: null,
      featured: false,
    });
    expect(await listed(id)).toBe(true);
    await hear(extra, REFUNDED, 41);
    expect(await one(id)).toMatchObject({ state: 'expired', closedAt: later(41) });
    expect(await listed(id)).toBe(false);
  });

  it('give a paused offer its days for when it is back', async () => {
    const { id } = await anOffer('paused', { pausedBy: 'employer', pausedAt: later(20) });
    await hear(await anOrder('extension', id), PAID, 50);
    expect(await one(id)).toMatchObject({ state: 'paused', expiresAt: later(60) });
  });

  it('renew one that closed on its employer’s date, from that day on and with the days it had left', async () => {
    const { id } = await anOffer('expired', { closesAt: later(20), closedAt: later(20) });
    await hear(await anOrder('extension', id), PAID, 22);
    expect(await one(id)).toMatchObject({ state: 'live', closesAt: null, expiresAt: later(60) });
  });

  it('upgrade, and downgrade when refunded', async () => {
    const { id } = await anOffer('live');
    const extra = await anOrder('upgrade', id);
    expect(await hear(extra, PAID)).toMatchObject({ outcome: 'upgraded' });
    expect((await one(id)).featured).toBe(true);
    const again = await anOrder('upgrade', id);
    expect(await hear(again, PAID)).toMatchObject({ outcome: 'refused' });
    await hear(again, REFUNDED);
    expect((await one(id)).featured).toBe(true);
    await hear(extra, REFUNDED);
    expect(await one(id)).toMatchObject({ state: 'live', featured: false });
  });

  it('of an earlier time on the list take nothing from a later one', async () => {
    const { id } = await anOffer('awaiting_payment');
    const first = await anOrder('publication', id);
    await hear(first, PAID);
    const extra = await anOrder('extension', id);
    await hear(extra, PAID, 1);
    await hear(first, REFUNDED, 2);
    await hear(await anOrder('publication', id), PAID, 3);
    await hear(extra, REFUNDED, 4);
    await hear(first, { ...REFUNDED, ...LOST }, 5);
    expect(await one(id)).toMatchObject({ state: 'live', expiresAt: later(33) });
  });
});
