import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { jsonRows } from './changes';

/** Views of one offer on one UTC day (YYYY-MM-DD). */
export type Views = { offerId: number; day: string; views: number };

/** Adds views to the counts by UTC day; those of offers that are not live are left out. */
export async function recordViews(db: Db, views: readonly Views[]): Promise<void> {
  if (views.length === 0) return;
  await db.execute(sql`
    insert into offer_day as d (offer_id, day, views)
    select v."offerId", v.day, sum(v.views)::int
    from ${jsonRows(views)} as v("offerId" int, day date, views int)
    join offer o on o.id = v."offerId" and o.state = 'live'
    group by 1, 2 order by 1, 2
    on conflict (offer_id, day) do update set views = d.views + excluded.views`);
}
