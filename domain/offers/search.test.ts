import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCompany, createOffer, createPlace, yearlyEur } from '@/db/factories';
import { useTestDatabase } from '@/dev/testing/database';
import {
  CONTRACTS,
  NO_FILTERS,
  type OfferFilters,
  PAGE_SIZE,
  POSTED_DAYS,
  SENIORITIES,
  SORTS,
  WORKPLACES,
} from './input';
import { searchOffers } from './search';
import { COUNT_CAP } from './search-counts';
import { indexOffers } from './search-index';
import { FACET_KEYS } from './search-scope';

const NOW = new Date('2026-11-20T12:00:00Z');
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);

/** Words that mean nothing and have no stem but themselves. */
const WORDS = ['zorn', 'kulta', 'brix', 'glab', 'quop'];
const ROLES = ['backend', 'frontend', 'qa', 'other'];
const SKILLS = ['java', 'python', 'react', 'go', 'c-plus-plus'];

/** What the reference knows of an offer; everything is decided here, in plain values. */
type Known = {
  id: number;
  title: string[];
  company: string;
  companyWords: string[];
  description: string[];
  role: string;
  skills: string[];
  seniority: (typeof SENIORITIES)[number] | null;
  workplace: (typeof WORKPLACES)[number];
  contracts: (typeof CONTRACTS)[number][];
  salary: number | null;
  cities: string[];
  countries: string[];
  featured: boolean;
  published: Date;
  open: boolean;
};

const database = useTestDatabase();
const known: Known[] = [];

beforeAll(async () => {
  const { db } = database;
  const companies = await Promise.all(
    ['Glab', 'Harbour Quop', 'North'].map((name, n) => createCompany(db, { name, slug: `firm-${n}` })),
  );
  const cities = await Promise.all(
    [
      ['aville', 'PL'],
      ['beton', 'PL'],
      ['cetown', 'DE'],
    ].map(([slug = '', countryCode = '']) => createPlace(db, { slug, name: slug, countryCode })),
  );
  const sample = fc.sample(
    fc.record({
      title: fc.subarray(WORDS, { maxLength: 3 }),
      company: fc.nat(companies.length - 1),
      description: fc.array(fc.constantFrom(...WORDS, 'and'), { maxLength: 6 }),
      role: fc.constantFrom(...ROLES),
      skills: fc.subarray(SKILLS),
      seniority: fc.constantFrom(null, ...SENIORITIES),
      workplace: fc.constantFrom(...WORKPLACES),
      contracts: fc.subarray([...CONTRACTS], { minLength: 1, maxLength: 2 }),
      salary: fc.option(fc.integer({ min: 9_000, max: 260_000 })),
      cities: fc.subarray(cities, { maxLength: 2 }),
      featured: fc.boolean(),
      // Equal times happen, so that ids decide.
      age: fc.constantFrom(0, 0.2, 0.9, 1, 2.5, 6, 13, 20),
      open: fc.constantFrom('open', 'open', 'open', 'open', 'past its date', 'paused'),
    }),
    { numRuns: 160, seed: 4 },
  );
  for (const one of sample) {
    const company = companies[one.company];
    if (!company) throw new Error('no company');
    const row = await createOffer(db, {
      title: [...one.title, 'vacancy'].join(' '),
      descriptionHtml: `<p>${one.description.join(' ')}</p>`,
      companyId: company.id,
      role: one.role,
      skills: one.skills,
      seniority: one.seniority,
      workplace: one.workplace,
      places: one.cities.map(({ id }) => id),
      featured: one.featured,
      publishedAt: daysAgo(one.age),
      expiresAt: one.open === 'past its date' ? NOW : daysAgo(-5),
      state: one.open === 'paused' ? 'paused' : 'live',
      pay: one.contracts.map((contract, n) => ({
        contract,
        ...(n === 0 && one.salary !== null ? yearlyEur(Math.floor(one.salary / 2), one.salary) : {}),
      })),
    });
    known.push({
      ...one,
      id: row.id,
      title: one.title,
      company: company.slug,
      companyWords: company.name.toLowerCase().split(' '),
      cities: one.cities.map(({ slug }) => slug),
      countries: [...new Set(one.cities.map(({ countryCode }) => countryCode.toLowerCase()))],
      published: daysAgo(one.age),
      open: one.open === 'open',
    });
  }
  await indexOffers(
    db,
    known.map(({ id }) => id),
  );
});

const anyOf = <T extends string>(...values: T[]) => fc.subarray(values, { minLength: 1, maxLength: 2 });
const pair = (join: string) =>
  fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS)).map((words) => words.join(join));
