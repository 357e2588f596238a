import { type SQL, sql } from 'drizzle-orm';
import { COUNTED_END, FACET_BASE } from './facets';
import { countedFacets } from './search-counts';
import { intArray, isWhole, type Scope } from './search-scope';

/**
 * What the kept counts tell without looking at the offers. They know nothing of time, so offers whose date
 * has passed are taken off again: the CTE `stale` holds those that the worker has not closed yet, hardly
 * ever any.
 */
export function staleOffers(now: Date): SQL {
  return sql`stale as materialized (
    select facets, outside_it, company from offer_search where expires <= ${now.toISOString()})`;
}

/** SQL for the exact number of offers in `scope`, or undefined where more than one filter narrows it. */
export function keptTotal(scope: Scope): SQL | undefined {
  if (isWhole(scope)) {
    // Every offer has exactly one workplace, and those outside IT are not counted there.
    return sql`((select coalesce(sum(offers), 0) from facet_count
        where facet > ${FACET_BASE.workplace}::int and facet < ${FACET_BASE.contract}::int)
      - (select count(*) from stale where not outside_it))`;
  }
  const group = onlyGroup(scope);
  if (!group?.disjoint) return undefined;
  return sql`((select coalesce(sum(offers), 0) from facet_count where facet = any(${intArray(group.facets)}))
    - (select count(*) from stale where (${countedFacets()}) && ${intArray(group.facets)}))`;
}

/** SQL for rows (facet, offers) with the exact counts of `scope`, or undefined where they are not kept. */
export function keptCounts(scope: Scope): SQL | undefined {
  if (isWhole(scope)) {
    return sql`
      select facet, offers from facet_count where facet < ${COUNTED_END}::int
      union all select unnest(${countedFacets()}), -1 from stale`;
  }
  const group = onlyGroup(scope);
  if (!group?.paired || scope.outsideIt) return undefined;
  return sql`
    select facet, offers from facet_pair where frequent = any(${intArray(group.facets)})
    union all
    select unnest(facets), -1 from stale where not outside_it and facets && ${intArray(group.facets)}`;
}

function onlyGroup(scope: Scope) {
  const narrowed = scope.words || scope.salaryMin !== undefined || scope.publishedAfter;
  return narrowed || scope.groups.length > 1 ? undefined : scope.groups[0];
}
