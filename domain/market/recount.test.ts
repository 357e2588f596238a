import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { createCompany, createOffer, createPlace, createSkill, yearlyEur } from '@/db/factories';
import { marketFigure } from '@/db/schema/market';
import { countMarket } from '@/dev/testing/count-market';
import { useTestDatabase } from '@/dev/testing/database';
import { facetOf } from '@/domain/offers/facets';
import { SENIORITIES, WORKPLACES } from '@/domain/offers/input';
import { indexOffers } from '@/domain/offers/search-index';
import { findRole, findSkill } from '@/domain/roles/queries';
import { findCompanyFigures, findFigures, findRoleFigures, findSkillFigures } from './figures';
import { type KeptFigures, keptFigures } from './input';
import { recountMarket } from './recount';

const database = useTestDatabase();
/** A Saturday. */
const NOW = new Date('2026-11-21T12:00:00Z');
const DAY_MS = 86_400_000;

beforeEach(async () => {
  await database.sql`truncate offer, offer_search, offer_text, facet_count, facet_pair, term, market_figure, market_count,
    pay_figure, place, company, cache_invalidation cascade`;
});

async function invalidated(): Promise<string[]> {
  const rows = await database.sql<{ tag: string }[]>`select tag from cache_invalidation order by tag`;
  await database.sql`truncate cache_invalidation`;
  return rows.map(({ tag }) => tag);
}

async function kept(): Promise<Map<number, KeptFigures>> {
  const rows = await database.db.select().from(marketFigure);
  return new Map(rows.map(({ facet, figures }) => [facet, keptFigures.parse(figures)]));
}

async function keptPay() {
  return database.db.execute(sql`
    select country, contract, role_id as role, seniority, offers, p25, median, p75 from pay_figure`);
}

const bySelf = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

const SKILLS = ['java', 'kafka', 'python', 'postgresql', 'docker'];
const drawnPay = fc.uniqueArray(
  fc.record({
    contract: fc.constantFrom('employment', 'employment', 'employment', 'b2b', 'contract'),
    unit: fc.oneof(
      { weight: 3, arbitrary: fc.constant(['PLN', 'month']) },
      { weight: 1, arbitrary: fc.constantFrom(['PLN', 'hour'], ['EUR', 'month'], ['EUR', 'year'], null) },
    ),
    tax: fc.constantFrom('gross', 'net_vat', 'net_vat', 'net_vat', null),
    low: fc.integer({ min: 20, max: 90 }),
    more: fc.integer({ min: 0, max: 31 }),
  }),
  { selector: ({ contract }) => contract, minLength: 1, maxLength: 2 },
);
const drawnOffer = fc.record({
  role: fc.constantFrom('backend', 'backend', 'backend', 'backend', 'frontend', 'other'),
  company: fc.nat(2),
  seniority: fc.constantFrom(...SENIORITIES.slice(2, 4), 'mid' as const, null),
  workplace: fc.constantFrom(...WORKPLACES),
  state: fc.oneof(
    { weight: 4, arbitrary: fc.constant('live') },
    { weight: 1, arbitrary: fc.constantFrom('paused', 'expired', 'removed', 'draft') },
  ),
  daysAgo: fc.integer({ min: 0, max: 95 }),
  skills: fc.uniqueArray(fc.constantFrom(...SKILLS), { maxLength: 4 }),
  desks: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
  homes: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
  pay: drawnPay,
});
type Drawn = typeof drawnOffer extends fc.Arbitrary<infer T> ? T : never;

function rowsOf(pay: Drawn['pay']) {
  return pay.map(({ contract, unit, tax, low, more }) => {
    if (unit === null) return { contract };
    const [currency, period] = unit as [string, 'year' | 'month' | 'hour'];
    const stated = { statedMin: low * 1_001, statedMax: (low + more) * 1_001, currency, period } as const;
    return {
      contract,
      ...stated,
      tax: tax as 'gross' | 'net_vat' | null,
      yearlyEurMin: low * 1_000 + 7,
      yearlyEurMax: (low + more) * 1_000 + 7,
    };
  });
}

