import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { queueMail } from '@/domain/mail/commands';
import type { MailData } from '@/domain/mail/input';
import { idArray, inTurn, recordEvents } from '@/domain/offers/changes';
import { listContacts } from '@/domain/offers/contacts';
import { stamp } from '@/domain/offers/moves';

/** How many days before an offer leaves the list its employer is told; in this order, the nearer first. */
const REMINDERS = [1, 5] as const;
/** An offer that ran out longer ago than that ran out before anybody kept count. */
const NEWS_DAYS = 3;

/**
 * `chosen`: its end is the closing date that its employer chose, before that of its days; `closedEarly`: so it was,
 * and days are left.
 */
type Due = {
  id: number;
  title: string;
  chosen: boolean;
  closedEarly: boolean;
  leavesAt: string;
  expiresAt: string;
};

/**
 * Tells employers of offers that are about to leave the list, five days and one day before, and of those that have
 * left it, with their figures: one mail to each person for each of the three. Each is told once in the time that was
 * paid for, which an extension or a renewal begins anew, and once of each closing date. Paused and suspended offers
 * stand still, and so do these. Resolves to how many offers were told about.
 */
export async function remindEmployers(db: Db, now: Date): Promise<number> {
  return inTurn(db, async (tx) => {
    let told = 0;
    for (const daysLeft of REMINDERS) told += await remindOfEnd(tx, daysLeft, now);
    return told + (await tellOfEnd(tx, now));
  });
}

/** Since when an offer has had the time that it has: publication, renewal, or the latest extension. */
const SINCE = sql`greatest(o.published_at, (select max(p.fulfilled_at) from plan_order p
  where p.offer_id = o.id and p.outcome in ('extended', 'renewed') and p.state in ('paid', 'partly_refunded')))`;

const CHOSEN = sql`coalesce(o.closes_at < o.expires_at, false)`;
/** What its end goes by: the time that it has, or the closing date. */
const SUBJECT = sql`case when ${CHOSEN} then o.closes_at else ${SINCE} end`;
/** Since when that end is known: a closing date, at the latest since the offer was last written. */
const KNOWN = sql`case when ${CHOSEN} then greatest(${SINCE},
  (select max(r.at) from offer_revision r where r.offer_id = o.id)) else ${SINCE} end`;

/** Notes who is to be told of what, and resolves to what was not noted before. */
async function takeDue(db: Db, daysLeft: number, where: SQL, now: Date): Promise<Due[]> {
  const due = await db.execute<Due>(sql`
    with due as (
      insert into offer_reminder (offer_id, since, days_left, at)
      select o.id, ${SUBJECT}, ${daysLeft}::int, ${stamp(now)} from offer o
      where o.source = 'employer' and ${where}
      on conflict do nothing returning offer_id
    ) select o.id, o.title, ${CHOSEN} as chosen, ${CHOSEN} and o.expires_at > ${stamp(now)} as "closedEarly",
      o.leaves_at as "leavesAt", o.expires_at as "expiresAt"
    from due join offer o on o.id = due.offer_id order by o.id`);
  return [...due];
}

async function remindOfEnd(db: Db, daysLeft: number, now: Date): Promise<number> {
  const at = stamp(now);
  const days = sql`make_interval(days => ${daysLeft})`;
  // Not of one that had no more days than that to begin with, nor of one that is told the same in other words.
  const nearer = daysLeft === 1 ? 0 : 1;
  const due = await takeDue(
    db,
    daysLeft,
    sql`o.state = 'live' and o.leaves_at <= ${at} + ${days}
      and o.leaves_at > ${at} + make_interval(days => ${nearer}) and o.leaves_at - ${days} > ${KNOWN}`,
    now,
  );
  const ids = due.map(({ id }) => id);
  await recordEvents(db, ids, 'offer.reminded', 'system', now, { days: daysLeft });
  await mailAbout(db, due, (offers) => ({
    kind: 'offer-expiring',
    daysLeft,
    offers: offers.map(({ id, title, chosen, leavesAt }) => ({
      title,
      url: chosen ? editPath(id) : renewalPath(id),
      until: new Date(leavesAt).toISOString(),
      chosen,
    })),
  }));
  return due.length;
}

async function tellOfEnd(db: Db, now: Date): Promise<number> {
  const due = await takeDue(
    db,
    0,
    sql`o.state = 'expired' and o.closed_at > ${stamp(now)} - make_interval(days => ${NEWS_DAYS})
      and not exists (select from plan_order p where p.offer_id = o.id and p.outcome = 'renewed'
        and p.state in ('refunded', 'refund_failed', 'lost') and p.fulfilled_at >= o.published_at)`,
    now,
  );
  const ids = due.map(({ id }) => id);
  const figures = await readFigures(db, ids);
  await mailAbout(db, due, (offers) => ({
    kind: 'offer-expired',
    offers: offers.map(({ id, title, closedEarly, expiresAt }) => ({
      title,
      url: closedEarly ? editPath(id) : renewalPath(id),
      paidUntil: closedEarly ? new Date(expiresAt).toISOString() : null,
      ...(figures.get(id) ?? { views: 0, applies: 0, days: 0 }),
    })),
  }));
  return due.length;
}

/** Where another time on the list is bought. */
function renewalPath(offerId: number): string {
  return `/employer/offers/${offerId}/publish`;
}

/** Where a closing date is changed, which costs nothing. */
function editPath(offerId: number): string {
  return `/employer/offers/${offerId}/edit`;
}

type Figures = { views: number; applies: number; days: number };

/** Views and applies since it was published, and the days from then to its end. */
async function readFigures(db: Db, ids: number[]): Promise<Map<number, Figures>> {
  const rows = await db.execute<Figures & { id: number }>(sql`
    select o.id, coalesce(sum(d.views), 0)::int as views, coalesce(sum(d.applies), 0)::int as applies,
      greatest(1, round(extract(epoch from o.closed_at - o.published_at) / 86400))::int as days
    from offer o left join offer_day d on d.offer_id = o.id and d.day >= (o.published_at at time zone 'utc')::date
    where o.id = any(${idArray(ids)}) group by o.id`);
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}

/** One mail to each person, with every offer that concerns them. */
async function mailAbout(db: Db, offers: Due[], write: (offers: Due[]) => MailData): Promise<void> {
  const contacts = await listContacts(
    db,
    offers.map(({ id }) => id),
  );
  const byEmail = Map.groupBy(contacts, ({ email }) => email);
  for (const [email, theirs] of byEmail) {
    const ids = new Set(theirs.map(({ offerId }) => offerId));
    await queueMail(db, email, write(offers.filter(({ id }) => ids.has(id))));
  }
}
