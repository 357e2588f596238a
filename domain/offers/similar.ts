import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { loadOfferRows } from './rows';
import type { OfferRow } from './rules';

/** Up to `limit` live offers like that one, whatever its state: same role, skills in common, similar level. */
export async function similarOffers(db: Db, offerId: number, limit: number, now: Date): Promise<OfferRow[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select s.id from offer o
    join offer_search s on s.facets @> array[100000000 + o.role_id::int] and s.id <> o.id
    where o.id = ${offerId} and s.expires > ${now.toISOString()}
    order by s.company = o.company_id, s.published desc, s.id desc limit ${limit}`);
  return loadOfferRows(
    db,
    rows.map(({ id }) => id),
  );
}