test('figures are what one would count by hand, at first and after changes; only changed ones are passed on', async () => {
  const { db } = database;
  let localCells = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(drawnOffer, { minLength: 80, maxLength: 110, size: 'max' }),
      fc.array(
        fc.record({
          at: fc.nat(109),
          state: fc.constantFrom('live', 'filled'),
          low: fc.integer({ min: 20, max: 90 }),
        }),
        {
          maxLength: 5,
        },
      ),
      async (offers, changes) => {
        await database.sql`truncate offer, offer_search, offer_text, facet_count, facet_pair, term, place, company, cache_invalidation cascade`;
        const places = [
          await createPlace(db, { name: 'Kraków' }),
          await createPlace(db, { name: 'Gdynia' }),
          await createPlace(db, { name: 'Kiel', countryCode: 'DE' }),
          await createPlace(db, { kind: 'country', name: 'Germany', countryCode: 'DE' }),
        ].map(({ id }) => id);
        const companies = [await createCompany(db), await createCompany(db), await createCompany(db)];
        const ids = await Promise.all(
          offers.map(async ({ company, daysAgo, desks, homes, pay, state, ...rest }) => {
            const made = await createOffer(db, {
              ...rest,
              state: state as 'live',
              companyId: companies[company]?.id,
              publishedAt: new Date(NOW.getTime() - daysAgo * DAY_MS),
              places: desks.map((n) => places[n] ?? 0),
              applicantPlaces: homes.map((n) => places[n] ?? 0),
              pay: rowsOf(pay),
            });
            return made.id;
          }),
        );
        await indexOffers(db, ids);
        await recountMarket(db, NOW);
        await holdAgainstNaive();
        const before = await kept();
        for (const { local } of before.values()) localCells += local?.cells.length ?? 0;
        await invalidated();

        for (const { at, state, low } of changes) {
          const id = ids[at % ids.length] ?? 0;
          await database.sql`update offer set state = ${state} where id = ${id}`;
          await database.sql`update offer_pay set yearly_eur_min = ${low * 1_000}, yearly_eur_max = ${low * 1_000 + 900}
            where offer_id = ${id} and stated_max is not null`;
          await indexOffers(db, [id]);
        }
        const tags = await recountMarket(db, NOW);
        await holdAgainstNaive();
        const after = await kept();
        const named = new Map(
          (
            await database.sql<{ facet: number; tag: string }[]>`
              select ${facetOf('role', 0)}::int + id as facet, 'figures:role:' || slug as tag from role
              union all select ${facetOf('skill', 0)}::int + id, 'figures:skill:' || slug from skill
              union all select ${facetOf('company', 0)}::int + id, 'figures:company:' || id from company
              union all select ${facetOf('city', 0)}::int + id, 'figures:place:' || slug from place where kind = 'city'
              union all select ${facetOf('country', 0)}::int + (ascii(country_code) - 65) * 26
                + ascii(substr(country_code, 2)) - 65, 'figures:place:' || slug from place where kind = 'country'`
          ).map(({ facet, tag }) => [facet, tag]),
        );
        const changed = [...new Set([...before.keys(), ...after.keys()])]
          .filter((facet) => JSON.stringify(before.get(facet)) !== JSON.stringify(after.get(facet)))
          .flatMap((facet) => named.get(facet) ?? []);
        const mentioned = tags.filter(
          (tag) => tag.startsWith('figures:') && !tag.startsWith('figures:role:'),
        );
        expect(mentioned.sort()).toEqual(changed.filter((tag) => !tag.startsWith('figures:role:')).sort());
        expect(tags).toEqual(expect.arrayContaining(changed));
        expect(await invalidated()).toEqual([...new Set(tags)].sort());

        expect(await recountMarket(db, NOW)).toEqual([]);
        expect(await invalidated()).toEqual([]);
        expect(await kept()).toEqual(after);
      },
    ),
    // Shrinking would take minutes.
    { numRuns: 6, endOnFailure: true },
  );
  expect(localCells).toBeGreaterThan(2);
}, 120_000);

async function holdAgainstNaive(): Promise<void> {
  const naive = await countMarket(database.db, NOW);
  const counted = await kept();
  expect([...counted.keys()].sort()).toEqual([...naive.figures.keys()].sort());
  for (const [facet, figures] of naive.figures) expect(counted.get(facet), String(facet)).toEqual(figures);
  expect(bySelf(await keptPay())).toEqual(bySelf(naive.pay));
}

