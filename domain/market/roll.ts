import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { offer } from '@/db/schema/offers';
import { OTHER_ROLE } from '@/domain/roles/queries';
import { type RollEntry, rollFortnights } from './rules';

const DAY_MS = 86_400_000;

/** What one UTC day did to the list. Offers of the role `other` are not counted anywhere here. */
export type RollCounts = {
  /** Live offers. */
  offers: number;
  /** Those that were said to be open on the day. */
  confirmedToday: number;
  /** Those published on the day. */
  newToday: number;
  /** Offers that closed on the day. */
  closedToday: number;
  /** Live offers published or said to be open in the fortnight up to now. */
  answeredThisFortnight: number;
};

/** The counts of the UTC day of `now`. */
export async function getRollCounts(db: Db, now: Date): Promise<RollCounts> {
  const day = `${now.toISOString().slice(0, 10)}T00:00:00Z`;
  const fortnightAgo = new Date(now.getTime() - 14 * DAY_MS).toISOString();
  const [counts] = await db.execute<RollCounts>(sql`
    select count(*)::int as offers,
      count(*) filter (where o.confirmed_at >= ${day})::int as "confirmedToday",
      count(*) filter (where o.published_at >= ${day})::int as "newToday",
      count(*) filter (where coalesce(o.confirmed_at, o.published_at) >= ${fortnightAgo})::int
        as "answeredThisFortnight",
      (select count(*) from offer c join role cr on cr.id = c.role_id
        where c.closed_at >= ${day} and c.state in ('expired', 'filled') and cr.slug <> ${OTHER_ROLE}
      )::int as "closedToday"
    from offer o join role r on r.id = o.role_id
    where o.state = 'live' and r.slug <> ${OTHER_ROLE}`);
  if (!counts) throw new Error('an aggregate without group by gives one row');
  return counts;
}

/**
 * Ids of the live offers with the newest answer (publication counts as the first one), one per company,
 * without role `other`: what the front page shows.
 */
export async function listJustConfirmed(db: Db, limit: number): Promise<number[]> {
  const newestFirst = sql`answered_at desc, published_at desc, id desc`;
  const rows = await db.execute<{ id: number }>(sql`
    with newest as (
      select o.id, o.company_id, o.published_at, coalesce(o.confirmed_at, o.published_at) as answered_at
      from offer o join role r on r.id = o.role_id
      where o.state = 'live' and r.slug <> ${OTHER_ROLE}
      order by ${newestFirst} limit 500
    ), one_each as (
      select distinct on (company_id) * from newest order by company_id, ${newestFirst}
    )
    select id from one_each order by ${newestFirst} limit ${limit}`);
  return rows.map((row) => row.id);
}

/** When the last offer of a role closed, as ISO 8601; null if none ever has. */
export async function findLastClosed(db: Db, roleId: number): Promise<string | null> {
  const [last] = await db
    .select({ closedAt: offer.closedAt })
    .from(offer)
    .where(
      and(eq(offer.roleId, roleId), isNotNull(offer.closedAt), inArray(offer.state, ['expired', 'filled'])),
    )
    .orderBy(desc(offer.closedAt))
    .limit(1);
  return last?.closedAt?.toISOString() ?? null;
}

/**
 * Offers of all kinds of histories with their answers of the last fortnights: one per company, those with
 * something to tell of the most fortnights first, at most `limit`. Offers that tell of one only are not among
 * them. Publication tells, and so does a source that lists an offer: it leaves a date, not always a row.
 */
export async function listRollHistory(db: Db, now: Date, limit: number): Promise<RollEntry[]> {
  const starts = rollFortnights(now).map(({ from }) => from);
  const since = starts[0] ?? now.toISOString();
  const latest = starts.at(-1) ?? now.toISOString();
  return db.execute<RollEntry>(sql`
    with candidate as (
      -- Without those that are here since this fortnight: an import of many would leave room for no other.
      (select o.* from offer o where o.state in ('live', 'paused') and o.confirmed_at >= ${since}
        and (o.published_at >= ${since} and o.published_at < ${latest} or exists (
          select from offer_answer a where a.offer_id = o.id and a.asked_at >= ${since} and a.asked_at < ${latest}))
        order by o.confirmed_at desc, o.id desc limit 500)
      union all
      (select o.* from offer o where o.state in ('expired', 'filled') and o.closed_at >= ${since}
        order by o.closed_at desc, o.id desc limit 100)
    ), told as (
      select o.slug, o.title, o.company_id, o.closed_at, o.published_at, o.id,
        o.state in ('expired', 'filled') as closed, a.answers, t.times
      from candidate o
      join role r on r.id = o.role_id and r.slug <> ${OTHER_ROLE}
      join lateral (
        select array_agg(at) as moments,
          json_agg(json_build_object('at', at, 'answer', answer) order by at) as answers
        from (
          select coalesce(answered_at, asked_at) as at, answer from offer_answer
          where offer_id = o.id and asked_at >= ${since}
          union all
          select o.confirmed_at, 'open' where o.confirmed_at >= ${since}
            -- On the day of publication it says nothing new.
            and o.confirmed_at >= o.published_at + interval '1 day'
            and not exists (select from offer_answer
              where offer_id = o.id and answer = 'open' and answered_at >= o.confirmed_at)
        ) given
      ) a on true
      join lateral (
        select count(distinct width_bucket(at, ${`{${starts.join(',')}}`}::timestamptz[])) as times
        from unnest(a.moments || o.published_at) at where at >= ${since}
      ) t on t.times >= 2
    ), one_each as (
      select distinct on (company_id, closed) * from told
      order by company_id, closed, times desc, published_at desc, id desc
    )
    select t.slug, t.title, c.name as company, t.closed,
      to_json(t.published_at)#>>'{}' as "publishedAt", to_json(t.closed_at)#>>'{}' as "closedAt", t.answers
    from one_each t join company c on c.id = t.company_id
    order by t.times desc, t.published_at desc, t.id desc limit ${limit}`);
}
