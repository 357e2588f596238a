import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { OTHER_ROLE } from '@/domain/roles/queries';
import {
  countryFacet,
  FACET_BASE,
  type FacetKind,
  facetOf,
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

/** Filters whose values are rows of a table. */
export const NAMED_KEYS = ['role', 'skill', 'city', 'country', 'company'] as const;
export type NamedKey = (typeof NAMED_KEYS)[number];
const TABLES = { role: 'role', skill: 'skill', city: 'place', company: 'company' } as const;

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

/** A scope with the filters it came from, without slugs and countries that there are not. */
export type FilterScope = Scope & { filters: OfferFilters };

export type Turn = { facet: number; offers: number };

export type SearchWords = {
  /** As typed, in websearch syntax. */
  text: string;
  /** Beginning of one more word. */
  prefix: string | undefined;
  /** How many offers the planner expects to hold them. */
  offers: number;
};

/**
 * The scope of `asked`. Slugs and countries that no row has are dropped, as other unknown values of a URL are; a skill
 * that was renamed or merged goes by its slug of today.
 */
export async function resolveScope(db: Db, asked: OfferFilters, now: Date): Promise<FilterScope> {
  const [named, words] = await Promise.all([
    findNamed(db, asked),
    asked.q === undefined ? undefined : estimateWords(db, { text: asked.q, prefix: undefined }),
  ]);
  const filters = { ...asked };
  for (const key of NAMED_KEYS) {
    const found = asked[key].flatMap((value) =>
      named.filter((row) => row.key === key && row.value === value).map(({ now }) => now),
    );
    filters[key] = [...new Set(found)];
  }
  const groups: Group[] = [];
  const add = (key: Group['key'], kind: FacetKind, facets: number[]) =>
    groups.push({ key, kind, facets, offers: 0, disjoint: false, paired: false });
  for (const key of NAMED_KEYS) {
    const facets = new Set(named.filter((row) => row.key === key).map(({ facet }) => facet));
    if (facets.size > 0) add(key, key, [...facets]);
  }
  for (const key of ['seniority', 'workplace', 'contract'] as const) {
    const facets = filters[key].map((value) => numberedFacet(key, value));
    if (facets.length > 0) add(key, key, facets);
  }
  if (filters.payStated) add('payStated', 'payStated', [PAY_STATED]);
  if (filters.salaryMin !== undefined) add('salaryMin', 'payBand', payBandsFrom(filters.salaryMin));
  if (filters.posted !== undefined) add('posted', 'turn', []);

  const publishedAfter =
    filters.posted === undefined ? undefined : new Date(now.getTime() - filters.posted * DAY_MS);
  const narrowed = groups.length > 0 || filters.q !== undefined;
  return {
    filters,
    groups,
    words,
    salaryMin: filters.salaryMin,
    publishedAfter,
    outsideIt: asksOutsideIt(filters),
    now,
    turns: narrowed ? await addKeptCounts(db, groups, publishedAfter) : [],
  };
}

/** Whether offers outside IT are among those asked for. */
export function asksOutsideIt({ q, company, role }: Pick<OfferFilters, 'q' | 'company' | 'role'>): boolean {
  return q !== undefined || company.length > 0 || role.includes(OTHER_ROLE);
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

/** A tsquery; never an error, whatever was typed. */
export function textQuery({ text, prefix }: Omit<SearchWords, 'offers'>): SQL {
  const whole = wordsQuery(sql`${partWords(text)}`);
  return prefix === undefined ? whole : sql`(${whole} && to_tsquery('rolecall', ${`${prefix}:*`}))`;
}

/** Parts of front-end are searched as two words, not as a phrase. */
export function partWords(text: string): string {
  return text.replaceAll(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, ' ');
}

/** The tsquery of a text that has been through `partWords`. */
export function wordsQuery(parted: SQL): SQL {
  return sql`websearch_to_tsquery('rolecall', search_words(${parted}))`;
}

/** An int[] as one parameter. */
export function intArray(values: readonly number[]): SQL {
  return sql`${`{${values.join(',')}}`}::int[]`;
}

/** `value` is what was asked for, `now` what that goes by today. */
export type Named = { key: NamedKey; value: string; now: string; facet: number };

/** The rows that the slugs and countries of `filters` stand for; skills by their former slugs too. */
export async function findNamed(db: Db, filters: Pick<OfferFilters, NamedKey>): Promise<Named[]> {
  const isOneOf = (column: SQL, values: string[]) =>
    sql`${column} in (select json_array_elements_text(${JSON.stringify(values)}::json))`;
  const lookups = NAMED_KEYS.filter((key) => filters[key].length > 0).map((key) => {
    if (key === 'country') {
      return sql`select 'country' as key, lower(country_code) as value, lower(country_code) as now, 0 as id from place
        where kind = 'country' and ${isOneOf(sql`lower(country_code)`, filters.country)}`;
    }
    const isKind = key === 'city' ? sql`and kind = 'city'` : sql``;
    const moved = sql`union all select 'skill', r.slug, k.slug, k.id from skill_redirect r
      join skill k on k.id = r.skill_id where ${isOneOf(sql`r.slug`, filters.skill)}`;
    return sql`select ${key}::text as key, slug as value, slug as now, id::int from ${sql.identifier(TABLES[key])}
      where ${isOneOf(sql`slug`, filters[key])} ${isKind} ${key === 'skill' ? moved : sql``}`;
  });
  if (lookups.length === 0) return [];
  const rows = await db.execute<Omit<Named, 'facet'> & { id: number }>(sql.join(lookups, sql` union all `));
  return rows.map(({ key, value, now, id }) => ({
    key,
    value,
    now,
    facet: key === 'country' ? countryFacet(value) : facetOf(key, id),
  }));
}

/** Kinds of which an offer has one value only. */
const SINGLE: FacetKind[] = ['role', 'seniority', 'workplace', 'payStated', 'company', 'payBand', 'turn'];

type Kept = {
  asked: { key: string; facet: number; offers: number; paired: boolean }[] | null;
  turns: [facet: number, offers: number][] | null;
};

/** Adds the kept counts to `groups`, the facets of turns as well, and gives the counts of all turns. */
async function addKeptCounts(db: Db, groups: Group[], publishedAfter: Date | undefined): Promise<Turn[]> {
  const asked = groups.flatMap((group) => group.facets.map((facet) => ({ key: group.key, facet })));
  const [kept] = await db.execute<Kept>(sql`
    select (
      select json_agg(json_build_object('key', key, 'facet', asked.facet,
        'offers', coalesce(kept.offers, 0), 'paired', coalesce(kept.paired, false)))
      from json_to_recordset(${JSON.stringify(asked)}::json) as asked (key text, facet int)
      left join lateral (
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
