import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import {
  DISPUTED,
  LOST,
  later,
  PAID,
  REFUND_FAILED,
  REFUNDED,
  TOTAL,
  useOrders,
  WON,
} from '@/dev/testing/orders';
import { dropQueuedMail } from '@/dev/testing/queued-mail';
import { expireOffers } from '@/domain/offers/commands';
import { discardOffer, removeOffer, suspendOffer } from '@/domain/offers/lifecycle';

const test = useTestDatabase();
const desk = useOrders(test);
const { anOffer, anOrder, hear, kinds, listed, mails, one, orderOf } = desk;

describe('a refund', () => {
  it('in full makes a draft of the offer again', async () => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    await hear(order, PAID);
    await dropQueuedMail(test.db);
    expect(await hear(order, REFUNDED, 5)).toMatchObject({ state: 'refunded' });
    expect(await one(id)).toMatchObject({ state: 'draft', expiresAt: null });
    expect(await listed(id)).toBe(false);
    expect(await mails()).toMatchObject([{ kind: 'payment-refunded', how: 'full', amount: TOTAL }]);
    await hear(order, PAID, 6);
    expect(await one(id)).toMatchObject({ state: 'draft' });
    // It was on the list once: no draft to throw away.
    const by = { now: later(7), actor: 'user:anna' };
    expect(await discardOffer(test.db, { companyId: desk.companyId }, id, by)).toBe(false);
  });

  it('leaves no days to one that closed on its employer’s date', async () => {
    const { id } = await anOffer('awaiting_payment', { closesAt: later(10) });
    const order = await anOrder('publication', id);
    await hear(order, PAID);
    await expireOffers(test.db, later(11));
    expect(await one(id)).toMatchObject({ state: 'expired', expiresAt: later(30) });
    await hear(order, REFUNDED, 12);
    expect(await one(id)).toMatchObject({ state: 'expired', expiresAt: later(12) });
  });

  it('in part leaves the offer, and says each part once', async () => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    await hear(order, PAID);
    await dropQueuedMail(test.db);
    await hear(order, { amountRefunded: 1_000 }, 1);
    await hear(order, { amountRefunded: 1_000 }, 1);
    await hear(order, { amountRefunded: 3_500 }, 2);
    expect(await orderOf(order.id)).toMatchObject({ state: 'partly_refunded', amountRefunded: 3_500 });
    expect(await one(id)).toMatchObject({ state: 'live' });
    expect((await mails()).map((mail) => 'amount' in mail && mail.amount)).toEqual([1_000, 2_500]);
  });

  it('heard of before the payment publishes nothing', async () => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    expect(await hear(order, REFUNDED)).toMatchObject({ state: 'refunded', outcome: null });
    expect(await one(id)).toMatchObject({ state: 'draft' });
    expect(await kinds()).toEqual(['payment-refunded']);
  });

  it('leaves what the operator suspended suspended, with no days left, and what was removed removed', async () => {
    const [kept, gone] = await Promise.all([anOffer('awaiting_payment'), anOffer('awaiting_payment')]);
    const stop = { now: later(5), actor: 'user:op', reason: 'No.' };
    for (const { id } of [kept, gone]) {
      const order = await anOrder('publication', id);
      await hear(order, PAID);
      if (id === kept.id) await suspendOffer(test.db, id, stop);
      else await removeOffer(test.db, id, stop);
      await hear(order, REFUNDED, 6);
    }
    expect(await one(kept.id)).toMatchObject({ state: 'suspended', expiresAt: later(5) });
    expect(await one(gone.id)).toMatchObject({ state: 'removed' });
  });
});

