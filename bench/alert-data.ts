import type { Sql } from 'postgres';
import { seededRandom } from '@/dev/seeded-random';
import { alertQuery } from '@/domain/newsletter/input';
import { NO_FILTERS, type OfferFilters, SENIORITIES, WORKPLACES } from '@/domain/offers/input';
import { NOW, pick, pickZipf } from './search-data';

const CHUNK = 10_000;

/** What is named in alerts, most wanted first. */
type Names = {
  roles: string[];
  skills: string[];
  cities: string[];
  countries: string[];
  companies: string[];
};

type Kind = 'role' | 'skill' | 'words' | 'place' | 'company' | 'broad';

/** Most people ask for what they do; few ask for everything of a level or a workplace. */
const SHARES: [Kind, number][] = [
  ['role', 0.38],
  ['skill', 0.335],
  ['words', 0.14],
  ['place', 0.1],
  ['company', 0.04],
  ['broad', 0.005],
];

/** How many conditions are drawn beside the first one; of one kind, the last counts. */
const MORE = [1, 2, 3, 3, 4];

const WORDS = [
  'python',
  'java developer',
  'senior backend',
  'data engineer',
  'kubernetes',
  'c++',
  'node.js',
  'react frontend',
  'machine learning',
  'payments',
  'linux administrator',
  '"data engineer" -senior',
  'rust or haskell',
  'fintech',
  'compiler',
  'robotics',
  'embedded linux',
  'amber works',
  'incident response',
  'postgres performance',
];

/**
 * Writes `count` active alerts, one to a subscriber, drawn like the searches of SEARCH.md's test: by role, skills,
 * words, places and companies, with some more conditions beside, and few broad ones.
 */
export async function generateAlerts(sql: Sql, count: number): Promise<void> {
  const at = NOW.toISOString();
  const names = await readNames(sql);
  const random = seededRandom(11);
  for (let from = 0; from < count; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, count - from) }, (_, i) => {
      const filters = { ...NO_FILTERS, ...drawAlert(random, names) };
      return { n: from + i + 1, query: alertQuery(filters), filters: JSON.stringify(filters) };
    });
    await sql`
      with drawn as (
        select * from json_to_recordset(${JSON.stringify(rows)}::json) as v (n int, query text, filters jsonb)
      ), reader as (
        insert into subscriber (email, state, created_at, confirmed_at)
        select 'reader-' || n || '@readers.example', 'active', ${at}::timestamptz - interval '90 days',
          ${at}::timestamptz - interval '90 days' from drawn
        returning id, email
      )
      insert into subscription (subscriber_id, kind, query, filters, frequency, state, created_at, confirmed_at)
      select reader.id, 'alert', query, filters,
        (array['instant', 'daily', 'daily', 'weekly'])[1 + n % 4]::alert_frequency, 'active',
        ${at}::timestamptz - interval '90 days', ${at}::timestamptz - interval '90 days'
      from drawn join reader on reader.email = 'reader-' || n || '@readers.example'`;
  }
  await sql`vacuum analyze subscriber, subscription`;
}

async function readNames(sql: Sql): Promise<Names> {
  const column = async (rows: Promise<{ slug: string }[]>) => (await rows).map(({ slug }) => slug);
  const byOffers = (base: number, table: string) =>
    column(sql`
      select t.slug from ${sql(table)} t join facet_count c on c.facet = ${base}::int + t.id
      order by c.offers desc, t.slug`);
  const [roles, skills, cities, companies, countries] = await Promise.all([
    byOffers(100_000_000, 'role'),
    byOffers(500_000_000, 'skill'),
    byOffers(600_000_000, 'place'),
    byOffers(900_000_000, 'company'),
    column(sql`
      select lower(country_code) as slug from place where kind = 'city' group by 1 order by count(*) desc, 1`),
  ]);
  return { roles, skills, cities, companies, countries };
}

function drawAlert(random: () => number, names: Names): Partial<OfferFilters> {
  const kind = pickShare(random);
  if (kind === 'broad') return pick(random, BESIDE)(random);
  const alert = FIRST[kind](random, names);
  for (let more = pick(random, MORE); more > 0; more--) {
    Object.assign(alert, pick(random, [...BESIDE, placeOf(names), placeOf(names), skillOf(names)])(random));
  }
  return alert;
}

const FIRST: Record<Exclude<Kind, 'broad'>, (random: () => number, names: Names) => Partial<OfferFilters>> = {
  role: (random, { roles }) => ({ role: draw(random, roles, random() < 0.1 ? 2 : 1) }),
  skill: (random, names) => skillOf(names)(random),
  words: (random) => ({ q: pickZipf(random, WORDS) }),
  place: (random, names) => placeOf(names)(random),
  company: (random, { companies }) => ({ company: draw(random, companies, 1) }),
};

const placeOf =
  ({ cities, countries }: Names) =>
  (random: () => number): Partial<OfferFilters> =>
    random() < 0.7 ? { city: draw(random, cities, 1) } : { country: draw(random, countries, 1) };

const skillOf =
  ({ skills }: Names) =>
  (random: () => number): Partial<OfferFilters> => ({
    skill: draw(random, skills, pick(random, [1, 1, 1, 2])),
  });

const BESIDE: ((random: () => number) => Partial<OfferFilters>)[] = [
  (random) => ({ seniority: draw(random, SENIORITIES, random() < 0.4 ? 2 : 1) }),
  (random) => ({ workplace: draw(random, WORKPLACES, random() < 0.3 ? 2 : 1) }),
  (random) => ({ salaryMin: pick(random, [40_000, 50_000, 60_000, 80_000, 100_000]) }),
  () => ({ contract: ['b2b'] }),
  () => ({ payStated: true }),
];

function draw<T extends string>(random: () => number, values: readonly T[], count: number): T[] {
  return [...new Set(Array.from({ length: count }, () => pickZipf(random, values)))].sort();
}

function pickShare(random: () => number): Kind {
  let left = random();
  for (const [kind, share] of SHARES) {
    left -= share;
    if (left <= 0) return kind;
  }
  return 'role';
}
