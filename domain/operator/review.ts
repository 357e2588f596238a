import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';

export type ReviewLine = {
  id: number;
  title: string;
  company: { id: number; name: string };
  featured: boolean;
  /** What pays for it; null where nothing does (any more): the payment is disputed, say. */
  order: {
    id: number;
    planName: string;
    days: number;
    /** Minor units; 0 where a credit or a discount paid. */
    amountTotal: number;
    currency: string;
    byCredit: boolean;
  } | null;
  /** Since when it waits, ISO 8601. */
  since: string;
};

/** Offers that wait to be read, the one that has waited longest first; at most `limit`, and how many there are. */
export async function listForReview(db: Db, limit: number): Promise<{ lines: ReviewLine[]; total: number }> {
  const [lines, [count]] = await Promise.all([
    readLines(db, sql`true`, limit),
    db.execute<{ n: number }>(sql`select count(*)::int as n from offer where state = 'in_review'`),
  ]);
  return { lines, total: count?.n ?? 0 };
}

/** An offer that waits to be read; null where it does not. */
export async function getForReview(db: Db, offerId: number): Promise<ReviewLine | null> {
  const [line] = await readLines(db, sql`o.id = ${offerId}`, 1);
  return line ?? null;
}

async function readLines(db: Db, where: SQL, limit: number): Promise<ReviewLine[]> {
  const rows = await db.execute<ReviewLine>(sql`
    select o.id, o.title, json_build_object('id', c.id, 'name', c.name) as company, o.featured,
      case when p.id is not null then json_build_object('id', p.id, 'planName', p.plan_name, 'days', p.days,
        'amountTotal', coalesce(p.amount_total, 0), 'currency', p.currency,
        'byCredit', p.pack_order_id is not null) end as order,
      coalesce(p.fulfilled_at, o.updated_at) as since
    from offer o join company c on c.id = o.company_id
    left join lateral (select * from plan_order where offer_id = o.id and outcome = 'in_review'
      and state in ('paid', 'partly_refunded') order by fulfilled_at desc limit 1) p on true
    where o.state = 'in_review' and ${where} order by since, o.id limit ${limit}`);
  return rows.map((row) => ({ ...row, since: new Date(row.since).toISOString() }));
}