test('a figure needs eight offers', async () => {
  const { db } = database;
  const { id: companyId } = await createCompany(db, { name: 'Tarnica', slug: 'tarnica' });
  const create = () =>
    createOffer(db, { companyId, seniority: 'mid', skills: ['java'], pay: [yearlyEur(50_000, 60_000)] });
  const role = await findRole(db, 'backend');
  const skill = await findSkill(db, 'java');
  if (!role || !skill) throw new Error('no such role or skill');
  const ids: number[] = [];
  for (let n = 0; n < 7; n += 1) ids.push((await create()).id);
  await indexOffers(db, ids);
  await recountMarket(db, NOW);
  expect(await findRoleFigures(db, role)).toMatchObject({ offers: 7, counted: 7, pay: null, cells: [] });
  expect(await findSkillFigures(db, skill)).toMatchObject({ pay: null, market: null });
  expect(await findCompanyFigures(db, companyId)).toMatchObject({ pay: null, levels: [] });

  await indexOffers(db, [(await create()).id]);
  // The number of offers is of this moment; the rest waits for the next count.
  expect(await findRoleFigures(db, role)).toMatchObject({ offers: 8, counted: 7, pay: null });
  await recountMarket(db, NOW);
  const figure = { offers: 8, p25: 55_000, median: 55_000, p75: 55_000 };
  expect(await findRoleFigures(db, role)).toMatchObject({
    counted: 8,
    countedAt: expect.stringContaining('2026-11-21T12:00:00'),
    pay: figure,
    skills: [{ slug: 'java', name: 'Java', offers: 8, pay: { offers: 8, median: 55_000 } }],
    companies: [{ slug: 'tarnica', name: 'Tarnica', offers: 8 }],
    hiring: 1,
  });
  expect(await findSkillFigures(db, skill)).toMatchObject({ pay: figure, market: figure });
  expect(await findCompanyFigures(db, companyId)).toMatchObject({
    levels: [
      { role: { slug: 'backend' }, seniority: 'all', ...figure },
      { role: { slug: 'backend' }, seniority: 'mid', ...figure },
    ],
  });
});

test('pay as stated is in whole units of its currency and period', async () => {
  const { db } = database;
  const role = await findRole(db, 'backend');
  if (!role) throw new Error('no such role');
  const stated = {
    statedMin: 2_400_000,
    statedMax: 3_000_000,
    currency: 'PLN',
    period: 'month',
    tax: 'net_vat',
  } as const;
  const offers = await Promise.all(
    Array.from({ length: 8 }, () =>
      createOffer(db, { pay: [{ ...yearlyEur(70_000, 80_000), ...stated, contract: 'b2b' }] }),
    ),
  );
  await indexOffers(
    db,
    offers.map(({ id }) => id),
  );
  await recountMarket(db, NOW);
  expect((await findRoleFigures(db, role)).local).toEqual({
    currency: 'PLN',
    period: 'month',
    cells: [
      {
        contract: 'b2b',
        tax: 'net_vat',
        seniority: 'all',
        offers: 8,
        p25: 27_000,
        median: 27_000,
        p75: 27_000,
      },
    ],
  });
});

test('what is not counted yet, or was by another version, has no figures', async () => {
  const { db } = database;
  const { id } = await createSkill(db);
  const nothing = { offers: 0, counted: 0, countedAt: null, pay: null, roles: [], skills: [] };
  expect(await findFigures(db, facetOf('skill', id))).toMatchObject(nothing);
  await db
    .insert(marketFigure)
    .values({ facet: facetOf('skill', id), figures: { offers: 'many' }, mark: 1n, changedAt: NOW });
  expect(await findFigures(db, facetOf('skill', id))).toMatchObject(nothing);
  expect(await recountMarket(db, NOW)).toHaveLength(1);
  expect(await db.select().from(marketFigure)).toEqual([]);
});

test('changes of offers ask for one recount, within a minute', async () => {
  const { db } = database;
  await database.sql`delete from graphile_worker._private_jobs`;
  const { id } = await createOffer(db);
  for (const state of ['live', 'paused', 'live']) {
    await database.sql`update offer set state = ${state} where id = ${id}`;
    await indexOffers(db, [id]);
  }
  const jobs = await database.sql`
    select task_identifier as task, run_at < now() + interval '1 minute' as soon from graphile_worker.jobs`;
  expect(jobs.map((job) => ({ ...job }))).toEqual([{ task: 'recount-market', soon: true }]);
});

test('weeks go on without any change', async () => {
  const { db } = database;
  const role = await findRole(db, 'backend');
  if (!role) throw new Error('no such role');
  const { id } = await createOffer(db, { publishedAt: new Date('2026-11-22T23:59:59Z') });
  const closed = await createOffer(db, { state: 'expired', publishedAt: new Date('2026-11-16T00:00:00Z') });
  await indexOffers(db, [id, closed.id]);
  await recountMarket(db, new Date('2026-11-22T23:59:59Z'));
  expect((await findRoleFigures(db, role)).weeks.slice(-2)).toEqual([
    { from: '2026-11-09', offers: 0 },
    { from: '2026-11-16', offers: 2 },
  ]);
  expect(await recountMarket(db, new Date('2026-11-23T00:00:00Z'))).toContain('figures:role:backend');
  expect((await findRoleFigures(db, role)).weeks.slice(-2)).toEqual([
    { from: '2026-11-16', offers: 2 },
    { from: '2026-11-23', offers: 0 },
  ]);
});
