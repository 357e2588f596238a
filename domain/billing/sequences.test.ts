import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditEntry, planOrder } from '@/db/schema/billing';
import { offer } from '@/db/schema/offers';
import { useTestDatabase } from '@/dev/testing/database';
import { DISPUTED, LOST, later, TOTAL, useOrders, WON } from '@/dev/testing/orders';
import { spendCredit } from './credit-orders';
import { type PaymentFacts, standingOf } from './rules';

const test = useTestDatabase();
const desk = useOrders(test);
const { anOffer, anOrder, hear, listed } = desk;

describe('whatever comes in whatever order', () => {
  /** Readings of several orders about one offer, and of a pack; repeated and shuffled at will. */
  const anyReading = fc.record({
    order: fc.integer({ min: 0, max: 4 }),
    facts: fc.record({
      checkout: fc.constantFrom('open', 'processing', 'failed', 'expired', 'paid', 'paid', 'paid'),
      amountRefunded: fc.constantFrom(0, 0, 0, 5_000, TOTAL),
      refundFailed: fc.constantFrom(0, 0, 0, 5_000, TOTAL),
      disputes: fc.constantFrom({}, {}, DISPUTED.disputes, WON.disputes, LOST.disputes),
    }),
    event: fc.integer({ min: 0, max: 5 }),
    spend: fc.boolean(),
  });

  it('an offer is on the list if and only if an order pays for it, and no credit is doubled or lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyReading, { minLength: 1, maxLength: 14 }), async (readings) => {
        await test.db.execute(sql`truncate plan_order, order_event, credit_entry, offer cascade`);
        const { id } = await anOffer('awaiting_payment');
        const drafts = await Promise.all([anOffer('draft'), anOffer('draft')]);
        const orders = [
          await anOrder('publication', id),
          await anOrder('publication', id, { state: 'expired' }),
          await anOrder('extension', id),
          await anOrder('upgrade', id),
          await anOrder('pack', null),
        ];
        for (const [day, { order: n, facts, event: nth, spend }] of readings.entries()) {
          const order = orders[n];
          if (!order) continue;
          await hear(order, facts as Partial<PaymentFacts>, day / 100, `evt_${n}_${nth}`);
          const draft = drafts[day % 2];
          if (spend && draft)
            await spendCredit(
              test.db,
              desk.companyId,
              { offerId: draft.id, userId: 'anna' },
              later(day / 100),
            ).catch((error) => expect(['no_credits', 'not_for_sale']).toContain(error.code));
        }
        await checkInvariants();
      }),
      { numRuns: 20 },
    );
  });

  async function checkInvariants() {
    const all = await test.db.select().from(planOrder);
    for (const subject of await test.db.select().from(offer)) {
      const paying = all.filter(
        (order) =>
          order.offerId === subject.id &&
          ['published', 'in_review', 'renewed'].includes(order.outcome ?? '') &&
          standingOf(order.state) === 'given',
      );
      expect([subject.state, paying.length]).toEqual([subject.state, subject.state === 'live' ? 1 : 0]);
      expect(await listed(subject.id)).toBe(subject.state === 'live');
    }
    for (const order of all) {
      // What is paid did something or goes back.
      if (standingOf(order.state) === 'given') expect(order.outcome).not.toBeNull();
      if (order.outcome === null) expect(['waiting', 'released', 'taken']).toContain(standingOf(order.state));
    }
    const returned = all.filter(({ outcome }) => outcome === 'refused').length;
    expect(await test.db.$count(planOrder, sql`outcome = 'refused' and fulfilled_at is not null`)).toBe(
      returned,
    );
    const entries = await test.db.select().from(creditEntry).orderBy(creditEntry.entry);
    let balance = 0;
    for (const entry of entries) {
      balance += entry.change;
      expect(entry.balance).toBe(balance);
      expect(balance).toBeGreaterThanOrEqual(0);
    }
    const spentOn = entries.flatMap((entry) => entry.spentOn ?? []);
    expect(spentOn.sort()).toEqual(all.flatMap((order) => (order.packOrderId ? [order.id] : [])).sort());
    const pack = all.find(({ purpose }) => purpose === 'pack');
    if (pack && standingOf(pack.state) === 'taken') expect(balance).toBe(0);
    if (pack && standingOf(pack.state) === 'given') expect(balance + spentOn.length).toBe(5);
  }
});
