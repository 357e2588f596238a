import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type OfferFilters, PAGE_SIZE, type Sort } from './input';
import { offerRowsJson, parseOfferRows, type StoredRow } from './rows';
import type { OfferRow } from './rules';
import { COUNT_CAP } from './search-counts';
import { type CountedFacets, countFacets, type Facets, NO_FACETS, readFacets } from './search-facets';
import { NEWEST_FIRST, newestHits } from './search-hits';
import { keptCounts, keptTotal, staleOffers } from './search-kept';
import {
  conditionsOf,
  estimateWords,
  type FilterScope,
  resolveScope,
  type Scope,
  type SearchWords,
  tableOf,
  textQuery,
} from './search-scope';
import { mendWords } from './search-words';

export type OfferSearchResult = {
  /** What was searched for: the filters without slugs and countries that there are not. */
  filters: OfferFilters;
  rows: OfferRow[];
  /** Offers found; at least so many if `totalCapped`. */
  total: number;
  totalCapped: boolean;
  /** Empty if they were not asked for. */
  facets: Facets;
  /** The words that were searched instead, where those asked for are found nowhere. */
  corrected: string | null;
  page: number;
  /** Pages that can be turned to; 1 for an empty result. A page beyond them has no rows. */
  pages: number;
};

/**
 * One page of the offers that pass the filters and are open at `now`, with how many there are and, unless
 * `facets` is false, how many there would be under each value of each filter. The bare list shows IT
 * roles only; offers of role `other` are found by words, by company or by that role.
 */
export async function searchOffers(
  db: Db,
  asked: OfferFilters,
  now: Date,
  { facets = true }: { facets?: boolean } = {},
): Promise<OfferSearchResult> {
  const scope = await resolveScope(db, asked, now);
  const { filters } = scope;
  const result = await runSearch(db, scope, facets);
  if (result.total > 0 || filters.q === undefined) return { ...result, corrected: null };
  const mended = await mendWords(db, filters.q);
  if (!mended) return { ...result, corrected: null };
  const second = await runSearch(db, { ...scope, words: await estimateWords(db, mended) }, facets);
  if (second.total === 0) return { ...result, corrected: null };
  return { ...second, corrected: mended.corrected ? mended.text : null };
}

/** The order that applies: as asked, else by relevance where there are words, else the newest first. */
export function sortOf(filters: OfferFilters): Sort {
  if (filters.sort === 'relevance' && filters.q === undefined) return 'newest';
  return filters.sort ?? (filters.q === undefined ? 'newest' : 'relevance');
}

type Found = { found: number; kept: number | null; rows: StoredRow[] | null; facets: CountedFacets | null };

async function runSearch(
  db: Db,
  scope: FilterScope,
  wantFacets: boolean,
): Promise<Omit<OfferSearchResult, 'corrected'>> {
  const { filters } = scope;
  const sort = sortOf(filters);
  const offset = (filters.page - 1) * PAGE_SIZE;
  const kept = keptTotal(scope);
  const counts = wantFacets ? countFacets(scope) : undefined;
  const needsHits = !kept || isScarce(scope) || (counts !== undefined && !keptCounts(scope));
  const head = sort === 'relevance' ? sql`, head` : sql``;
  const ctes: SQL[] = [staleOffers(scope.now)];
  if (needsHits) ctes.push(newestHits('base', scope, sql`id, featured, published, salary, facets ${head}`));
  if (counts) ctes.push(...counts.ctes);
  const found = needsHits ? sql`(select count(*) from base)` : sql`${kept}`;
  const [result] = await db.execute<Found>(sql`
    with ${sql.join(ctes, sql`, `)}
    select ${found}::int as found, ${kept ?? sql`null`}::int as kept,
      ${offerRowsJson(sql`(${pageIds(scope, sort, offset, kept, needsHits)})`)} as rows,
      ${counts?.json ?? sql`null::json`} as facets`);
  if (!result) throw new Error('The search gave no row.');
  const baseCapped = needsHits && result.found > COUNT_CAP;
  const total = baseCapped ? (result.kept ?? COUNT_CAP) : result.found;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  return {
    filters,
    rows: filters.page > pages ? [] : parseOfferRows(result.rows),
    total,
    totalCapped: baseCapped && result.kept === null,
    facets: result.facets ? readFacets(result.facets, scope, baseCapped) : NO_FACETS,
    page: filters.page,
    pages,
  };
}

/** True where all that is found is sooner read and sorted than come across in the index of the newest first. */
function isScarce(scope: Scope): boolean {
  const [group] = scope.groups;
  return group !== undefined && group.offers <= COUNT_CAP;
}

/**
 * SQL for the ids of one page, as an array. Hits come from the CTE `base` where it holds them all, or where
 * their order is that of the hits; with words also where it does not, as only the newest are compared.
 */
function pageIds(scope: Scope, sort: Sort, offset: number, kept: SQL | undefined, hasHits: boolean): SQL {
  const page = (from: SQL, order: SQL) => sql`array(
    select id from (select id from ${from} order by ${order} limit ${PAGE_SIZE} offset ${offset}) page)`;
  const order = orderOf(scope, sort);
  const direct = page(sql`${tableOf(scope)} where ${conditionsOf(scope)}`, order);
  // A page beyond the end would be counted up to in vain.
  if (!hasHits) return sql`case when ${kept}::int > ${offset}::int then ${direct} end`;
  const fromHits = page(sql`base`, order);
  const inHits = scope.words || (sort === 'newest' && offset + PAGE_SIZE <= COUNT_CAP);
  if (inHits) return fromHits;
  return sql`case when (select count(*) > ${COUNT_CAP}::int from base) then ${direct} else ${fromHits} end`;
}

function orderOf(scope: Scope, sort: Sort): SQL {
  if (sort === 'salary') return sql`salary desc nulls last, published desc, id desc`;
  if (sort === 'relevance' && scope.words) return sql`${relevance(scope.words)} desc, ${NEWEST_FIRST}`;
  return NEWEST_FIRST;
}

/** 2 if the title holds all the words, 1 if they are in company, role, skills, places and terms, else 0. */
function relevance(words: SearchWords): SQL {
  const query = textQuery(words);
  return sql`case when not head @@ ${query} then 0 when ts_filter(head, '{a}') @@ ${query} then 2 else 1 end`;
}