const parts = {
  q: fc.oneof(
    fc.constantFrom(...WORDS, 'vacancy'),
    pair(' '),
    pair(' ').map((phrase) => `"${phrase}"`),
    pair(' -'),
    pair(' or '),
  ),
  role: anyOf(...ROLES, 'no-such-role'),
  skill: anyOf(...SKILLS, 'no-such-skill'),
  seniority: anyOf(...SENIORITIES),
  workplace: anyOf(...WORKPLACES),
  contract: anyOf(...CONTRACTS),
  city: anyOf('aville', 'beton', 'cetown', 'nowhere'),
  country: anyOf('pl', 'de', 'fr', 'xx'),
  company: anyOf('firm-0', 'firm-1', 'no-such-firm'),
  salaryMin: fc.constantFrom(1, 30_000, 55_555, 100_000, 250_000),
  payStated: fc.boolean(),
  posted: fc.constantFrom(...POSTED_DAYS),
};
const filters: fc.Arbitrary<OfferFilters> = fc
  .record({
    all: fc.record(parts),
    used: fc.subarray(Object.keys(parts) as (keyof typeof parts)[], { maxLength: 3 }),
    sort: fc.option(fc.constantFrom(...SORTS), { nil: undefined }),
    page: fc.constantFrom(1, 1, 2),
  })
  .map(({ all, used, sort, page }) => ({
    ...NO_FILTERS,
    ...Object.fromEntries(used.map((key) => [key, all[key]])),
    sort,
    page,
  }));

const UNKNOWN = ['no-such-role', 'no-such-skill', 'nowhere', 'xx', 'no-such-firm'];

function withoutUnknown(asked: OfferFilters): OfferFilters {
  const there = { ...asked };
  for (const key of ['role', 'skill', 'city', 'country', 'company'] as const) {
    there[key] = asked[key].filter((value) => !UNKNOWN.includes(value));
  }
  return there;
}

type Key = Exclude<keyof OfferFilters, 'sort' | 'page'>;

function includesAny<T>(asked: readonly T[], has: readonly (T | null)[]): boolean {
  return asked.length === 0 || asked.some((value) => has.includes(value));
}

/** The words of the fields in which a query must be answered. */
function holdsWords(q: string, fields: string[][]): boolean {
  const words = fields.flat();
  const phrase = /^"(.*)"$/.exec(q)?.[1]?.split(' ');
  if (phrase)
    return fields.some((field) => field.some((_, i) => phrase.every((word, j) => field[i + j] === word)));
  if (q.includes(' or ')) return q.split(' or ').some((word) => words.includes(word));
  return q
    .split(' ')
    .every((word) => (word.startsWith('-') ? !words.includes(word.slice(1)) : words.includes(word)));
}

const titleOf = (offer: Known) => [[...offer.title, 'vacancy']];
const headOf = (offer: Known) => [...titleOf(offer), offer.companyWords];
const textOf = (offer: Known) => [...headOf(offer), offer.description];

const tests: Record<Key, (offer: Known, asked: OfferFilters) => boolean> = {
  q: (offer, { q }) => q === undefined || holdsWords(q, textOf(offer)),
  role: (offer, { role }) => includesAny(role, [offer.role]),
  skill: (offer, { skill }) => includesAny(skill, offer.skills),
  seniority: (offer, { seniority }) => includesAny(seniority, [offer.seniority]),
  workplace: (offer, { workplace }) => includesAny(workplace, [offer.workplace]),
  contract: (offer, { contract }) => includesAny(contract, offer.contracts),
  city: (offer, { city }) => includesAny(city, offer.cities),
  country: (offer, { country }) => includesAny(country, offer.countries),
  company: (offer, { company }) => includesAny(company, [offer.company]),
  salaryMin: (offer, { salaryMin }) => salaryMin === undefined || (offer.salary ?? 0) >= salaryMin,
  payStated: (offer, { payStated }) => !payStated || offer.salary !== null,
  posted: (offer, { posted }) => posted === undefined || offer.published >= daysAgo(posted),
};

/** Every offer that passes, but for the filter `ignored`, in no order. */
function passing(asked: OfferFilters, ignored?: Key): Known[] {
  const withOther = asked.q !== undefined || asked.company.length > 0 || asked.role.includes('other');
  return known
    .filter((offer) => offer.open && (withOther || offer.role !== 'other'))
    .filter((offer) =>
      (Object.keys(tests) as Key[]).every((key) => key === ignored || tests[key](offer, asked)),
    );
}

