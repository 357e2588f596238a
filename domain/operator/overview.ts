import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';

/** Days of the chart, with today. */
export const OVERVIEW_DAYS = 30;
const IMPORT_DAYS = 7;
const IMPORTS_SHOWN = 10;
const ERROR_SHOWN = 200;

export type QueueLine = {
  task: string;
  /** Due, or waiting for its time. */
  waiting: number;
  /** Failed, to be tried again. */
  retrying: number;
  /** Failed for the last time. */
  failed: number;
  /** Since when the longest one is due, ISO 8601; null where none is. */
  dueSince: string | null;
  lastError: string | null;
};

export type Overview = {
  live: number;
  companies: number;
  waiting: { drafts: number; claims: number; reports: number; enquiries: number };
  /**
   * Live offers by UTC day of publication (YYYY-MM-DD), the oldest first, up to today: counted in the search
   * table, which is narrow enough to be read whole.
   */
  days: { day: string; offers: number }[];
  imports: {
    id: number;
    source: string;
    startedAt: string;
    finishedAt: string | null;
    counts: Record<string, number> | null;
  }[];
  queue: QueueLine[];
};

/** What waits for the operator, as numbers for the side column. */
export async function countWaiting(db: Db): Promise<Overview['waiting']> {
  const [row] = await db.execute<Overview['waiting']>(sql`
    select (select count(*)::int from offer where state in ('draft', 'awaiting_payment', 'in_review')) as drafts,
      (select count(*)::int from company_claim where state = 'waiting') as claims,
      (select count(distinct offer_id)::int from offer_report where handled_at is null) as reports,
      (select count(*)::int from enquiry where answered_at is null) as enquiries`);
  return row ?? { drafts: 0, claims: 0, reports: 0, enquiries: 0 };
}

/** The state of the portal on one page. */
export async function readOverview(db: Db, now: Date): Promise<Overview> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const today = sql`(${at} at time zone 'utc')::date`;
  const [waiting, [totals], days, imports, queue] = await Promise.all([
    countWaiting(db),
    db.execute<{ live: number; companies: number }>(sql`
      select (select count(*)::int from offer_search) as live,
        (select count(*)::int from company c where exists (
          select from offer_search s where s.company = c.id)) as companies`),
    db.execute<{ day: string; offers: number }>(sql`
      select d.day::date::text as day, coalesce(p.offers, 0)::int as offers
      from generate_series(${today} - ${OVERVIEW_DAYS - 1}::int, ${today}, interval '1 day') as d(day)
      left join (
        select (published at time zone 'utc')::date as day, count(*) as offers from offer_search
        where published >= ${at} - make_interval(days => ${OVERVIEW_DAYS}) group by 1
      ) p on p.day = d.day::date
      order by 1`),
    db.execute<Overview['imports'][number]>(sql`
      select id, source, started_at as "startedAt", finished_at as "finishedAt", counts from import_run
      where started_at >= ${at} - make_interval(days => ${IMPORT_DAYS})
      order by id desc limit ${IMPORTS_SHOWN}`),
    readQueue(db, now),
  ]);
  const iso = (text: string | null) => text && new Date(text).toISOString();
  return {
    live: totals?.live ?? 0,
    companies: totals?.companies ?? 0,
    waiting,
    days: [...days],
    imports: imports.map((run) => ({
      ...run,
      startedAt: iso(run.startedAt) ?? '',
      finishedAt: iso(run.finishedAt),
    })),
    queue,
  };
}

/** What the worker has before it, by task; nothing where it is done with everything. */
export async function readQueue(db: Db, now: Date): Promise<QueueLine[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await db.execute<QueueLine>(sql`
    select task_identifier as task,
      (count(*) filter (where attempts < max_attempts and last_error is null))::int as waiting,
      (count(*) filter (where attempts < max_attempts and last_error is not null))::int as retrying,
      (count(*) filter (where attempts >= max_attempts and last_error is not null))::int as failed,
      min(run_at) filter (where attempts < max_attempts and run_at <= ${at}) as "dueSince",
      left(max(last_error), ${ERROR_SHOWN}) as "lastError"
    from graphile_worker.jobs group by task_identifier order by failed desc, task_identifier`);
  return rows.map((row) => ({ ...row, dueSince: row.dueSince && new Date(row.dueSince).toISOString() }));
}
