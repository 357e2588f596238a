import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { COUNTED_END, FACET_BASE } from './facets';

/**
 * Where counting one by one stops: a search that finds more says "2,000+". A value that is more frequent
 * than this has its counts beside every other value kept, so that one filter alone is always exact.
 */
export const COUNT_CAP = 2_000;

/** Any number that nothing else locks: whoever changes the counts holds it until the end of its transaction. */
const COUNTS_LOCK = 7_265_010;

/** How the search rows of a transaction changed. Facets are arrays as text, of offers in IT only. */
export type CountChange = {
  facets: [facet: number, change: number][] | null;
  words: [word: string, change: number][] | null;
  gained: string[] | null;
  lost: string[] | null;
};

/**
 * Adds the change to the kept counts. They are locked until the end of the transaction, since almost any
 * two changes touch the same ones; all writers take the one lock, so none can deadlock with another here.
 */
export async function changeCounts(db: Db, { facets, words, gained, lost }: CountChange): Promise<void> {
  if (!facets && !words && !gained && !lost) return;
  await lockCounts(db);
  if (facets) await changeFacets(db, facets);
  if (gained || lost) await changePairs(db, gained ?? [], lost ?? []);
  if (facets) await pairFrequent(db);
  if (words) await changeTerms(db, words);
}

/** Counts facets and terms anew from the search rows. */
export async function recount(db: Db): Promise<void> {
  await lockCounts(db);
  await db.execute(sql`delete from facet_count`);
  await db.execute(sql`delete from facet_pair`);
  await db.execute(sql`delete from term`);
  await db.execute(sql`
    insert into facet_count (facet, offers)
    select facet, count(*) from (select unnest(${countedFacets()}) as facet from offer_search) f group by facet`);
  await pairFrequent(db);
  await db.execute(sql`
    insert into term (word, offers)
    select word, count(*) from (select unnest(words) as word from offer_text) w group by word`);
}

/**
 * The facets under which a search row counts; outside IT, only where it can be seen without words, and its
 * turn, which stands last.
 */
export function countedFacets(): SQL {
  return sql`case when outside_it
    then array[facets[1], ${sql.raw(String(FACET_BASE.company))} + company, facets[cardinality(facets)]]
    else facets end`;
}

/** Forgets the counts of a value that no offer carries and none can carry any more. */
export async function dropFacet(db: Db, facet: number): Promise<void> {
  await lockCounts(db);
  await db.execute(sql`delete from facet_count where facet = ${facet}`);
  await db.execute(sql`delete from facet_pair where frequent = ${facet} or facet = ${facet}`);
}

async function lockCounts(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${COUNTS_LOCK})`);
}

async function changeFacets(db: Db, facets: [number, number][]): Promise<void> {
  await db.execute(sql`
    insert into facet_count as c (facet, offers)
    select (pair->>0)::int, (pair->>1)::int from json_array_elements(${JSON.stringify(facets)}::json) pair
    on conflict (facet) do update set offers = c.offers + excluded.offers`);
  const fewer = facets.filter(([, change]) => change < 0).map(([facet]) => facet);
  if (fewer.length === 0) return;
  await db.execute(sql`
    delete from facet_count where offers = 0 and not paired and facet = any(${`{${fewer.join(',')}}`}::int[])`);
}

async function changePairs(db: Db, gained: string[], lost: string[]): Promise<void> {
  await db.execute(sql`
    with row_change as (
      select value::int[] as facets, 1 as change from json_array_elements_text(${JSON.stringify(gained)}::json)
      union all
      select value::int[], -1 from json_array_elements_text(${JSON.stringify(lost)}::json)
    ),
    frequent as materialized (select facet from facet_count where paired)
    insert into facet_pair as p (frequent, facet, offers)
    select frequent.facet, other.facet, sum(change)
    from row_change, unnest(facets) as frequent (facet), unnest(facets) as other (facet)
    where frequent.facet in (select facet from frequent) and other.facet < ${COUNTED_END}::int
    group by 1, 2 having sum(change) <> 0
    on conflict (frequent, facet) do update set offers = p.offers + excluded.offers`);
}

/** Begins to keep pairs for values that have become frequent; they are counted from the rows there are. */
async function pairFrequent(db: Db): Promise<void> {
  await db.execute(sql`
    with risen as (
      update facet_count set paired = true
      where not paired and offers > ${COUNT_CAP} and facet < ${COUNTED_END}::int
      returning facet
    )
    insert into facet_pair (frequent, facet, offers)
    select frequent, facet, count(*) from (
      select risen.facet as frequent, unnest(s.facets) as facet
      from risen join offer_search s on s.facets @> array[risen.facet] and not s.outside_it
    ) pair
    where facet < ${COUNTED_END}::int group by frequent, facet
    on conflict (frequent, facet) do update set offers = excluded.offers`);
}

async function changeTerms(db: Db, words: [string, number][]): Promise<void> {
  await db.execute(sql`
    insert into term as t (word, offers)
    select pair->>0, (pair->>1)::int from json_array_elements(${JSON.stringify(words)}::json) pair
    on conflict (word) do update set offers = t.offers + excluded.offers`);
  const fewer = words.filter(([, change]) => change < 0).map(([word]) => word);
  if (fewer.length === 0) return;
  await db.execute(sql`
    delete from term
    where offers = 0 and word in (select json_array_elements_text(${JSON.stringify(fewer)}::json))`);
}
