import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { idArray } from './changes';

/**
 * Carries a later closing date of live offers over to their search rows, where it moved by a day or more: a
 * source that is read every hour would else have every row written anew each time. In the meantime the row
 * is a little early, which only shows once the source has stopped listing the offer.
 */
export async function renewSearch(db: Db, offerIds: readonly number[]): Promise<void> {
  if (offerIds.length === 0) return;
  for (const table of ['offer_search', 'offer_text']) {
    await db.execute(sql`
      update ${sql.identifier(table)} s set expires = o.leaves_at
      from offer o
      where o.id = s.id and o.id = any(${idArray(offerIds)})
        and abs(extract(epoch from o.leaves_at - s.expires)) >= 86400`);
  }
}
