import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { creditEntry } from '@/db/schema/billing';
import { useCheckouts } from '@/dev/testing/checkouts';
import { useTestDatabase } from '@/dev/testing/database';
import { useTestPayments } from '@/dev/testing/payments';
import { dropQueuedMail, listQueuedMail } from '@/dev/testing/queued-mail';
import { spendCredit } from '@/domain/billing/credit-orders';
import { bookCredits, readCredits } from '@/domain/billing/credits';
import { checkOrder } from '@/domain/billing/fulfil';
import { returnPayment } from '@/domain/billing/refunds';
import { writeSetting } from '@/domain/settings/settings';
import { getForReview, listForReview } from './review';
import { approveOffer, turnDownOffer } from './review-acts';

const test = useTestDatabase();
const stripe = useTestPayments();
const till = useCheckouts(test, stripe);
const { desk } = till;
const by = () => ({ actor: 'user:op', now: new Date() });
const reason = 'It names no employer. Say who you are.';

beforeEach(() => writeSetting(test.db, 'reviewBeforePublishing', true, new Date()));

/** An offer that somebody has paid for with money. */
async function paid(planCode = 'basic') {
  const opened = await till.opened(planCode);
  await till.pay(opened.sessionId);
  await checkOrder(
    test.db,
    stripe.payments,
    { id: opened.orderId, sessionId: opened.sessionId },
    till.context(),
  );
  await dropQueuedMail(test.db);
  return opened;
}

/** An offer that a credit has paid for. */
async function credited() {
  const now = new Date();
  const pack = await desk.anOrder('pack', null, {
    state: 'paid',
    outcome: 'credited',
    fulfilledAt: now,
    amountTotal: 59_500,
  });
  await bookCredits(test.db, pack, now);
  const { id: offerId } = await desk.anOffer('draft');
  const spent = await spendCredit(test.db, desk.companyId, { offerId, userId: 'anna' }, now);
  return { offerId, orderId: spent?.orderId ?? 0, packId: pack.id };
}

describe('the queue', () => {
  it('holds what was paid for and waits, with what pays for it', async () => {
    const first = await paid('featured');
    const second = await credited();
    await desk.anOffer('draft');
    const { lines, total } = await listForReview(test.db, 10);
    expect(total).toBe(2);
    expect(lines).toMatchObject([
      { id: first.offerId, featured: true, order: { id: first.orderId, days: 30, byCredit: false } },
      { id: second.offerId, order: { id: second.orderId, days: 30, amountTotal: 0, byCredit: true } },
    ]);
    expect(await getForReview(test.db, first.offerId)).toMatchObject({ id: first.offerId });
    await approveOffer(test.db, first.offerId, by());
    expect(await getForReview(test.db, first.offerId)).toBeNull();
  });
});

describe('approveOffer', () => {
  it('publishes for the days that were paid for, once', async () => {
    const { offerId, orderId } = await paid('featured');
    const when = by();
    expect(await approveOffer(test.db, offerId, when)).toBe(true);
    expect(await approveOffer(test.db, offerId, when)).toBe(false);
    expect(await desk.one(offerId)).toMatchObject({
      state: 'live',
      featured: true,
      expiresAt: new Date(when.now.getTime() + 30 * 86_400_000),
    });
    expect(await till.kinds()).toEqual(['offer-published']);
    expect(await desk.orderOf(orderId)).toMatchObject({ state: 'paid' });
  });

  it('publishes no draft, and nothing that nobody pays for', async () => {
    const { id } = await desk.anOffer('draft');
    expect(await approveOffer(test.db, id, by())).toBe(false);
    const { id: unpaid } = await desk.anOffer('in_review');
    await expect(approveOffer(test.db, unpaid, by())).rejects.toMatchObject({ code: 'not_paid' });
    expect(await till.stateOf(unpaid)).toBe('in_review');
  });
});

