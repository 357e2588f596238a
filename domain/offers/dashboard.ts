import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { CompanyId } from '@/domain/companies/input';
import { closesFirst } from './closing';
import { stamp } from './moves';
import {
  BOARD_GROUPS,
  type BoardFigures,
  type BoardGroup,
  type BoardOffer,
  COUNTED_DAYS,
  type DayCount,
  type HistoryEvent,
  type OfferState,
  type Trend,
  type Unanswered,
} from './rules';

/** The employer's side of offers: what a company has out, and how it fares. */

export const BOARD_PAGE = 20;
const DAY_MS = 86_400_000;

/** One page of a company's offers: those that wait for an answer first, then by state, the newest first. */
export async function listBoard(
  db: Db,
  companyId: CompanyId,
  { group, page }: { group?: BoardGroup; page: number },
  now: Date,
): Promise<BoardOffer[]> {
  const states = group ? textArray(BOARD_GROUPS[group]) : null;
  return db.execute<BoardOffer>(sql`
    ${boardOffers(sql`o.company_id = ${companyId} ${states ? sql`and o.state::text = any(${states})` : sql``}`, now)}
    order by (o.asked_at is not null) desc, array_position(${textArray(ORDER)}, o.state::text),
      coalesce(o.published_at, o.created_at) desc, o.id desc
    limit ${BOARD_PAGE} offset ${(page - 1) * BOARD_PAGE}`);
}

/** One offer of the company, or null: for anybody else it is not there. */
export async function findBoardOffer(
  db: Db,
  companyId: CompanyId,
  offerId: number,
  now: Date,
): Promise<BoardOffer | null> {
  const [found] = await db.execute<BoardOffer>(
    boardOffers(sql`o.company_id = ${companyId} and o.id = ${offerId}`, now),
  );
  return found ?? null;
}

export async function countBoard(db: Db, companyId: CompanyId, now: Date): Promise<BoardFigures> {
  const [rows, [counts]] = await Promise.all([
    db.execute<{ state: OfferState; n: number }>(sql`
      select o.state, count(*)::int as n from offer o
      where o.company_id = ${companyId} group by 1`),
    db.execute<{ views: Trend; applies: Trend }>(sql`
      select ${trend(sql`d.views`, now)} as views, ${trend(sql`d.applies`, now)} as applies
      from offer_day d join offer o on o.id = d.offer_id
      where o.company_id = ${companyId} and d.day > ${dayBefore(now, 2 * COUNTED_DAYS)}`),
  ]);
  const groups = Object.fromEntries(
    Object.entries(BOARD_GROUPS).map(([group, states]) => [
      group,
      rows.reduce((sum, { state, n }) => sum + ((states as readonly string[]).includes(state) ? n : 0), 0),
    ]),
  ) as Record<BoardGroup, number>;
  return { groups, views: counts?.views ?? NONE, applies: counts?.applies ?? NONE };
}

/** Offers about which an answer of the company is awaited, live ones first, the longest first, with their counts so far. */
export async function listUnanswered(db: Db, companyId: CompanyId): Promise<Unanswered[]> {
  return db.execute<Unanswered>(sql`
    select o.id, o.slug, o.title, ${iso(sql`o.asked_at`)} as "askedAt", o.state = 'paused' as "isSilent",
      coalesce(d.views, 0) as views, coalesce(d.applies, 0) as applies
    from offer o
    left join lateral (
      select sum(views)::int as views, sum(applies)::int as applies from offer_day where offer_id = o.id
    ) d on true
    where o.company_id = ${companyId} and o.asked_at is not null
      and (o.state = 'live' or o.state = 'paused' and o.paused_by = 'silence')
    order by o.state, o.asked_at, o.id`);
}

/** Views and applies of one offer by UTC day, for each of the last `days` days, the oldest first. */
export async function listDays(db: Db, offerId: number, days: number, now: Date): Promise<DayCount[]> {
  return db.execute<DayCount>(sql`
    select to_char(t.day, 'YYYY-MM-DD') as day, coalesce(d.views, 0) as views, coalesce(d.applies, 0) as applies
    from generate_series(${dayBefore(now, days - 1)}::timestamp, ${dayBefore(now, 0)}::timestamp, '1 day') t(day)
    left join offer_day d on d.offer_id = ${offerId} and d.day = t.day::date
    order by 1`);
}

/** What happened to an offer, the newest first. */
export async function listHistory(db: Db, offerId: number, limit = 50): Promise<HistoryEvent[]> {
  return db.execute<HistoryEvent>(sql`
    select ${iso(sql`e.at`)} as at, e.type, e.actor, coalesce(u.name, u.email) as who, e.data
    from event e left join app_user u on e.actor = 'user:' || u.id
    where e.subject = 'offer' and e.subject_id = ${offerId}
    order by e.at desc, e.id desc limit ${limit}`);
}

const ORDER: OfferState[] = [
  'live',
  'paused',
  'suspended',
  'draft',
  'awaiting_payment',
  'in_review',
  'expired',
  'filled',
  'removed',
];
const NONE: Trend = { now: 0, before: 0 };

function boardOffers(where: SQL, now: Date): SQL {
  const times = [
    'pausedAt',
    'askedAt',
    'confirmedAt',
    'publishedAt',
    'expiresAt',
    'closesAt',
    'closedAt',
    'createdAt',
  ];
  const columns = times.map((name) => {
    const column = sql.raw(`o.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`);
    return sql`${iso(column)} as ${sql.identifier(name)}`;
  });
  return sql`
    select o.id, o.slug, o.title, o.state, o.source, o.workplace, o.paused_by as "pausedBy",
      ${sql.join(columns, sql`, `)}, ${closesFirst(stamp(now))} as "closesFirst",
      exists (select from offer_draft w where w.offer_id = o.id) as "isBeingEdited",
      (select coalesce(json_agg(json_build_object(
          'kind', p.kind, 'slug', p.slug, 'name', p.name, 'countryCode', p.country_code, 'use', op.use
        ) order by op.use, op.position), '[]')
        from offer_place op join place p on p.id = op.place_id where op.offer_id = o.id) as places,
      counts.views, counts.applies, counts.daily
    from offer o
    cross join lateral (
      select ${trend(sql`d.views`, now)} as views, ${trend(sql`d.applies`, now)} as applies,
        json_agg(coalesce(d.views, 0) order by t.day) filter (where t.day > ${dayBefore(now, COUNTED_DAYS)})
          as daily
      from (select day::date from generate_series(${dayBefore(now, 2 * COUNTED_DAYS - 1)}::timestamp,
        ${dayBefore(now, 0)}::timestamp, '1 day') day) t
      left join offer_day d on d.offer_id = o.id and d.day = t.day
    ) counts
    where ${where}`;
}

/** A column of offer_day summed up over the last days and over those before; `d.day` is null where nothing is. */
function trend(column: SQL, now: Date): SQL {
  const since = dayBefore(now, COUNTED_DAYS);
  return sql`json_build_object(
    'now', coalesce(sum(${column}) filter (where d.day > ${since}), 0),
    'before', coalesce(sum(${column}) filter (where d.day <= ${since}), 0))`;
}

function dayBefore(now: Date, days: number): SQL {
  return sql`${new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10)}::date`;
}

/** Such as 2026-03-02T12:00:00+00:00. */
function iso(column: SQL): SQL {
  return sql`to_json(${column})#>>'{}'`;
}

function textArray(values: readonly string[]): SQL {
  return sql`${`{${values.join(',')}}`}::text[]`;
}
