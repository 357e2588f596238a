import { beforeAll, describe, expect, test } from 'vitest';
import { createCompany, createOffer, createPlace, yearlyEur } from '@/db/factories';
import { useTestDatabase } from '@/dev/testing/database';
import { indexOffers } from '@/domain/offers/search-index';
import { parseSalaryFilters, salariesHref } from './input';
import { recountMarket } from './recount';
import { readSalaries } from './salaries';

describe('parseSalaryFilters', () => {
  test('takes what it knows, and drops the rest', () => {
    expect(parseSalaryFilters({ contract: 'b2b', country: 'pl' })).toEqual({
      contract: 'b2b',
      country: 'PL',
    });
    expect(parseSalaryFilters({ contract: ['B2B', 'employment'], country: ' de ' })).toEqual({
      contract: 'b2b',
      country: 'DE',
    });
    for (const params of [{}, { contract: '', country: '' }, { contract: "b2b'--", country: 'Poland' }]) {
      expect(parseSalaryFilters(params)).toEqual({ contract: null, country: null });
    }
  });

  test('is the inverse of salariesHref', () => {
    const filters = { contract: 'contract', country: 'GB' } as const;
    expect(salariesHref(filters)).toBe('/salaries?contract=contract&country=gb');
    expect(salariesHref({ contract: null, country: null })).toBe('/salaries');
  });
});

describe('readSalaries', () => {
  const database = useTestDatabase();
  const any = { contract: null, country: null };

  beforeAll(async () => {
    const { db } = database;
    const { id: companyId } = await createCompany(db);
    const krakow = (await createPlace(db, { name: 'Kraków' })).id;
    const kiel = (await createPlace(db, { name: 'Kiel', countryCode: 'DE' })).id;
    const offers = await Promise.all([
      // Eight in Poland, under both contracts; seven of them senior.
      ...Array.from({ length: 8 }, (_, n) =>
        createOffer(db, {
          companyId,
          places: [krakow],
          seniority: n === 0 ? 'mid' : 'senior',
          pay: [
            { ...yearlyEur(40_000, 60_000), contract: 'employment' },
            { ...yearlyEur(60_000, 80_000), contract: 'b2b' },
          ],
        }),
      ),
      ...Array.from({ length: 9 }, () =>
        createOffer(db, { companyId, role: 'qa', places: [kiel], pay: [yearlyEur(30_000, 30_000)] }),
      ),
      createOffer(db, { companyId, role: 'game', places: [kiel], pay: [yearlyEur(90_000, 90_000)] }),
    ]);
    await indexOffers(
      db,
      offers.map(({ id }) => id),
    );
    await recountMarket(db, new Date('2026-11-21T12:00:00Z'));
  });

  test('compares roles, the best paid first, and names those that are withheld', async () => {
    const salaries = await readSalaries(database.db, any);
    expect(salaries.countedAt).toMatch(/^2026-11-21T12:00:00/);
    expect(salaries.all.all).toMatchObject({ offers: 18 });
    expect(salaries.roles.map(({ slug, levels }) => [slug, levels])).toEqual([
      ['backend', { all: { offers: 8, p25: 70_000, median: 70_000, p75: 70_000 } }],
      ['qa', { all: { offers: 9, p25: 30_000, median: 30_000, p75: 30_000 } }],
    ]);
    expect(salaries.withheld.map(({ slug }) => slug)).toContain('game');
    expect(salaries.withheld.map(({ slug }) => slug)).not.toContain('other');
  });

  test('counts under one contract by what it pays, and in one country', async () => {
    const { db } = database;
    const employment = await readSalaries(db, { contract: 'employment', country: null });
    expect(employment.roles[0]).toMatchObject({ slug: 'backend', levels: { all: { median: 50_000 } } });
    const poland = await readSalaries(db, { contract: 'b2b', country: 'PL' });
    expect(poland.roles.map(({ slug }) => slug)).toEqual(['backend']);
    expect(poland.all.all).toMatchObject({ offers: 8, median: 70_000 });
    expect((await readSalaries(db, { contract: 'internship', country: 'PL' })).roles).toEqual([]);
  });

  test('offers the choices there are, each with what it would leave', async () => {
    const bare = await readSalaries(database.db, any);
    expect(bare.contracts).toEqual([
      { value: 'employment', offers: 18 },
      { value: 'b2b', offers: 8 },
    ]);
    expect(bare.countries).toEqual([
      { value: 'DE', offers: 10 },
      { value: 'PL', offers: 8 },
    ]);
    const b2b = await readSalaries(database.db, { contract: 'b2b', country: null });
    expect(b2b.countries).toEqual([
      { value: 'DE', offers: null },
      { value: 'PL', offers: 8 },
    ]);
  });
});
