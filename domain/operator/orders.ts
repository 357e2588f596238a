import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { OrderOutcome, OrderPurpose, OrderState } from '@/domain/billing/rules';
import { type OfferState, offerIdFromSlug } from '@/domain/offers/rules';
import { PAGE_LINES } from './input';
import { countUpTo, type Found, holds } from './offers';
import type { EventData } from './rules';

export type OrderSearch = {
  /** Words of the company or the offer's title, an address, a number, a reference or an id of Stripe's. */
  q?: string;
  state?: OrderState;
  page: number;
};

export type OrderLine = {
  id: number;
  state: OrderState;
  outcome: OrderOutcome | null;
  planName: string;
  /** Minor units, as for sale, and as it was paid: null until then. */
  price: number;
  amountTotal: number | null;
  amountRefunded: number;
  /** Of what was given back, what did not arrive. */
  refundFailed: number;
  currency: string;
  packOrderId: number | null;
  company: { id: number; name: string };
  offer: { id: number; title: string } | null;
  /** ISO 8601. */
  createdAt: string;
};

const LINE = sql`o.id, o.state, o.outcome, o.plan_name as "planName", o.price, o.amount_total as "amountTotal",
  o.amount_refunded as "amountRefunded", o.refund_failed as "refundFailed", o.currency, o.pack_order_id as "packOrderId",
  json_build_object('id', c.id, 'name', c.name) as company,
  case when f.id is not null then json_build_object('id', f.id, 'title', f.title) end as offer,
  o.created_at as "createdAt"`;
const FROM = sql`from plan_order o join company c on c.id = o.company_id left join offer f on f.id = o.offer_id
  left join app_user u on u.id = o.user_id`;

/** Orders in whatever state, the newest first. */
export async function findOrders(db: Db, search: OrderSearch): Promise<Found<OrderLine>> {
  const from = sql`${FROM} where ${ordersWhere(search)}`;
  const [rows, total] = await Promise.all([
    db.execute<OrderLine>(sql`
      select ${LINE} ${from} order by o.id desc limit ${PAGE_LINES} offset ${(search.page - 1) * PAGE_LINES}`),
    countUpTo(db, from),
  ]);
  return { lines: rows.map((row) => ({ ...row, createdAt: iso(row.createdAt) })), ...total };
}

function ordersWhere({ q, state }: OrderSearch): SQL {
  const parts = [sql`true`];
  if (state) parts.push(sql`o.state = ${state}`);
  if (q) {
    const words = [sql`${q} in (o.reference, o.session_id, o.payment_intent_id)`];
    if (/^\d{1,9}$/.test(q)) words.push(sql`o.id = ${Number(q)}`);
    const offerId = offerIdFromSlug(q);
    if (offerId !== null) words.push(sql`o.offer_id = ${offerId}`);
    for (const column of [sql`c.name`, sql`f.title`, sql`u.email`]) words.push(holds(column, q));
    parts.push(sql`(${sql.join(words, sql` or `)})`);
  }
  return sql.join(parts, sql` and `);
}

export type OrderFile = Omit<OrderLine, 'offer'> & {
  offer: { id: number; title: string; state: OfferState } | null;
  reference: string;
  purpose: OrderPurpose;
  days: number;
  credits: number;
  creditsLeft: number | null;
  buyer: { id: string; email: string } | null;
  sessionId: string | null;
  paymentIntentId: string | null;
  invoiceUrl: string | null;
  receiptUrl: string | null;
  /** How many times Stripe was asked for a checkout. */
  attempt: number;
  disputes: Record<string, 'open' | 'won' | 'lost'>;
  holdsOffer: boolean;
  /** ISO 8601. */
  expiresAt: string | null;
  fulfilledAt: string | null;
  creditsExpireAt: string | null;
  /** Orders that credits of this pack paid for, the first first. */
  spentOn: number[];
};

/** All that the operator should know of an order, or null if there is none of that id. */
export async function getOrderFile(db: Db, id: number): Promise<OrderFile | null> {
  const [row] = await db.execute<OrderFile>(sql`
    select ${LINE}, o.reference, o.purpose, o.days, o.credits, o.session_id as "sessionId", o.attempt, o.disputes,
      o.payment_intent_id as "paymentIntentId", o.invoice_url as "invoiceUrl", o.receipt_url as "receiptUrl",
      o.holds_offer as "holdsOffer", o.expires_at as "expiresAt", o.fulfilled_at as "fulfilledAt",
      o.credits_expire_at as "creditsExpireAt",
      case when f.id is not null then json_build_object('id', f.id, 'title', f.title, 'state', f.state) end as offer,
      case when u.id is not null then json_build_object('id', u.id, 'email', u.email) end as buyer,
      (select balance from credit_entry e where e.pack_order_id = o.id order by entry desc limit 1) as "creditsLeft",
      array(select s.id from plan_order s where s.pack_order_id = o.id order by s.id) as "spentOn"
    ${FROM} where o.id = ${id}`);
  if (!row) return null;
  return {
    ...row,
    createdAt: iso(row.createdAt),
    expiresAt: row.expiresAt && iso(row.expiresAt),
    fulfilledAt: row.fulfilledAt && iso(row.fulfilledAt),
    creditsExpireAt: row.creditsExpireAt && iso(row.creditsExpireAt),
  };
}

export type OrderStep = {
  key: string;
  /** ISO 8601: when it happened, as far as Stripe is the one who knows. */
  at: string;
  /** An event of Stripe's; else one of the portal's own. */
  stripe: { id: string; handledAt: string } | null;
  type: string;
  /** Of the portal's: `system` or `user:ID`, and the address of that user. */
  actor: string | null;
  email: string | null;
  data: EventData;
};

/** What happened to an order, at Stripe and here, in sequence. */
export async function listOrderSteps(db: Db, id: number): Promise<OrderStep[]> {
  const rows = await db.execute<Omit<OrderStep, 'key'> & { number: string }>(sql`
    select * from (
      select s.at, json_build_object('id', s.id, 'handledAt', s.handled_at) as stripe, s.type, null as actor,
        null as email, null::jsonb as data, s.handled_at as known, 0::bigint as number
      from order_event s where s.order_id = ${id}
      union all
      select e.at, null, e.type, e.actor, u.email, e.data, e.at, e.id
      from event e left join app_user u on e.actor = 'user:' || u.id
      where e.subject = 'order' and e.subject_id = ${id}
    ) step order by known, number`);
  return rows.map(({ at, stripe, type, actor, email, data, number }) => ({
    key: stripe?.id ?? String(number),
    at: iso(at),
    stripe: stripe && { id: stripe.id, handledAt: iso(stripe.handledAt) },
    type,
    actor,
    email,
    data,
  }));
}

function iso(at: string): string {
  return new Date(at).toISOString();
}
