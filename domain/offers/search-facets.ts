import { type SQL, sql } from 'drizzle-orm';
import {
  countryOfFacet,
  FACET_BASE,
  type FacetKind,
  kindOfFacet,
  type NumberedKind,
  numberedFacet,
  numberedValue,
} from './facets';
import { CONTRACTS, SENIORITIES, WORKPLACES } from './input';
import { CONTRACT_LABELS, SENIORITY_LABELS, WORKPLACE_LABELS } from './rules';
import { COUNT_CAP, newestHits } from './search-hits';
import { countedFacets } from './search-index';
import { FACET_KEYS, type FacetKey, intArray, isWhole, type Scope, withoutGroup } from './search-scope';

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
const BAND_WIDTH = 100_000_000;
/** Facets of every offer whose place in the array is known, so that they need not be unnested. */
const POSITION: Partial<Record<FacetKey, number>> = { role: 1, seniority: 2, workplace: 3 };

/** What the SQL of `countFacets` gives. */
export type CountedFacets = {
  values: [facet: number, offers: number, slug: string | null, label: string | null][] | null;
  paid: number;
  /** Offers that were counted, by facet with counts of its own. */
  counted: Partial<Record<FacetKey, number>>;
};

/**
 * CTEs and a JSON expression (`CountedFacets`) for the counts of `scope`, whose hits are in the CTE
 * `base`. A facet that narrows the scope is counted without its own filter, in a pass of its own.
 */
export function countFacets(scope: Scope): { ctes: SQL[]; json: SQL } {
  const own = FACET_KEYS.filter((key) => scope.groups.some((group) => group.key === key));
  const ctes: SQL[] = [];
  const counts: SQL[] = [isWhole(scope) ? keptCounts() : unnestedCounts('base', own)];
  const counted: SQL[] = [];
  let paid = isWhole(scope) ? keptPaid() : paidAmong('base');
  for (const key of own) {
    const rest = withoutGroup(scope, key);
    if (isWhole(rest)) {
      counts.push(sql`select * from (${keptCounts()}) kept where ${isOfKey(key)}`);
      if (key === 'payStated') paid = keptPaid();
      continue;
    }
    const name = `without_${key}`;
    ctes.push(newestHits(name, rest, sql`id, featured, published, salary, facets`));
    counted.push(sql`${key}::text, (select count(*) from ${sql.identifier(name)})`);
    if (key === 'payStated') paid = paidAmong(name);
    else counts.push(passCounts(name, key));
  }
  const selected = scope.groups.flatMap((group) => group.facets);
  ctes.push(sql`
    tallied as (
      select facet, sum(offers)::int as offers from (
        ${sql.join(counts, sql` union all `)}
        union all select unnest(${intArray(selected)}), 0
      ) parts where facet < ${FACET_BASE.company}::int group by facet
    ),
    ranked as (
      select facet, offers, row_number() over (
        partition by facet / ${BAND_WIDTH}::int order by offers desc, facet) as rank
      from tallied
    )`);
  const json = sql`json_build_object(
    'values', (
      select json_agg(json_build_array(facet, offers, coalesce(r.slug, k.slug, p.slug),
        coalesce(r.title, k.name, p.name)) order by offers desc, facet)
      from ranked
      left join role r on r.id = case when ${isOfKey('role')} then facet % ${BAND_WIDTH}::int end
      left join skill k on k.id = case when ${isOfKey('skill')} then facet % ${BAND_WIDTH}::int end
      left join place p on p.id = case when ${isOfKey('city')} then facet % ${BAND_WIDTH}::int end
      where rank <= ${MAX_VALUES} or facet = any(${intArray(selected)})),
    'paid', ${paid},
    'counted', json_build_object(${sql.join(counted, sql`, `)}))`;
  return { ctes, json };
}