describe('a refund that does not arrive', () => {
  it('gives nothing back that was taken with it, and is for the operator to mend', async () => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    await hear(order, PAID);
    await hear(order, REFUNDED, 1);
    await dropQueuedMail(test.db);
    expect(await hear(order, REFUND_FAILED, 5)).toMatchObject({ state: 'refund_failed', handled: true });
    expect(await one(id)).toMatchObject({ state: 'draft' });
    expect(await orderOf(order.id)).toMatchObject({ amountRefunded: 0, refundFailed: TOTAL });
    expect(await mails()).toMatchObject([
      { to: 'op@rolecall.example', kind: 'refund-failed', amount: TOTAL, isTaken: true },
    ]);
    const told = await test.db.select().from(event).where(eq(event.type, 'order.refund_failed'));
    expect(told).toMatchObject([{ subjectId: order.id, data: { failed: TOTAL, refunded: 0 } }]);
    // Once, however often it is told, and whatever comes late.
    await hear(order, REFUND_FAILED, 6);
    await hear(order, REFUNDED, 6);
    expect(await kinds()).toEqual(['refund-failed']);
    expect(await orderOf(order.id)).toMatchObject({ state: 'refund_failed', amountRefunded: 0 });
  });

  it('is made once more, and then it has gone back', async () => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    for (const [day, facts] of [PAID, REFUNDED, REFUND_FAILED].entries()) await hear(order, facts, day);
    await dropQueuedMail(test.db);
    await hear(order, { amountRefunded: 2 * TOTAL, refundFailed: TOTAL }, 8);
    expect(await orderOf(order.id)).toMatchObject({ state: 'refunded', amountRefunded: TOTAL });
    expect(await mails()).toMatchObject([{ kind: 'payment-refunded', amount: TOTAL, how: 'full' }]);
    expect(await one(id)).toMatchObject({ state: 'draft' });
  });

  it('leaves the offer where it was only a part', async () => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    await hear(order, PAID);
    await hear(order, { amountRefunded: 5_000 }, 1);
    await dropQueuedMail(test.db);
    await hear(order, { amountRefunded: 5_000, refundFailed: 5_000 }, 2);
    expect(await orderOf(order.id)).toMatchObject({ state: 'paid', amountRefunded: 0, refundFailed: 5_000 });
    expect(await one(id)).toMatchObject({ state: 'live', expiresAt: later(30) });
    expect(await mails()).toMatchObject([{ kind: 'refund-failed', amount: 5_000, isTaken: false }]);
  });

  it('comes to the same when it is heard of before the refund', async () => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    for (const [day, facts] of [PAID, REFUND_FAILED, REFUNDED].entries()) await hear(order, facts, day);
    expect(await orderOf(order.id)).toMatchObject({ state: 'refund_failed', amountRefunded: 0 });
    expect(await one(id)).toMatchObject({ state: 'draft' });
  });
});

describe('a dispute', () => {
  it('suspends the offer, tells the operator, and gives it back with its days when won', async () => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    await hear(order, PAID);
    await dropQueuedMail(test.db);
    expect(await hear(order, DISPUTED, 5)).toMatchObject({ state: 'disputed' });
    expect(await one(id)).toMatchObject({ state: 'suspended' });
    expect(await listed(id)).toBe(false);
    expect(await mails()).toMatchObject([
      { to: 'anna@kvarnen.example', kind: 'offer-stopped', how: 'suspended' },
      { to: 'op@rolecall.example', kind: 'dispute', step: 'open', company: 'Kvarnen' },
    ]);
    expect(await hear(order, WON, 15)).toMatchObject({ state: 'paid' });
    expect(await one(id)).toMatchObject({ state: 'live', expiresAt: later(40) });
    await hear(order, DISPUTED, 16);
    expect(await one(id)).toMatchObject({ state: 'live' });
  });

  it('that is lost leaves it off the list', async () => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    await hear(order, PAID);
    await hear(order, DISPUTED, 5);
    expect(await hear(order, LOST, 15)).toMatchObject({ state: 'lost' });
    expect(await one(id)).toMatchObject({ state: 'suspended', expiresAt: later(5) });
    const steps = (await mails()).flatMap((mail) => (mail.kind === 'dispute' ? [mail.step] : []));
    expect(steps).toEqual(['open', 'lost']);
  });

  it('does not lift what the operator has suspended', async () => {
    const { id } = await anOffer('awaiting_payment');
    const order = await anOrder('publication', id);
    await hear(order, PAID);
    await suspendOffer(test.db, id, { now: later(1), actor: 'user:op', reason: 'No.' });
    await hear(order, DISPUTED, 5);
    await hear(order, WON, 6);
    expect(await one(id)).toMatchObject({ state: 'suspended' });
  });
});
