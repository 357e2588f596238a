import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { getOffer } from '@/domain/offers/queries';
import { type OfferDetail, type OfferState, offerIdFromSlug } from '@/domain/offers/rules';
import { COUNT_CAP, PAGE_LINES } from './input';

export type OfferSearch = {
  /** Words of the title or the company, an id, or the offer's address. */
  q?: string;
  state?: OfferState;
  /** Slug. */
  company?: string;
  /** Only what waits to be published. */
  waiting?: boolean;
  page: number;
};

export type OfferLine = {
  id: number;
  title: string;
  state: OfferState;
  featured: boolean;
  company: { id: number; name: string };
  source: string;
  /** ISO 8601; null for one that was not published yet. */
  publishedAt: string | null;
  expiresAt: string | null;
  /** Open reports. */
  reports: number;
};

export type Found<Line> = { lines: Line[]; total: number; capped: boolean };

/** Offers in whatever state, the newest first. */
export async function findOffers(db: Db, search: OfferSearch): Promise<Found<OfferLine>> {
  const where = offersWhere(search);
  const from = sql`from offer o join company c on c.id = o.company_id where ${where}`;
  const [rows, total] = await Promise.all([
    db.execute<OfferLine>(sql`
      select o.id, o.title, o.state, o.featured, json_build_object('id', c.id, 'name', c.name) as company,
        o.source, o.published_at as "publishedAt", o.leaves_at as "expiresAt",
        (select count(*)::int from offer_report r where r.offer_id = o.id and r.handled_at is null) as reports
      ${from} order by o.id desc limit ${PAGE_LINES} offset ${(search.page - 1) * PAGE_LINES}`),
    countUpTo(db, from),
  ]);
  const lines = rows.map((row) => ({
    ...row,
    publishedAt: row.publishedAt && new Date(row.publishedAt).toISOString(),
    expiresAt: row.expiresAt && new Date(row.expiresAt).toISOString(),
  }));
  return { lines, ...total };
}

function offersWhere({ q, state, company, waiting }: OfferSearch): SQL {
  const parts = [sql`true`];
  if (state) parts.push(sql`o.state = ${state}`);
  if (waiting) parts.push(sql`o.state in ('draft', 'awaiting_payment', 'in_review')`);
  if (company) parts.push(sql`c.slug = ${company}`);
  if (q) {
    const id = /^\d{1,9}$/.test(q) ? Number(q) : offerIdFromSlug(q);
    const words = sql`(${holds(sql`o.title`, q)} or ${holds(sql`c.name`, q)})`;
    parts.push(id === null ? words : sql`(o.id = ${id} or ${words})`);
  }
  return sql.join(parts, sql` and `);
}

/** Whether a column holds the text, whatever the case and the accents. */
export function holds(column: SQL, text: string): SQL {
  return sql`position(lower(unaccent(${text})) in lower(unaccent(${column}))) > 0`;
}

/** How many rows there are; counting stops at the cap. */
export async function countUpTo(db: Db, from: SQL): Promise<{ total: number; capped: boolean }> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (select 1 ${from} limit ${COUNT_CAP + 1}) counted`);
  const n = row?.n ?? 0;
  return { total: Math.min(n, COUNT_CAP), capped: n > COUNT_CAP };
}

export type OfferFile = {
  offer: OfferDetail;
  applyUrl: string | null;
  applyEmail: string | null;
  payReason: string | null;
  pausedBy: 'employer' | 'silence' | null;
  askedAt: string | null;
  createdAt: string;
  postedBy: { id: string; email: string } | null;
  /** Of the last 30 days. */
  views: number;
  applies: number;
};

/** All that the operator should know of an offer, or null if there is none of that id. */
export async function getOfferFile(db: Db, id: number, now: Date): Promise<OfferFile | null> {
  const [offer, [rest]] = await Promise.all([
    getOffer(db, id),
    db.execute<Omit<OfferFile, 'offer'>>(sql`
      select o.apply_url as "applyUrl", o.apply_email as "applyEmail", o.pay_reason as "payReason",
        o.paused_by as "pausedBy", o.asked_at as "askedAt", o.created_at as "createdAt",
        case when u.id is not null then json_build_object('id', u.id, 'email', u.email) end as "postedBy",
        coalesce(d.views, 0)::int as views, coalesce(d.applies, 0)::int as applies
      from offer o left join app_user u on u.id = o.posted_by
      left join lateral (select sum(views) as views, sum(applies) as applies from offer_day
        where offer_id = o.id and day > (${now.toISOString()}::timestamptz at time zone 'utc')::date - 30) d on true
      where o.id = ${id}`),
  ]);
  if (!offer || !rest) return null;
  return {
    offer,
    ...rest,
    createdAt: new Date(rest.createdAt).toISOString(),
    askedAt: rest.askedAt && new Date(rest.askedAt).toISOString(),
  };
}
