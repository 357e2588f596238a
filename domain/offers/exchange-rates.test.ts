import { desc, eq, like } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOffer, yearlyEur } from '@/db/factories';
import { exchangeRate, offer, offerPay } from '@/db/schema/offers';
import { cacheInvalidation, event } from '@/db/schema/portal';
import { offerSearch } from '@/db/schema/search';
import { useTestDatabase } from '@/dev/testing/database';
import { changeExchangeRates, recomputeBatch, recomputePay } from './exchange-rates';
import { indexOffers } from './search-index';

const test = useTestDatabase();
const by = { actor: 'user:op', now: new Date('2026-11-21T12:00:00Z'), sure: false };
const pln = { currency: 'PLN', perEur: 4, asOf: '2026-11-20', source: 'A bank' };

beforeEach(async () => {
  await test.db.delete(offer);
  await test.db.delete(exchangeRate);
  await test.db.insert(exchangeRate).values(pln);
});

/** 120,000 PLN a year, compared at 4 to the euro. */
async function createPolishOffer() {
  const stated = { ...yearlyEur(120_000, 120_000), currency: 'PLN' };
  const made = await createOffer(test.db, {
    pay: [{ ...stated, yearlyEurMin: 30_000, yearlyEurMax: 30_000 }],
  });
  await indexOffers(test.db, [made.id]);
  return made.id;
}

async function payOf(id: number): Promise<(number | null)[]> {
  const rows = await test.db.select().from(offerPay).where(eq(offerPay.offerId, id));
  return rows.map((row) => row.yearlyEurMax);
}

describe('changeExchangeRates', () => {
  it('stores a rate with its day and source, logs old and new, and asks the worker', async () => {
    expect(await changeExchangeRates(test.db, [{ ...pln, perEur: 5 }], by)).toBe(1);
    expect(await test.db.select().from(exchangeRate)).toEqual([{ ...pln, perEur: 5 }]);
    const [last] = await test.db.select().from(event).orderBy(desc(event.id)).limit(1);
    expect(last).toMatchObject({
      ...{ actor: 'user:op', type: 'exchange-rate.changed', subject: 'exchange-rate', subjectId: 0 },
      data: { currency: 'PLN', from: 4, to: 5, asOf: pln.asOf, source: pln.source },
    });
    const [job] =
      await test.sql`select key from graphile_worker.jobs where task_identifier = 'recompute-pay'`;
    expect(job).toEqual({ key: 'recompute-pay' });
    const tags = await test.db
      .select()
      .from(cacheInvalidation)
      .where(eq(cacheInvalidation.tag, 'exchange-rates'));
    expect(tags.length).toBeGreaterThan(0);
  });

  it('logs nothing where nothing differs', async () => {
    const logged = async () =>
      (await test.db.select().from(event).where(like(event.type, 'exchange%'))).length;
    const before = await logged();
    expect(await changeExchangeRates(test.db, [pln], by)).toBe(0);
    expect(await logged()).toBe(before);
  });

  it('takes a leap for a slip unless it is confirmed, and then stores none of the others either', async () => {
    const wanted = [
      { ...pln, perEur: 40 },
      { ...pln, currency: 'CZK', perEur: 24 },
    ];
    await expect(changeExchangeRates(test.db, wanted, by)).rejects.toMatchObject({
      code: 'rate_jumps',
      message: 'PLN would go from 4 to 40',
    });
    expect(await test.db.select().from(exchangeRate)).toEqual([pln]);
    expect(await changeExchangeRates(test.db, wanted, { ...by, sure: true })).toBe(2);
  });
});

describe('recomputePay', () => {
  it('brings pay, search and pages in step with the rates, and leaves what is in step', async () => {
    const polish = await createPolishOffer();
    const european = await createOffer(test.db, { pay: [yearlyEur(50_000, 60_000)] });
    const silent = await createOffer(test.db);
    await changeExchangeRates(test.db, [{ ...pln, perEur: 5 }], by);
    await test.db.delete(cacheInvalidation);
    expect(await recomputePay(test.db)).toBe(1);
    expect(await payOf(polish)).toEqual([24_000]);
    expect(await payOf(european.id)).toEqual([60_000]);
    expect(await payOf(silent.id)).toEqual([null]);
    const [found] = await test.db.select().from(offerSearch).where(eq(offerSearch.id, polish));
    expect(found?.salary).toBe(24_000);
    const tags = (await test.db.select().from(cacheInvalidation)).map(({ tag }) => tag);
    expect(tags).toContain(`offer:${polish}`);
    expect(tags).not.toContain(`offer:${european.id}`);
    expect(await recomputePay(test.db)).toBe(0);
  });

  it('goes on where it was broken off', async () => {
    const ids = [await createPolishOffer(), await createPolishOffer(), await createPolishOffer()];
    await changeExchangeRates(test.db, [{ ...pln, perEur: 5 }], by);
    expect(await recomputeBatch(test.db, 0, 2)).toEqual({ last: ids[1], changed: 2 });
    expect(await recomputePay(test.db, 2)).toBe(1);
    for (const id of ids) expect(await payOf(id)).toEqual([24_000]);
  });

  it('leaves the figures of a currency that has no rate', async () => {
    const polish = await createPolishOffer();
    await test.db.delete(exchangeRate);
    expect(await recomputePay(test.db)).toBe(0);
    expect(await payOf(polish)).toEqual([30_000]);
  });

  it('comes to the same beside another one', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, createPolishOffer));
    await changeExchangeRates(test.db, [{ ...pln, perEur: 5 }], by);
    const changed = await Promise.all([recomputePay(test.db, 5), recomputePay(test.db, 3)]);
    expect(changed[0] + changed[1]).toBe(ids.length);
    for (const id of ids) expect(await payOf(id)).toEqual([24_000]);
  });
});
