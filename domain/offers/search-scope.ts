import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { OTHER_ROLE } from '@/domain/roles/queries';
import {
  countryFacet,
  FACET_BASE,
  type FacetKind,
  numberedFacet,
  PAY_STATED,
  payBandsFrom,
  spanOfTurn,
} from './facets';
import type { OfferFilters } from './input';

const DAY_MS = 86_400_000;

/** Filters that the visitor ticks, each with counts beside its values. */
export const FACET_KEYS = [
  'role',
  'skill',
  'seniority',
  'workplace',
  'contract',
  'city',
  'country',
  'payStated',
] as const;
export type FacetKey = (typeof FACET_KEYS)[number];

/** An offer passes if it carries any of the facets; none passes where the list is empty. */
export type Group = {
  key: FacetKey | 'company' | 'salaryMin' | 'posted';
  kind: FacetKind;
  facets: number[];
  /** Sum of the kept counts: at least as many offers as pass. */
  offers: number;
  /** True if every offer that passes carries one of the facets only, so that their counts add up. */
  disjoint: boolean;
  /** True if the counts of all other facets beside these are kept too. */
  paired: boolean;
};

/** What a search comes down to in the search tables. */
export type Scope = {
  groups: Group[];
  words: SearchWords | undefined;
  salaryMin: number | undefined;
  publishedAfter: Date | undefined;
  /** Offers outside IT show only to those who ask for them: by words, by company, or by role `other`. */
  outsideIt: boolean;
  now: Date;
  /** Kept counts of the turns of all offers, in the order of a list with the newest first. */
  turns: Turn[];
};

export type Turn = { facet: number; offers: number };

export type SearchWords = {
  /** As typed, in websearch syntax. */
  text: string;
  /** Beginning of one more word. */
  prefix: string | undefined;
  /** How many offers the planner expects to hold them. */
  offers: number;
};

/** The scope of `filters`; slugs that no row has stand for nothing, so a filter of only such finds nothing. */
export async function resolveScope(db: Db, filters: OfferFilters, now: Date): Promise<Scope> {
  const groups: Group[] = [];
  const add = (key: Group['key'], kind: FacetKind, facets: number[]) =>
    groups.push({ key, kind, facets, offers: 0, disjoint: false, paired: false });
  // What has a slug gets its facets from the database, and so do turns.
  for (const key of ['role', 'skill', 'city', 'company'] as const) {
    if (filters[key].length > 0) add(key, key, []);
  }
  for (const key of ['seniority', 'workplace', 'contract'] as const) {
    const facets = filters[key].map((value) => numberedFacet(key, value));
    if (facets.length > 0) add(key, key, facets);
  }
  if (filters.country.length > 0) add('country', 'country', filters.country.map(countryFacet));
  if (filters.payStated) add('payStated', 'payStated', [PAY_STATED]);
  if (filters.salaryMin !== undefined) add('salaryMin', 'payBand', payBandsFrom(filters.salaryMin));
  if (filters.posted !== undefined) add('posted', 'turn', []);

  const publishedAfter =
    filters.posted === undefined ? undefined : new Date(now.getTime() - filters.posted * DAY_MS);
  const narrowed = groups.length > 0 || filters.q !== undefined;
  return {
    groups,
    words:
      filters.q === undefined ? undefined : await estimateWords(db, { text: filters.q, prefix: undefined }),
    salaryMin: filters.salaryMin,
    publishedAfter,
    outsideIt: filters.q !== undefined || filters.company.length > 0 || filters.role.includes(OTHER_ROLE),
    now,
    turns: narrowed ? await addKeptCounts(db, groups, filters, publishedAfter) : [],
  };
}

/** Asks the planner, which keeps statistics of words, how many offers hold those. */
export async function estimateWords(
  db: Db,
  { text, prefix }: Omit<SearchWords, 'offers'>,
): Promise<SearchWords> {
  const words = { text, prefix };
  const [row] = await db.execute<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    sql`explain (format json) select from offer_text where tsv @@ ${textQuery(words)}`,
  );
  return { ...words, offers: row?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0 };
}

/** The same scope without the group of `key`: what the counts of that facet are taken from. */
export function withoutGroup(scope: Scope, key: Group['key']): Scope {
  return { ...scope, groups: scope.groups.filter((group) => group.key !== key) };
}

/** True if nothing narrows the scope, so that the kept counts hold. */
export function isWhole(scope: Scope): boolean {
  return scope.groups.length === 0 && scope.words === undefined;
}

