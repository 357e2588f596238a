import { seededRandom } from '@/dev/seeded-random';
import { NO_FILTERS, type OfferFilters, SENIORITIES, WORKPLACES } from '@/domain/offers/input';
import { pick, pickZipf } from './search-data';

export type QueryClass = 'unfiltered' | 'one filter' | 'two filters' | 'text' | 'odd';
export type BenchQuery = { class: QueryClass; filters: OfferFilters };

const SHARES: [QueryClass, number][] = [
  ['unfiltered', 0.3],
  ['one filter', 0.25],
  ['two filters', 0.25],
  ['text', 0.15],
  ['odd', 0.05],
];

// Most wanted first, as visitors ask for them.
const ROLES = [
  'backend',
  'frontend',
  'full-stack',
  'devops',
  'data-engineer',
  'qa',
  'mobile',
  'security',
  'game',
];
const SKILLS = [
  'python',
  'java',
  'typescript',
  'react',
  'kubernetes',
  'go',
  'c-sharp',
  'rust',
  'terraform',
  'unity',
];
const CITIES = ['pl-1', 'de-1', 'gb-1', 'cz-1', 'pl-2', 'nl-1', 'es-2', 'fr-5', 'se-9'];
const COUNTRIES = ['pl', 'de', 'gb', 'nl', 'us', 'ch'];
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
  'amber works',
];
const ODD: Partial<OfferFilters>[] = [
  { q: 'kubernets' },
  { q: '"data engineer" -senior' },
  { q: 'rust or haskell', sort: 'newest' },
  { q: 'the' },
  { q: 'zzzzqqq' },
  { sort: 'salary' },
  { sort: 'salary', role: ['backend'], page: 3 },
  { page: 40 },
  {
    role: ['backend', 'frontend', 'qa'],
    skill: ['python', 'java'],
    workplace: ['remote'],
    city: ['pl-1', 'de-1'],
  },
  { posted: 1, payStated: true },
];

const filter = {
  role: (random: () => number) => ({ role: [pickZipf(random, ROLES)] }),
  skill: (random: () => number) => ({ skill: [pickZipf(random, SKILLS)] }),
  city: (random: () => number) => ({ city: [pickZipf(random, CITIES)] }),
  country: (random: () => number) => ({ country: [pickZipf(random, COUNTRIES)] }),
  seniority: (random: () => number) => ({ seniority: [pick(random, SENIORITIES)] }),
  workplace: (random: () => number) => ({ workplace: [pick(random, WORKPLACES)] }),
  contract: () => ({ contract: ['b2b' as const] }),
  salaryMin: (random: () => number) => ({ salaryMin: pick(random, [40_000, 60_000, 80_000, 100_000]) }),
  posted: (random: () => number) => ({ posted: pick(random, [1, 7] as const) }),
  company: (random: () => number) => ({ company: [`company-${1 + Math.floor(200 * random() ** 2)}`] }),
};
// Role and skill are asked for most.
const KINDS = [
  'role',
  'role',
  'role',
  'skill',
  'skill',
  'skill',
  'city',
  'city',
  'country',
  'seniority',
  'workplace',
  'workplace',
  'contract',
  'salaryMin',
  'posted',
  'company',
] as const;

/** `count` queries in SEARCH.md's proportions, the same in every run. */
export function composeQueries(count: number): BenchQuery[] {
  const random = seededRandom(7);
  const queries = SHARES.flatMap(([name, share]) =>
    Array.from({ length: Math.round(count * share) }, (_, i) => ({
      class: name,
      filters: { ...NO_FILTERS, ...compose(name, random, i) },
    })),
  );
  return queries
    .map((query) => ({ query, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ query }) => query);
}

function compose(name: QueryClass, random: () => number, index: number): Partial<OfferFilters> {
  if (name === 'unfiltered') return { page: index % 5 === 0 ? 2 : 1 };
  if (name === 'odd') return ODD[index % ODD.length] ?? {};
  const first = pick(random, KINDS);
  const one = filter[first](random);
  if (name === 'one filter') return one;
  if (name === 'text') return { ...one, q: pickZipf(random, WORDS) };
  const second = pick(
    random,
    KINDS.filter((kind) => kind !== first),
  );
  return { ...one, ...filter[second](random) };
}