function ordered(asked: OfferFilters, offers: Known[]): number[] {
  const { q } = asked;
  const tier = (offer: Known) =>
    q === undefined
      ? 0
      : holdsWords(q, titleOf(offer)) && holdsWords(q, headOf(offer))
        ? 2
        : holdsWords(q, headOf(offer))
          ? 1
          : 0;
  const sort = asked.sort ?? (q === undefined ? 'newest' : 'relevance');
  const by: ((offer: Known) => number)[] =
    sort === 'salary'
      ? [(offer) => offer.salary ?? -1, (offer) => offer.published.getTime()]
      : [
          ...(sort === 'relevance' ? [tier] : []),
          (offer) => Number(offer.featured),
          (offer) => offer.published.getTime(),
        ];
  return offers
    .toSorted(
      (a, b) => by.map((key) => key(b) - key(a)).find((difference) => difference !== 0) ?? b.id - a.id,
    )
    .map(({ id }) => id);
}

describe('searchOffers', () => {
  it('agrees with going through all offers one by one', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (asked) => {
        const there = withoutUnknown(asked);
        const found = passing(there);
        const result = await searchOffers(database.db, asked, NOW);
        expect(result.filters).toEqual(there);
        // Mending words is a matter of its own.
        fc.pre(found.length > 0 || asked.q === undefined || result.total === 0);
        expect(result.total).toBe(found.length);
        expect(result.totalCapped).toBe(false);
        expect(result.corrected).toBeNull();
        expect(result.pages).toBe(Math.max(1, Math.ceil(found.length / PAGE_SIZE)));
        expect(result.rows.map(({ id }) => id)).toEqual(
          ordered(there, found).slice((asked.page - 1) * PAGE_SIZE, asked.page * PAGE_SIZE),
        );
        const valuesOf: Record<(typeof FACET_KEYS)[number], (offer: Known) => (string | null)[]> = {
          role: (offer) => [offer.role],
          skill: (offer) => offer.skills,
          seniority: (offer) => [offer.seniority],
          workplace: (offer) => [offer.workplace],
          contract: (offer) => offer.contracts,
          city: (offer) => offer.cities,
          country: (offer) => offer.countries,
          payStated: (offer) => (offer.salary === null ? [] : ['stated']),
        };
        for (const key of FACET_KEYS) {
          const counts = new Map<string, number>();
          for (const offer of passing(there, key)) {
            for (const value of valuesOf[key](offer)) {
              if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
            }
          }
          const shown = result.facets[key];
          expect(
            new Map(shown.filter(({ count }) => count > 0).map(({ value, count }) => [value, count])),
          ).toEqual(counts);
          const selected = there[key] === true ? ['stated'] : there[key] === false ? [] : there[key];
          expect(
            shown
              .filter((one) => one.selected)
              .map(({ value }) => value)
              .sort(),
          ).toEqual([...selected].sort());
          expect(shown.some(({ capped }) => capped)).toBe(false);
        }
        const bare = await searchOffers(database.db, asked, NOW, { facets: false });
        expect(bare.rows).toEqual(result.rows);
        expect(bare.total).toBe(result.total);
      }),
      { numRuns: 250, seed: 11 },
    );
  });

  it('is the bare list where nothing that was asked for is there', async () => {
    const nothing = { role: ['no-such-role'], city: ['nowhere'], country: ['xx'], company: ['no-such-firm'] };
    const bare = await searchOffers(database.db, NO_FILTERS, NOW);
    expect(await searchOffers(database.db, { ...NO_FILTERS, ...nothing }, NOW)).toEqual(bare);
  });

  it('keeps role other off the bare list, and finds it by words, by company and by its role', async () => {
    const roles = async (some: Partial<OfferFilters>) => {
      const { rows } = await searchOffers(database.db, { ...NO_FILTERS, ...some }, NOW);
      return rows.map(({ role }) => role.slug);
    };
    expect(await roles({})).not.toContain('other');
    expect(await roles({ skill: ['java'] })).not.toContain('other');
    expect(await roles({ q: 'vacancy', sort: 'newest' })).toContain('other');
    expect(await roles({ company: ['firm-0'] })).toContain('other');
    expect(new Set(await roles({ role: ['other'] }))).toEqual(new Set(['other']));
  });
});

