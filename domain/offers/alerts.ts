import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { idArray } from './changes';
import { facetOf } from './facets';

/** What alerts (domain/newsletter) have to hear of: offers that are new, and skills that are merged. */

/** So long publications gather before alerts are matched with them. */
const GATHER_SECONDS = 3;

/**
 * Notes that offers are on the list, for alerts to be told of them: once in an offer's life, so that one that
 * comes back is no news. Runs in the transaction that publishes them.
 */
export async function noteDebuts(db: Db, offerIds: readonly number[], now: Date): Promise<void> {
  if (offerIds.length === 0) return;
  const first = await db.execute(sql`
    insert into offer_debut (offer_id, at)
    select unnest(${idArray(offerIds)}), ${now.toISOString()}::timestamptz
    on conflict do nothing returning offer_id`);
  if (first.length === 0) return;
  // One that waits already keeps its time, however many are published meanwhile.
  await db.execute(sql`
    select graphile_worker.add_job('match-alerts', '{}'::json, job_key => 'match-alerts',
      job_key_mode => 'preserve_run_at', run_at => now() + make_interval(secs => ${GATHER_SECONDS}::int))`);
}

/**
 * Has what alerts look for by a skill derived anew before the next offers are matched: it is going, merged into
 * another. Runs in the transaction that merges them.
 */
export async function forgetSkillOfAlerts(db: Db, skillId: number): Promise<void> {
  await db.execute(
    sql`update alert_search set stale = true where skill @> array[${facetOf('skill', skillId)}::int]`,
  );
}
