import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCompany, createOffer, yearlyEur } from '@/db/factories';
import { marketFigure, payFigure } from '@/db/schema/market';
import { offer } from '@/db/schema/offers';
import { cacheInvalidation } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { indexOffers } from '@/domain/offers/search-index';
import { OTHER_ROLE } from '@/domain/roles/queries';
import { getPayFigures } from './queries';
import { recountMarket } from './recount';

const database = useTestDatabase();

async function createOffers(
  count: number,
  fields: Parameters<typeof createOffer>[1],
  pay = (n: number) => [yearlyEur(n * 1000, n * 1000 + 2000)],
): Promise<void> {
  const companyId = (await createCompany(database.db)).id;
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const offers = await Promise.all(
    numbers.map((n) => createOffer(database.db, { companyId, ...fields, pay: pay(n) })),
  );
  await indexOffers(
    database.db,
    offers.map(({ id }) => id),
  );
}

/** Whether bars and medians beside offers are others now. */
async function recount(): Promise<boolean> {
  return (await recountMarket(database.db, new Date())).includes('pay-figures');
}

async function invalidated(): Promise<string[]> {
  return (await database.db.select().from(cacheInvalidation))
    .map((row) => row.tag)
    .filter((tag) => tag === 'pay-figures');
}

describe('recountMarket, pay', () => {
  beforeEach(async () => {
    await database.sql`truncate offer, offer_search, offer_text, facet_count, facet_pair, term cascade`;
    await database.db.delete(payFigure);
    await database.db.delete(marketFigure);
    await database.db.delete(cacheInvalidation);
  });

  test('counts quartiles of the middle of the range, by role and level', async () => {
    await createOffers(12, { seniority: 'senior' });
    expect(await recount()).toBe(true);
    const { byRole, overall } = await getPayFigures(database.db);
    const figure = { offers: 12, p25: 4000, median: 7000, p75: 10_000 };
    expect(byRole).toEqual({ backend: { senior: figure, all: figure } });
    expect(overall).toEqual({ senior: figure, all: figure });
  });

  test('counts an offer once, by the contract that pays best', async () => {
    await createOffers(8, {}, () => [
      { ...yearlyEur(40_000, 60_000), contract: 'employment' },
      { ...yearlyEur(70_000, 90_000), contract: 'b2b' },
    ]);
    await recount();
    const { byRole } = await getPayFigures(database.db);
    expect(byRole.backend?.all).toEqual({ offers: 8, p25: 80_000, median: 80_000, p75: 80_000 });
  });

  test('an offer without a level counts among all levels only', async () => {
    await createOffers(8, { seniority: null });
    await recount();
    expect(Object.keys((await getPayFigures(database.db)).byRole.backend ?? {})).toEqual(['all']);
  });

  test('says nothing from fewer than eight offers', async () => {
    await createOffers(7, { seniority: 'mid' });
    await createOffers(1, { role: 'qa', seniority: 'mid' });
    await recount();
    const { byRole, overall } = await getPayFigures(database.db);
    expect(byRole).toEqual({});
    expect(overall.all?.offers).toBe(8);
  });

  test('leaves out other work, other states and offers without stated pay', async () => {
    await createOffers(8, { role: OTHER_ROLE });
    await createOffers(8, { state: 'expired' });
    await createOffers(8, {}, () => [{}]);
    expect(await recount()).toBe(false);
    expect(await getPayFigures(database.db)).toEqual({
      scale: { min: 0, max: 100_000 },
      overall: {},
      byRole: {},
    });
  });

  test('invalidates only when a figure changed, and forgets what no longer holds', async () => {
    await createOffers(8, { seniority: 'senior' });
    await recount();
    expect(await invalidated()).toEqual(['pay-figures']);

    expect(await recount()).toBe(false);
    expect(await invalidated()).toEqual(['pay-figures']);

    const [one] = await database.db.select().from(offer).limit(1);
    await database.db
      .update(offer)
      .set({ state: 'paused' })
      .where(eq(offer.id, one?.id ?? 0));
    await indexOffers(database.db, [one?.id ?? 0]);
    expect(await recount()).toBe(true);
    expect((await getPayFigures(database.db)).byRole).toEqual({});
    expect(await invalidated()).toEqual(['pay-figures', 'pay-figures']);
  });

  test('two at once agree', async () => {
    await createOffers(9, {});
    const changed = await Promise.all([recount(), recount()]);
    expect(changed.toSorted()).toEqual([false, true]);
  });

  test('draws on a scale that ends above all but the highest pay', async () => {
    await createOffers(50, {}, (n) => [yearlyEur(n === 50 ? 900_000 : 50_000, n === 50 ? 900_000 : 74_000)]);
    await recount();
    expect((await getPayFigures(database.db)).scale).toEqual({ min: 0, max: 70_000 });
  });
});
