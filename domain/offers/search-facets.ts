import { type SQL, sql } from 'drizzle-orm';
import { OTHER_ROLE } from '@/domain/roles/queries';
import {
  COUNTED_END,
  countryOfFacet,
  FACET_BASE,
  type FacetKind,
  KIND_SIZE,
  kindOfFacet,
  type NumberedKind,
  numberedFacet,
  PAY_STATED,
} from './facets';
import { CONTRACTS, SENIORITIES, WORKPLACES } from './input';
import { CONTRACT_LABELS, SENIORITY_LABELS, WORKPLACE_LABELS } from './rules';
import { COUNT_CAP } from './search-counts';
import { newestHits } from './search-hits';
import { keptCounts } from './search-kept';
import { FACET_KEYS, type FacetKey, intArray, type Scope, withoutGroup } from './search-scope';

/** One value of a filter and the offers that would be found if the filter were set to it. */
export type FacetCount = {
  /** As in the URL: a slug or a code. */
  value: string;
  label: string;
  count: number;
  /** There are at least so many: counting stopped at the cap. */
  capped: boolean;
  selected: boolean;
};

export type Facets = Record<FacetKey, FacetCount[]>;

export const NO_FACETS: Facets = {
  role: [],
  skill: [],
  seniority: [],
  workplace: [],
  contract: [],
  city: [],
  country: [],
  payStated: [],
};

/** Values shown of a facet that has many, beside those selected. */
const MAX_VALUES = 30;

/** What the SQL of `countFacets` gives. */
export type CountedFacets = {
  values: [facet: number, offers: number, named: [slug: string, label: string] | null][] | null;
  /** Offers that were counted one by one, by facet with a pass of its own. */
  counted: Partial<Record<FacetKey, number>>;
};

/**
 * CTEs and a JSON expression (`CountedFacets`) for the counts of `scope`: kept ones where there are, else
 * from the hits in the CTE `base`. A facet that narrows the scope is counted without its own filter, in a
 * pass of its own.
 */
export function countFacets(scope: Scope): { ctes: SQL[]; json: SQL } {
  const own = FACET_KEYS.filter((key) => scope.groups.some((group) => group.key === key));
  const ctes: SQL[] = [];
  const counted: SQL[] = [];
  const parts: SQL[] = [
    sql`select facet, offers from (${keptCounts(scope) ?? unnestedCounts('base')}) base_counts
      where facet < ${COUNTED_END}::int ${sql.join(own.map((key) => sql` and not ${isOfKind(key)}`))}`,
  ];
  for (const key of own) {
    const rest = withoutGroup(scope, key);
    const kept = keptCounts(rest);
    if (kept) {
      parts.push(sql`select facet, offers from (${kept}) kept where ${isOfKind(key)}`);
      continue;
    }
    const name = `without_${key}`;
    ctes.push(newestHits(name, rest, sql`id, featured, published, salary, facets`));
    parts.push(passCounts(name, key));
    counted.push(sql`${key}::text, (select count(*) from ${sql.identifier(name)})`);
  }
  const selected = intArray(scope.groups.flatMap((group) => group.facets));
  ctes.push(sql`
    tallied as (
      select facet, sum(offers)::int as offers from (
        ${sql.join(parts, sql` union all `)}
        union all select unnest(${selected}), 0
      ) parts where facet < ${COUNTED_END}::int group by facet
    ),
    ranked as (
      select facet, facet % ${KIND_SIZE}::int as id, facet / ${KIND_SIZE}::int as kind, offers,
        row_number() over (partition by facet / ${KIND_SIZE}::int order by offers desc, facet) as rank
      from tallied
    )`);
  const json = sql`json_build_object(
    'values', (
      select json_agg(json_build_array(facet, offers, case kind
        when ${kindNumber('role')} then (select json_build_array(slug, title) from role r where r.id = ranked.id)
        when ${kindNumber('skill')} then (select json_build_array(slug, name) from skill k where k.id = ranked.id)
        when ${kindNumber('city')} then (select json_build_array(slug, name) from place p where p.id = ranked.id)
        end) order by offers desc, facet)
      from ranked where rank <= ${MAX_VALUES} or facet = any(${selected})),
    'counted', json_build_object(${sql.join(counted, sql`, `)}))`;
  return { ctes, json };
}

