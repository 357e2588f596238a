import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { invalidateTags } from '@/db/invalidation';
import { gatherOffers, gatherSubjects } from './recount-offers';
import { recountPay } from './recount-pay';
import { writeFigures } from './recount-subjects';

/** Any number that nothing else locks. */
const RECOUNT_LOCK = 7_265_030;
const TAGS_AT_ONCE = 5_000;
const SCRATCH = ['offer', 'week', 'pair', 'subject', 'other', 'list', 'figure', 'pay'];

/**
 * Brings every figure about the market (`market_figure`, `pay_figure`) in step with the live offers, in one
 * transaction, and marks the pages whose figures changed as stale; resolves to their tags. Only what has lost
 * or gained an offer, or has one that changed, is counted anew: each value keeps a mark of all that its figures
 * were counted from. Weeks end with that of `now`. Safe to repeat and to run from several processes.
 */
export async function recountMarket(db: Db, now: Date): Promise<string[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${RECOUNT_LOCK})`);
    // Many rows are sorted once each; a plan is not worth compiling for that.
    await tx.execute(sql`set local work_mem = '64MB'`);
    await tx.execute(sql`set local jit = off`);
    await gatherOffers(tx, now);
    await gatherSubjects(tx);
    const tags = (await isInStep(tx)) ? [] : [...(await recountPay(tx)), ...(await writeFigures(tx, now))];
    await tx.execute(sql`
      insert into market_count (id, counted_at) values (1, ${now.toISOString()})
      on conflict (id) do update set counted_at = excluded.counted_at`);
    await tx.execute(sql`drop table if exists ${sql.join(SCRATCH.map(scratch), sql`, `)}`);
    const changed = [...new Set(tags)];
    // After a large import there are more than one statement takes.
    for (let n = 0; n < changed.length; n += TAGS_AT_ONCE) {
      await invalidateTags(tx, changed.slice(n, n + TAGS_AT_ONCE));
    }
    return changed;
  });
}

function scratch(name: string): SQL {
  return sql.raw(`counted_${name}`);
}

/** Whether every figure is still what its offers make of it. */
async function isInStep(db: Db): Promise<boolean> {
  const [found] = await db.execute<{ out: boolean }>(sql`
    select exists (select from counted_subject where stale)
      or exists (select from market_figure f where not exists (
        select from counted_subject s where s.facet = f.facet)) as out`);
  return found?.out === false;
}
