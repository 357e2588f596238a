import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';

/** What every change of offers leaves behind: rows of `event`, and tags of the pages it makes stale. */

/** Any number that nothing else locks. */
const WRITERS_LOCK = 7_265_020;

/**
 * Runs `work` in a transaction, after every other batch of offers that is being written: two imports of the
 * same company, or one and the worker, take turns instead of waiting for each other in a circle.
 */
export async function inTurn<Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${WRITERS_LOCK})`);
    return work(tx);
  });
}

/** Writes one event of `type` for each offer. */
export async function recordEvents(
  db: Db,
  offerIds: readonly number[],
  type: string,
  actor: string,
  at: Date,
  data?: Record<string, unknown>,
): Promise<void> {
  if (offerIds.length === 0) return;
  await db.execute(sql`
    insert into event (at, actor, type, subject, subject_id, data)
    select ${at.toISOString()}::timestamptz, ${actor}, ${type}, 'offer', unnest(${idArray(offerIds)}),
      ${data ? JSON.stringify(data) : null}::jsonb`);
}

/** An array of ids as one parameter; drizzle would make a parameter of each. */
export function idArray(ids: readonly number[]) {
  return sql`${`{${ids.join(',')}}`}::int[]`;
}

/** Rows as one JSON parameter, for `json_to_recordset`. */
export function jsonRows(rows: readonly object[]) {
  return sql`json_to_recordset(${JSON.stringify(rows)}::json)`;
}

/** So long changes gather before the market is counted anew. */
const RECOUNT_SECONDS = 30;

/**
 * Has the worker count the figures about the market (domain/market) anew, soon after the transaction of a change:
 * whatever else changes meanwhile is in it.
 */
export async function askForRecount(db: Db): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job('recount-market', '{}'::json, queue_name => 'recount-market',
      job_key => 'recount-market', job_key_mode => 'preserve_run_at',
      run_at => now() + make_interval(secs => ${RECOUNT_SECONDS}::int))`);
}

/**
 * Tags of every page that shows one of these offers as it is now stored; an offer in a city is on its country's
 * page too. Take them before and after a change, so that the pages that lose an offer are among them.
 */
export async function tagsOfOffers(db: Db, offerIds: readonly number[]): Promise<string[]> {
  if (offerIds.length === 0) return [];
  const ids = idArray(offerIds);
  const rows = await db.execute<{ tag: string }>(sql`
    select 'offer:' || o.id as tag from offer o where o.id = any(${ids})
    union select 'company:' || o.company_id from offer o where o.id = any(${ids})
    union select 'role:' || r.slug from offer o join role r on r.id = o.role_id where o.id = any(${ids})
    union select 'skill:' || k.slug from offer_skill os join skill k on k.id = os.skill_id
      where os.offer_id = any(${ids})
    union select 'place:' || shown.slug from offer_place op join place p on p.id = op.place_id
      join place shown on shown.id = p.id or shown.kind = 'country' and shown.country_code = p.country_code
      where op.offer_id = any(${ids})`);
  return ['offers', ...rows.map(({ tag }) => tag)];
}

/** Tags of the pages of closed offers that show others of the same role: one of those has left the list. */
export async function closedTagsOfOffers(db: Db, offerIds: readonly number[]): Promise<string[]> {
  if (offerIds.length === 0) return [];
  const rows = await db.execute<{ slug: string }>(sql`
    select distinct r.slug from offer o join role r on r.id = o.role_id where o.id = any(${idArray(offerIds)})`);
  return rows.map(({ slug }) => `role-closed:${slug}`);
}