/** The counts as the page shows them; `baseCapped` if the scope itself holds more offers than were counted. */
export function readFacets(result: CountedFacets, scope: Scope, baseCapped: boolean): Facets {
  const own = new Set(scope.groups.map((group) => group.key));
  const chosen = new Set(scope.groups.flatMap((group) => group.facets));
  const facets: Facets = { ...NO_FACETS };
  const capped = (key: FacetKey) => (own.has(key) ? (result.counted[key] ?? 0) > COUNT_CAP : baseCapped);
  for (const key of FACET_KEYS) facets[key] = [];
  for (const [facet, offers, named] of result.values ?? []) {
    const key = FACET_KEYS.find((one) => one === kindOfFacet(facet));
    const value = key && labelled(key, facet, named);
    if (!value || (key === 'role' && value.value === OTHER_ROLE && !scope.outsideIt)) continue;
    const { value: slugOrCode, label: shown } = value;
    facets[key].push({
      value: slugOrCode,
      label: shown,
      count: offers,
      capped: capped(key),
      selected: chosen.has(facet),
    });
  }
  // A short list is shown whole and in its own order.
  for (const [key, all] of SHORT_LISTS) {
    facets[key] = all.map(
      ({ facet, value, label }) =>
        facets[key].find((found) => found.value === value) ?? {
          value,
          label,
          count: 0,
          capped: false,
          selected: chosen.has(facet),
        },
    );
  }
  return facets;
}

function unnestedCounts(name: string): SQL {
  return sql`
    select facet, count(*) as offers from (select unnest(facets) as facet from ${sql.identifier(name)}) carried
    group by facet`;
}

/** The counts of one facet; what has its place in the row need not be unnested. */
function passCounts(name: string, key: FacetKey): SQL {
  const inPlace: Partial<Record<FacetKey, SQL>> = {
    role: sql`facets[1]`,
    seniority: sql`facets[2]`,
    workplace: sql`facets[3]`,
    payStated: sql`case when salary is not null then ${PAY_STATED}::int end`,
  };
  const facet = inPlace[key];
  if (!facet) return sql`select * from (${unnestedCounts(name)}) counts where ${isOfKind(key)}`;
  return sql`select ${facet} as facet, count(*) as offers from ${sql.identifier(name)} group by 1`;
}

function kindNumber(kind: FacetKind): SQL {
  return sql.raw(String(FACET_BASE[kind] / KIND_SIZE));
}

/** SQL condition: `facet` is of that kind. */
function isOfKind(kind: FacetKind): SQL {
  return sql`(facet >= ${FACET_BASE[kind]}::int and facet < ${FACET_BASE[kind] + KIND_SIZE}::int)`;
}

type ShortList = { facet: number; value: string; label: string }[];

const SHORT_LISTS: [FacetKey, ShortList][] = [
  ['seniority', shortList('seniority', SENIORITIES, SENIORITY_LABELS)],
  ['workplace', shortList('workplace', WORKPLACES, WORKPLACE_LABELS)],
  ['contract', shortList('contract', CONTRACTS, CONTRACT_LABELS)],
  ['payStated', [{ facet: PAY_STATED, value: 'stated', label: 'Pay stated' }]],
];

function shortList<T extends string>(
  kind: NumberedKind,
  values: readonly T[],
  labels: Record<T, string>,
): ShortList {
  return values.map((value) => ({ facet: numberedFacet(kind, value), value, label: labels[value] }));
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

function labelled(
  key: FacetKey,
  facet: number,
  named: [slug: string, label: string] | null,
): { value: string; label: string } | undefined {
  if (key === 'country') {
    const code = countryOfFacet(facet);
    return { value: code, label: countryNames.of(code.toUpperCase()) ?? code.toUpperCase() };
  }
  if (named) return { value: named[0], label: named[1] };
  return SHORT_LISTS.find(([one]) => one === key)?.[1].find((one) => one.facet === facet);
}