/** The counts as the page shows them; `baseCapped` if the scope itself holds more offers than were counted. */
export function readFacets(result: CountedFacets, scope: Scope, baseCapped: boolean): Facets {
  const own = new Set(scope.groups.map((group) => group.key));
  const chosen = new Set(scope.groups.flatMap((group) => group.facets));
  const facets: Facets = { ...NO_FACETS };
  const capped = (key: FacetKey) =>
    own.has(key) ? (result.counted[key] ?? 0) > COUNT_CAP : baseCapped && !isWhole(scope);
  for (const key of FACET_KEYS) facets[key] = [];
  for (const [facet, offers, slug, label] of result.values ?? []) {
    const kind = kindOfFacet(facet);
    const key = FACET_KEYS.find((one) => one === kind);
    const value = labelled(kind, facet, slug, label);
    if (!key || !value || (kind === 'role' && value.value === 'other' && !scope.outsideIt)) continue;
    facets[key].push({ ...value, count: offers, capped: capped(key), selected: chosen.has(facet) });
  }
  for (const key of ['seniority', 'workplace', 'contract'] as const) {
    facets[key] = VALUES[key].map(
      (value) =>
        facets[key].find((found) => found.value === value) ?? {
          value,
          label: LABELS[key][value] ?? value,
          count: 0,
          capped: false,
          selected: chosen.has(numberedFacet(key, value)),
        },
    );
  }
  facets.payStated = [
    {
      value: 'stated',
      label: 'Pay stated',
      count: result.paid,
      capped: capped('payStated'),
      selected: own.has('payStated'),
    },
  ];
  return facets;
}

/** CTE `stale`: offers whose date has passed but which the worker has not closed yet; hardly ever any. */
export function staleOffers(now: Date): SQL {
  return sql`stale as materialized (
    select facets, outside_it, company from offer_search where expires <= ${now.toISOString()})`;
}

function keptCounts(): SQL {
  return sql`
    select facet, offers from facet_count where facet < ${FACET_BASE.company}::int
    union all select unnest(${countedFacets()}), -1 from stale`;
}

function keptPaid(): SQL {
  return sql`((select coalesce(sum(offers), 0) from facet_count
      where facet >= ${FACET_BASE.payBand}::int and facet < ${FACET_BASE.day}::int)
    - (select count(*) from stale, unnest(${countedFacets()}) facet
      where facet >= ${FACET_BASE.payBand}::int and facet < ${FACET_BASE.day}::int))`;
}

function paidAmong(name: string): SQL {
  return sql`(select count(salary) from ${sql.identifier(name)})`;
}

function unnestedCounts(name: string, except: FacetKey[]): SQL {
  const kept = except.filter((key) => key !== 'payStated').map((key) => sql` and not ${isOfKey(key)}`);
  return sql`
    select facet, count(*) as offers from (select unnest(facets) as facet from ${sql.identifier(name)}) carried
    where facet < ${FACET_BASE.company}::int ${sql.join(kept)} group by facet`;
}

function passCounts(name: string, key: FacetKey): SQL {
  const position = POSITION[key];
  if (position === undefined) {
    return sql`
      select facet, count(*) as offers from (select unnest(facets) as facet from ${sql.identifier(name)}) carried
      where ${isOfKey(key)} group by facet`;
  }
  return sql`select facets[${sql.raw(String(position))}] as facet, count(*) as offers from ${sql.identifier(name)} group by 1`;
}

/** SQL condition: `facet` is a value of that filter. */
function isOfKey(key: FacetKey): SQL {
  const base = FACET_BASE[key === 'payStated' ? 'payBand' : key];
  return sql`(facet >= ${base}::int and facet < ${base + BAND_WIDTH}::int)`;
}

const VALUES: Record<NumberedKind, readonly string[]> = {
  seniority: SENIORITIES,
  workplace: WORKPLACES,
  contract: CONTRACTS,
};
const LABELS: Record<NumberedKind, Record<string, string>> = {
  seniority: SENIORITY_LABELS,
  workplace: WORKPLACE_LABELS,
  contract: CONTRACT_LABELS,
};
const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

function labelled(
  kind: FacetKind | null,
  facet: number,
  slug: string | null,
  label: string | null,
): { value: string; label: string } | null {
  if (kind === 'seniority' || kind === 'workplace' || kind === 'contract') {
    const value = numberedValue(kind, facet);
    return value === null ? null : { value, label: LABELS[kind][value] ?? value };
  }
  if (kind === 'country') {
    const code = countryOfFacet(facet);
    return { value: code, label: countryNames.of(code.toUpperCase()) ?? code.toUpperCase() };
  }
  return slug === null || label === null ? null : { value: slug, label };
}
