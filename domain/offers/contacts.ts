import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { idArray } from './changes';

/**
 * Who hears about each offer: whoever posted it, as long as they belong to the company, else all its owners.
 * Offers of companies without members have nobody.
 */
export async function listContacts(
  db: Db,
  offerIds: readonly number[],
): Promise<{ offerId: number; email: string }[]> {
  return db.execute<{ offerId: number; email: string }>(sql`
    select o.id as "offerId", u.email
    from offer o
    join company_member m on m.company_id = o.company_id
    join app_user u on u.id = m.user_id
    where o.id = any(${idArray(offerIds)}) and (m.user_id = o.posted_by or m.role = 'owner' and not exists (
      select from company_member p where p.company_id = o.company_id and p.user_id = o.posted_by))
    order by u.email, o.id`);
}
