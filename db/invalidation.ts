import { sql } from 'drizzle-orm';
import type { Db } from './client';
import { cacheInvalidation } from './schema/portal';

export const INVALIDATION_CHANNEL = 'cache_invalidation';

/**
 * Marks the pages that carry one of `tags` as stale, in the caller's transaction: every web process
 * hears of it on commit, and one that was away replays the rows at its start.
 */
export async function invalidateTags(db: Db, tags: Iterable<string>): Promise<void> {
  const unique = [...new Set(tags)];
  if (unique.length === 0) return;
  await db.insert(cacheInvalidation).values(unique.map((tag) => ({ tag })));
  await db.execute(sql`select pg_notify(${INVALIDATION_CHANNEL}, '')`);
}
