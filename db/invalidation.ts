import { sql } from 'drizzle-orm';
import type postgres from 'postgres';
import type { Db } from './client';
import { cacheInvalidation } from './schema/portal';

const CHANNEL = 'cache_invalidation';

/** Carried by every cached page: for what is on more pages than one can name, and where a change may have been missed. */
export const SITE_TAG = 'site';

/**
 * Marks the pages that carry one of `tags` as stale, in the caller's transaction: every web process
 * hears of it when that commits.
 */
export async function invalidateTags(db: Db, tags: Iterable<string>): Promise<void> {
  const unique = [...new Set(tags)];
  if (unique.length === 0) return;
  const rows = await db
    .insert(cacheInvalidation)
    .values(unique.map((tag) => ({ tag })))
    .returning({ id: cacheInvalidation.id });
  const ids = rows.map((row) => row.id);
  await db.execute(sql`select pg_notify(${CHANNEL}, ${`${Math.min(...ids)}-${Math.max(...ids)}`})`);
}

/**
 * Calls `onTags` with the tags of each committed invalidation, and `onConnect` whenever listening
 * begins: at first and after a lost connection, when anything may have been missed.
 */
export async function listenForInvalidations(
  sql: postgres.Sql,
  onConnect: () => void,
  onTags: (tags: string[]) => void,
): Promise<void> {
  await sql.listen(
    CHANNEL,
    async (payload) => {
      const [from, to] = payload.split('-');
      // A range may span rows of other transactions: those not yet committed announce themselves.
      const rows = await sql<{ tag: string }[]>`
        select distinct tag from cache_invalidation where id between ${from ?? 0} and ${to ?? 0}`;
      onTags(rows.map((row) => row.tag));
    },
    onConnect,
  );
}