describe('searchOffers over more than are counted', () => {
  const many = COUNT_CAP + 700;

  beforeAll(async () => {
    const { db } = database;
    const city = await createPlace(db, { slug: 'crowded', name: 'Crowded', countryCode: 'PT' });
    const model = await createOffer(db, { role: 'devops', workplace: 'hybrid', title: 'Keeper' });
    const place = await createPlace(db, { slug: 'quiet', name: 'Quiet', countryCode: 'PT' });
    await db.execute(sql`
      insert into offer (slug, company_id, role_id, state, title, description_html, seniority, workplace,
        featured, apply_url, source, published_at, expires_at)
      select 'many-' || n, ${model.companyId}, ${model.roleId}, 'live', 'Keeper of engines', '<p>Keep them.</p>',
        (array['junior', 'senior'])[1 + n % 2]::seniority, (array['remote', 'onsite', 'hybrid'])[1 + n % 3]::workplace,
        n % 50 = 0, 'https://example.com', 'employer', ${NOW.toISOString()}::timestamptz - n * interval '10 minutes',
        ${NOW.toISOString()}::timestamptz + interval '1 day'
      from generate_series(1, ${many}::int) n`);
    await db.execute(sql`
      insert into offer_place (offer_id, place_id, use, position)
      select id, case when id % 7 = 0 then ${place.id}::int else ${city.id}::int end, 'workplace', 0
      from offer where slug like 'many-%'`);
    const rows = await db.execute<{ id: number }>(
      sql`select id from offer where slug like 'many-%' order by id`,
    );
    const ids = rows.map(({ id }) => id);
    for (let i = 0; i < ids.length; i += 500) await indexOffers(db, ids.slice(i, i + 500));
    await db.execute(sql`analyze offer_search, offer_text`);
  }, 60_000);

  const search = (some: Partial<OfferFilters>) => searchOffers(database.db, { ...NO_FILTERS, ...some }, NOW);
  const exact = async (condition: ReturnType<typeof sql>) => {
    const [row] = await database.db.execute<{ n: number }>(sql`
      select count(*)::int as n from offer where slug like 'many-%' and ${condition}`);
    return row?.n;
  };

  it('counts one filter exactly, with all that goes with it, and turns to the last page', async () => {
    const result = await search({ role: ['devops'] });
    expect(result).toMatchObject({ total: many, totalCapped: false });
    const [senior] = result.facets.seniority.filter(({ value }) => value === 'senior');
    expect(senior).toMatchObject({ count: await exact(sql`seniority = 'senior'`), capped: false });
    const last = await search({ role: ['devops'], page: result.pages });
    expect(last.rows).toHaveLength(many % PAGE_SIZE || PAGE_SIZE);
    const beyond = await search({ role: ['devops'], page: result.pages + 1 });
    expect(beyond).toMatchObject({ rows: [], pages: result.pages, total: many });
  });

  it('says so where it stops counting', async () => {
    const result = await search({ role: ['devops'], country: ['pt'] });
    expect(result).toMatchObject({ total: COUNT_CAP, totalCapped: true, pages: COUNT_CAP / PAGE_SIZE });
    expect(result.facets.workplace.map(({ capped }) => capped)).toEqual([true, true, true]);
    // Without its own filter a facet has one filter left, and is exact.
    const [role] = result.facets.role;
    expect(role).toMatchObject({ value: 'devops', count: many, capped: false });
    expect((await search({ role: ['devops'], country: ['pt'], page: result.pages })).rows).toHaveLength(
      PAGE_SIZE,
    );
    expect((await search({ role: ['devops'], country: ['pt'], page: result.pages + 1 })).rows).toEqual([]);
  });

  it.each([
    { role: ['devops'], country: ['pt'] },
    { role: ['devops', 'game'] },
    { q: 'keeper engines', sort: 'newest' as const },
    { q: 'keeper', role: ['devops'], sort: 'newest' as const },
    { posted: 14 as const, role: ['devops'] },
  ])('shows the newest first, featured ones before them, of %o', async (some) => {
    const expected = await database.db.execute<{ id: number }>(sql`
      select id from offer
      where slug like 'many-%' and published_at >= ${daysAgo(some.posted ?? 365).toISOString()}
      order by featured desc, published_at desc, id desc limit ${PAGE_SIZE} offset ${PAGE_SIZE}`);
    const { rows } = await search({ ...some, page: 2 });
    expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  it('agrees with going through all offers where two filters leave few', async () => {
    const result = await search({ city: ['quiet'], seniority: ['junior'] });
    expect(result).toMatchObject({
      total: await exact(sql`seniority = 'junior' and id % 7 = 0`),
      totalCapped: false,
    });
  });
});
