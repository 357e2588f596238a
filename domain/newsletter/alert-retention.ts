import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { stamp } from '@/domain/offers/moves';

/**
 * Finds are kept for so many days: longer than between two weekly mails, and than the longest pause brings back.
 */
export const FIND_DAYS = 35;

const DAY_MS = 86_400_000;

/** Deletes finds that are too old to be news, and searches that no alert has any more. Safe to repeat. */
export async function forgetFinds(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - FIND_DAYS * DAY_MS);
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      delete from alert_find
      where batch_id <= (select max(id) from alert_batch where at < ${stamp(before)})`);
    await tx.execute(sql`delete from alert_batch where at < ${stamp(before)}`);
    await tx.execute(sql`
      delete from alert_search a where not exists (select from subscription s where s.search_id = a.id)`);
  });
}
