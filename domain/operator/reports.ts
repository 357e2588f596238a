import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { OfferState } from '@/domain/offers/rules';
import { PAGE_LINES } from './input';

/** Offers of the queue that are shown at once; the oldest report comes first. */
const QUEUE_SHOWN = 50;

export type ReportedOffer = {
  id: number;
  title: string;
  company: string;
  state: OfferState;
  reports: number;
  /** When the oldest open report came, ISO 8601. */
  since: string;
};

/** Offers with open reports, the one that waits longest first. */
export async function listReportedOffers(db: Db): Promise<ReportedOffer[]> {
  const rows = await db.execute<ReportedOffer>(sql`
    select o.id, o.title, c.name as company, o.state, r.reports, r.since
    from (select offer_id, count(*)::int as reports, min(at) as since from offer_report
      where handled_at is null group by offer_id) r
    join offer o on o.id = r.offer_id join company c on c.id = o.company_id
    order by r.since, o.id limit ${QUEUE_SHOWN}`);
  return rows.map((row) => ({ ...row, since: new Date(row.since).toISOString() }));
}

export type Report = {
  id: number;
  reason: string;
  message: string;
  at: string;
  handledAt: string | null;
};

/** What candidates said of an offer, the newest first. */
export async function listReportsOf(db: Db, offerId: number): Promise<Report[]> {
  const rows = await db.execute<Report>(sql`
    select id, reason, message, at, handled_at as "handledAt" from offer_report
    where offer_id = ${offerId} order by id desc limit 100`);
  return rows.map(toReport);
}

export type HandledReport = Report & {
  offer: { id: number; title: string };
  /** What was decided; null where the log has no word of it. */
  outcome: string | null;
  by: string | null;
};

/** Reports that were dealt with, the latest first; `page` from 1. */
export async function listHandledReports(
  db: Db,
  page: number,
): Promise<{ lines: HandledReport[]; total: number }> {
  const [rows, [count]] = await Promise.all([
    db.execute<HandledReport>(sql`
      select r.id, r.reason, r.message, r.at, r.handled_at as "handledAt",
        json_build_object('id', o.id, 'title', o.title) as offer, e.data ->> 'outcome' as outcome, u.email as by
      from offer_report r join offer o on o.id = r.offer_id
      left join event e on e.subject = 'report' and e.subject_id = r.id and e.type = 'report.handled'
      left join app_user u on e.actor = 'user:' || u.id
      where r.handled_at is not null
      order by r.handled_at desc, r.id desc limit ${PAGE_LINES} offset ${(page - 1) * PAGE_LINES}`),
    db.execute<{ n: number }>(sql`select count(*)::int as n from offer_report where handled_at is not null`),
  ]);
  return { lines: rows.map((row) => ({ ...row, ...toReport(row) })), total: count?.n ?? 0 };
}

function toReport({ id, reason, message, at, handledAt }: Report): Report {
  return {
    id,
    reason,
    message,
    at: new Date(at).toISOString(),
    handledAt: handledAt && new Date(handledAt).toISOString(),
  };
}