/** The table that a scope is searched in: both have the columns of the narrow row. */
export function tableOf(scope: Scope): SQL {
  return scope.words === undefined ? sql`offer_search` : sql`offer_text`;
}

/** SQL condition on a row of `tableOf(scope)`. */
export function conditionsOf(scope: Scope): SQL {
  const conditions = scope.groups.map((group) => sql`facets && ${intArray(group.facets)}`);
  if (scope.words) conditions.push(sql`tsv @@ ${textQuery(scope.words)}`);
  // The pay bands have narrowed it down; as a sum it does not tempt the planner to read the index of pay.
  if (scope.salaryMin !== undefined) conditions.push(sql`salary + 0 >= ${scope.salaryMin}`);
  if (scope.publishedAfter) conditions.push(sql`published >= ${scope.publishedAfter.toISOString()}`);
  if (!scope.outsideIt) conditions.push(sql`not outside_it`);
  conditions.push(sql`expires > ${scope.now.toISOString()}`);
  return sql.join(conditions, sql` and `);
}

/** A tsquery; never an error, whatever was typed. Parts of front-end are searched as two words, not as a phrase. */
export function textQuery({ text, prefix }: Omit<SearchWords, 'offers'>): SQL {
  const parted = text.replaceAll(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, ' ');
  const whole = sql`websearch_to_tsquery('rolecall', search_words(${parted}))`;
  return prefix === undefined ? whole : sql`(${whole} && to_tsquery('rolecall', ${`${prefix}:*`}))`;
}

/** An int[] as one parameter. */
export function intArray(values: readonly number[]): SQL {
  return sql`${`{${values.join(',')}}`}::int[]`;
}

/** Kinds of which an offer has one value only. */
const SINGLE: FacetKind[] = ['role', 'seniority', 'workplace', 'payStated', 'company', 'payBand', 'turn'];

type Kept = {
  asked: { key: string; facet: number; offers: number; paired: boolean }[] | null;
  turns: [facet: number, offers: number][] | null;
};

/** Looks up slugs and kept counts in one go, adds them to `groups`, and gives the counts of turns. */
async function addKeptCounts(
  db: Db,
  groups: Group[],
  filters: OfferFilters,
  publishedAfter: Date | undefined,
): Promise<Turn[]> {
  const named = [
    ['role', 'role', filters.role],
    ['skill', 'skill', filters.skill],
    ['city', 'place', filters.city],
    ['company', 'company', filters.company],
  ] as const;
  const known = groups.flatMap((group) => group.facets.map((facet) => ({ key: group.key, facet })));
  const lookups = [
    sql`select key, facet from json_to_recordset(${JSON.stringify(known)}::json) as known (key text, facet int)`,
    ...named
      .filter(([, , slugs]) => slugs.length > 0)
      .map(
        ([key, table, slugs]) => sql`
          select ${key}::text as key, ${FACET_BASE[key]}::int + id from ${sql.identifier(table)}
          where slug in (select json_array_elements_text(${JSON.stringify(slugs)}::json))
            ${key === 'city' ? sql`and kind = 'city'` : sql``}`,
      ),
  ];
  const [kept] = await db.execute<Kept>(sql`
    with asked as (${sql.join(lookups, sql` union all `)})
    select (
      select json_agg(json_build_object('key', key, 'facet', asked.facet,
        'offers', coalesce(kept.offers, 0), 'paired', coalesce(kept.paired, false)))
      from asked left join lateral (
        select offers, paired from facet_count c where c.facet = asked.facet limit 1
      ) kept on true
    ) as asked, (
      select json_agg(json_build_array(facet, offers) order by facet desc) from facet_count
      where facet >= ${FACET_BASE.turn}::int
    ) as turns`);
  const turns = (kept?.turns ?? []).map(([facet, offers]) => ({ facet, offers }));
  for (const group of groups) {
    const found =
      group.key === 'posted'
        ? turns
            .filter(({ facet }) => publishedAfter && spanOfTurn(facet).until > publishedAfter)
            .map((turn) => ({ ...turn, paired: false }))
        : (kept?.asked ?? []).filter((row) => row.key === group.key);
    group.facets = found.map((row) => row.facet);
    group.offers = found.reduce((sum, row) => sum + row.offers, 0);
    group.disjoint = SINGLE.includes(group.kind) || found.length === 1;
    group.paired = group.disjoint && found.every((row) => row.paired);
  }
  return turns;
}
