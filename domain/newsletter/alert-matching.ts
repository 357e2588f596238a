import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { idArray } from '@/domain/offers/changes';
import { stamp } from '@/domain/offers/moves';
import { NAMED_KEYS } from '@/domain/offers/search-scope';
import { deriveSearches, EVERY_OFFER } from './alert-searches';
import { traitsOf } from './traits';

/** Offers matched in one transaction. */
const BATCH = 1_000;
/** Any number that nothing else locks. */
const BATCHES_LOCK = 7_265_022;

/**
 * Finds, for every offer that is new on the list, the searches of alerts whose page would show it; resolves to how
 * many offers that were. An offer is matched once, as it is then; one that was taken off the list before, when it
 * is back. Each batch is one transaction, so that what is stopped in the middle is done again as if it had not
 * begun. Safe to run beside itself.
 */
export async function matchAlerts(db: Db, now: Date): Promise<number> {
  await deriveSearches(db);
  // These were closed before anybody was told.
  await db.execute(sql`
    update offer_debut d set matched_at = ${stamp(now)} from offer o
    where d.matched_at is null and o.id = d.offer_id and o.state in ('expired', 'filled', 'removed')`);
  let matched = 0;
  for (;;) {
    const batch = await inBatches(db, (tx) => matchBatch(tx, now));
    matched += batch;
    if (batch < BATCH) return matched;
  }
}

/**
 * Runs `work` in a transaction in which no other batch of offers is matched or mailed: what has been found up to a
 * moment is then all that there will be of it.
 */
export async function inBatches<Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${BATCHES_LOCK})`);
    return work(tx);
  });
}

async function matchBatch(db: Db, now: Date): Promise<number> {
  const debuts = await db.execute<{ id: number }>(sql`
    select d.offer_id as id from offer_debut d join offer_search s on s.id = d.offer_id
    where d.matched_at is null and s.expires > ${stamp(now)} order by d.offer_id limit ${BATCH}`);
  const ids = debuts.map(({ id }) => id);
  if (ids.length === 0) return 0;
  // Compiling the statement takes longer than it.
  await db.execute(sql`select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`);
  await db.execute(sql`
    with ${foundBy(ids)},
    batch as (
      -- Later than any batch before it, whatever the clocks of workers say.
      insert into alert_batch (at)
      select greatest(${stamp(now)}, max(at) + interval '1 millisecond') from alert_batch returning id
    )
    insert into alert_find (search_id, batch_id, offers)
    select search_id, batch.id, array_agg(distinct offer_id) from found, batch group by search_id, batch.id`);
  await db.execute(sql`
    update offer_debut set matched_at = ${stamp(now)} where offer_id = any(${idArray(ids)})`);
  return ids.length;
}

/**
 * CTE `found`: each of those offers with each search that it passes, once or more. The ways in name the pairs to look
 * at, so that few searches are read for an offer. What costs least is checked there and then; words last.
 */
export function foundBy(offerIds: number[]): SQL {
  const lists = NAMED_KEYS.map((key) => sql.raw(`(s.${key} is null or s.${key} && f.facets)`));
  // Never below 0; of an equation the planner would think that next to nothing passes.
  const checkedFirst = sql`a.ruled_out & f.traits < 1 and a.salary_min <= f.pay`;
  const fields = sql`id, traits, pay`;
  return sql`
    fresh as materialized (
      -- Added to nothing, a vector is no longer stored apart from its row, to be fetched for each comparison.
      select o.id, o.facets, ${traitsOf(sql`o`)} as traits, coalesce(o.salary, 0) as pay, t.tsv || ''::tsvector as tsv
      from offer_search o join offer_text t using (id) where o.id = any(${idArray(offerIds)})
    ),
    candidate as (
      select f.id as offer_id, a.search_id from (select ${fields}, unnest(facets) as facet from fresh) f
        join alert_anchor a on a.facet = f.facet and ${checkedFirst}
      union all
      select f.id, a.search_id from fresh f join alert_anchor a on a.facet = ${EVERY_OFFER}::int and ${checkedFirst}
      union all
      select f.id, a.search_id from (select ${fields}, unnest(tsvector_to_array(tsv)) as word from fresh) f
        join alert_word a on a.word = f.word and ${checkedFirst}
    ),
    found as (
      select c.offer_id, c.search_id from candidate c
      join fresh f on f.id = c.offer_id join alert_search s on s.id = c.search_id
      where ${sql.join(lists, sql` and `)} and (s.words is null or f.tsv @@ s.words)
    )`;
}