describe('turnDownOffer', () => {
  it('makes it a draft again, says why, and sends the money back', async () => {
    const { offerId, orderId } = await paid('featured');
    expect(await turnDownOffer(test.db, offerId, { ...by(), reason })).toBe(true);
    expect(await turnDownOffer(test.db, offerId, { ...by(), reason })).toBe(false);
    expect(await desk.one(offerId)).toMatchObject({ state: 'draft', featured: false });
    expect((await listQueuedMail(test.db)).slice(-1)).toMatchObject([
      { to: 'anna@kvarnen.example', mail: { kind: 'offer-turned-down', reason, returned: 'money' } },
    ]);
    const jobs = await test.db.execute<{ payload: unknown }>(sql`
      select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t
        on t.id = j.task_id where t.identifier = 'return-payment'`);
    expect([...jobs]).toEqual([{ payload: { orderId } }]);

    await returnPayment(test.db, stripe.payments, orderId, till.context());
    const { state, amountTotal, amountRefunded, outcome } = await desk.orderOf(orderId);
    expect({ state, outcome, amountRefunded }).toEqual({
      state: 'refunded',
      outcome: 'refused',
      amountRefunded: amountTotal,
    });
    expect(await till.stateOf(offerId)).toBe('draft');
    const again = await till.kinds();
    expect(again.filter((kind) => kind === 'payment-refunded')).toHaveLength(1);
  });

  it('gives a credit back, which pays for the next try', async () => {
    const { offerId, orderId, packId } = await credited();
    expect((await readCredits(test.db, desk.companyId, new Date())).left).toBe(4);
    expect(await turnDownOffer(test.db, offerId, { ...by(), reason })).toBe(true);
    expect(await turnDownOffer(test.db, offerId, { ...by(), reason })).toBe(false);
    expect((await readCredits(test.db, desk.companyId, new Date())).left).toBe(5);
    expect(await desk.orderOf(orderId)).toMatchObject({ state: 'refunded', outcome: 'refused' });
    const entries = await test.db.select().from(creditEntry).orderBy(creditEntry.entry);
    expect(entries.map(({ packOrderId, kind, balance }) => [packOrderId, kind, balance])).toEqual([
      [packId, 'bought', 5],
      [packId, 'spent', 4],
      [packId, 'returned', 5],
    ]);
    await spendCredit(test.db, desk.companyId, { offerId, userId: 'anna' }, new Date());
    expect(await till.stateOf(offerId)).toBe('in_review');
    expect((await readCredits(test.db, desk.companyId, new Date())).left).toBe(4);
  });

  it('gives nothing back where nothing was paid, and touches no offer that is on the list', async () => {
    const { id: unpaid } = await desk.anOffer('in_review');
    expect(await turnDownOffer(test.db, unpaid, { ...by(), reason })).toBe(true);
    expect(await listQueuedMail(test.db)).toMatchObject([{ mail: { returned: 'nothing' } }]);
    const { offerId, orderId } = await paid();
    await approveOffer(test.db, offerId, by());
    expect(await turnDownOffer(test.db, offerId, { ...by(), reason })).toBe(false);
    expect(await till.stateOf(offerId)).toBe('live');
    expect(await desk.orderOf(orderId)).toMatchObject({ state: 'paid', outcome: 'in_review' });
  });

  it('leaves the money of an earlier time on the list alone', async () => {
    const { offerId, orderId } = await paid();
    await approveOffer(test.db, offerId, by());
    await test.db.execute(sql`update offer set state = 'in_review' where id = ${offerId}`);
    const later = new Date(Date.now() + 60_000);
    const second = await desk.anOrder('publication', offerId, {
      state: 'disputed',
      outcome: 'in_review',
      fulfilledAt: later,
      amountTotal: 14_900,
    });
    expect(await turnDownOffer(test.db, offerId, { ...by(), reason })).toBe(true);
    expect(await desk.orderOf(orderId)).toMatchObject({ state: 'paid', outcome: 'in_review' });
    expect(await desk.orderOf(second.id)).toMatchObject({ state: 'disputed', outcome: 'in_review' });
  });
});
