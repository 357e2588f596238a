import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { stamp } from '@/domain/offers/moves';

/**
 * Finds are kept for so many days: longer than between two weekly mails, and than the longest pause brings back.
 */
export const FIND_DAYS = 35;

/** Mails of alerts are remembered for so many days: somebody may leave by an old one, or report it. */
export const MAIL_DAYS = 90;

const DAY_MS = 86_400_000;

/**
 * Deletes finds that are too old to be news, mails of alerts that left long ago, and searches that no alert has any
 * more. No offer comes again for it: it is matched once. Safe to repeat.
 */
export async function forgetFinds(db: Db, now: Date): Promise<void> {
  const daysAgo = (days: number) => stamp(new Date(now.getTime() - days * DAY_MS));
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      delete from alert_find
      where batch_id <= (select max(id) from alert_batch where at < ${daysAgo(FIND_DAYS)})`);
    await tx.execute(sql`delete from alert_batch where at < ${daysAgo(FIND_DAYS)}`);
    await tx.execute(sql`
      delete from delivery where kind = 'alert' and settled_at < ${daysAgo(MAIL_DAYS)}`);
    await tx.execute(sql`
      delete from alert_search a where not exists (select from subscription s where s.search_id = a.id)`);
  });
}
