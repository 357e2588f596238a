import type { Sql } from 'postgres';
import type { Ledger } from '../payments-sandbox/control';

/** The accounts of the money chaos, drawn up by SQL from the portal's own tables and from the sandbox's ledger. */

/** Slugs of the companies that buy begin with it. */
export const BUYERS_SLUG = 'money-chaos-';

const GIVEN = "('paid', 'partly_refunded')";
const PAID = "('paid', 'partly_refunded', 'refunded', 'refund_failed', 'disputed', 'lost')";

/**
 * Takes down, from now on, every mail that is left to the worker: the queue forgets them once they are sent. Within the
 * transaction that queues them, so that what is taken back was never there.
 */
export async function openBooks(sql: Sql): Promise<void> {
  await sql.unsafe(`
    create schema books;
    create table books.mail (job bigint, kind text, url text);
    create function books.note_mail() returns trigger language plpgsql as $$
    begin
      insert into books.mail values (new.id, new.payload->'mail'->>'kind', new.payload->'mail'->>'url');
      return null;
    end $$;
    create trigger note_mail after insert on graphile_worker._private_jobs
      for each row when (new.payload->'mail' is not null) execute function books.note_mail();
    create table books.checkout (
      reference text, session text, paid boolean, total int, charged int, refunded int, refunds int, disputes jsonb);
    create view books.buyer as select * from company where slug like '${BUYERS_SLUG}%';
    create view books.purchase as select * from plan_order where company_id in (select id from books.buyer);
    create view books.offer as select * from offer where company_id in (select id from books.buyer)`);
}

/** Copies what the sandbox knows of each checkout beside the portal's tables. */
export async function copyLedger(sql: Sql, ledger: Ledger): Promise<void> {
  const intents = new Map(ledger.payment_intents.map((one) => [one.id, one]));
  const charges = new Map(ledger.charges.map((one) => [one.id, one]));
  const rows = ledger.sessions.map((session) => {
    const charge = charges.get(String(intents.get(String(session.payment_intent))?.latest_charge));
    const disputes = ledger.disputes.filter((one) => one.charge === charge?.id);
    return {
      reference: session.client_reference_id,
      session: session.id,
      paid: session.status === 'complete' && session.payment_status !== 'unpaid',
      total: session.amount_total,
      charged: charge?.paid ? charge.amount : 0,
      refunded: charge?.amount_refunded ?? 0,
      refunds: ledger.refunds.filter((one) => one.charge === charge?.id).length,
      disputes: Object.fromEntries(
        disputes.map(({ id, status }) => [id, status === 'won' || status === 'lost' ? status : 'open']),
      ),
    };
  });
  await sql`truncate books.checkout`;
  await sql`
    insert into books.checkout
    select * from json_populate_recordset(null::books.checkout, ${JSON.stringify(rows)}::text::json)`;
}

/** Each counts rows. */
const FACTS = {
  'orders in all': 'books.purchase',
  'of them paid at the sandbox': 'books.checkout where paid',
  'paid orders for a publication': `books.purchase where purpose = 'publication' and state in ${GIVEN}
    and outcome = 'published'`,
  'published offers': "books.offer where state = 'live'",
  'extensions, upgrades': `books.purchase where purpose in ('extension', 'upgrade') and state in ${GIVEN}`,
  'packs of credits': `books.purchase where purpose = 'pack' and state in ${GIVEN}`,
  'credits spent': "credit_entry where kind = 'spent' and pack_order_id in (select id from books.purchase)",
  'refunded in full, in part': 'books.purchase where amount_refunded > 0',
  'of them by ourselves, nothing left to give': "books.purchase where outcome = 'refused'",
  disputed: "books.purchase where disputes <> '{}'",
  'failed or expired': "books.purchase where state in ('failed', 'expired')",
  'receipts queued': "books.mail where kind = 'receipt'",
};

/** Each counts what must not be. */
const LOSSES = {
  'paid at the sandbox, not here': `books.checkout c left join books.purchase o using (reference)
    where c.paid and (o.id is null or o.state not in ${PAID} or o.amount_total is distinct from c.total
      or o.session_id is distinct from c.session)`,
  'paid here, not at the sandbox': `books.purchase o where pack_order_id is null and state in ${PAID}
    and not exists (select from books.checkout c where c.reference = o.reference and c.paid and c.charged = c.total)`,
  'orders left waiting': "books.purchase where state in ('open', 'processing')",
  'offers left waiting for a payment': "books.offer where state = 'awaiting_payment'",
  'published unpaid': `books.offer f where state in ('live', 'paused', 'expired') and not exists (
    select from books.purchase o where o.offer_id = f.id and o.state in ${GIVEN} and o.outcome = 'published')`,
  'paid and unpublished': `books.purchase o join books.offer f on f.id = o.offer_id where o.purpose = 'publication'
    and o.state in ${GIVEN} and (o.outcome is null or o.outcome = 'published' and f.state <> 'live')`,
  'paid twice for one publication': `(select from books.purchase where purpose = 'publication' and state in ${GIVEN}
    and outcome = 'published' group by offer_id having count(*) > 1) twice`,
  'paid for nothing, not given back': `books.purchase where outcome = 'refused' and amount_total > 0
    and state not in ('refunded', 'lost')`,
  'published more often than paid': `books.offer f where
    (select count(*) from event e where e.subject = 'offer' and e.subject_id = f.id and e.type = 'offer.published')
    <> (select count(*) from books.purchase o where o.offer_id = f.id and o.outcome = 'published')`,
  'days other than paid for': `books.offer f where state = 'live'
    and not exists (select from event e where e.subject = 'offer' and e.subject_id = f.id and e.type = 'offer.suspended')
    and expires_at - published_at <> make_interval(days => (select coalesce(sum(days), 0)::int from books.purchase o
      where o.offer_id = f.id and o.outcome in ('published', 'extended') and o.state in ${GIVEN}
      and o.fulfilled_at >= f.published_at))`,
  'featured other than paid for': `books.offer f where state = 'live' and featured <> exists (
    select from books.purchase o where o.offer_id = f.id and o.state in ${GIVEN}
    and (o.outcome = 'upgraded' or o.outcome = 'published' and o.plan_kind = 'featured'))`,
  'published and not found by search': `books.offer f where
    (state = 'live') <> exists (select from offer_search s where s.id = f.id)`,
  'credits booked other than once': `books.purchase o where outcome = 'credited' and credits is distinct from (
    select sum(change) from credit_entry where pack_order_id = o.id and kind = 'bought')`,
  'credits spent other than once': `books.purchase o where pack_order_id is not null and 1 <> (
    select count(*) from credit_entry where spent_on = o.id)`,
  'ledgers of credits that do not add up': `(select from credit_entry group by pack_order_id
    having sum(change) <> (array_agg(balance order by entry desc))[1] or min(balance) < 0) wrong`,
  'paid without a receipt': `books.purchase o where pack_order_id is null and fulfilled_at is not null
    and outcome <> 'refused' and not exists (
      select from books.mail m where m.kind = 'receipt' and m.url = '/employer/orders/' || o.id)`,
  'receipts too many': `books.mail m where kind = 'receipt' and (
    exists (select from books.mail n where n.kind = 'receipt' and n.url = m.url and n.job < m.job)
    or not exists (select from books.purchase o where m.url = '/employer/orders/' || o.id
      and o.fulfilled_at is not null and o.outcome <> 'refused' and o.pack_order_id is null))`,
  // Nobody here asks for the same money twice but by a double click.
  'refunded more than once': 'books.checkout where refunds > 1',
  'refunds that differ': `books.purchase o join books.checkout c on c.session = o.session_id
    where o.amount_refunded <> c.refunded or (c.refunded >= c.total) <> (o.state = 'refunded')`,
  'disputes that differ': `books.purchase o join books.checkout c on c.session = o.session_id
    where o.disputes <> c.disputes`,
  // Without an error it was another of the same key that took its place, while its worker was killed.
  'jobs given up': 'graphile_worker.jobs where attempts >= max_attempts and last_error is not null',
};

/** The findings, as the tables are now. */
export async function readBooks(sql: Sql) {
  return { facts: await countAll(sql, FACTS), losses: await countAll(sql, LOSSES) };
}

async function countAll<Name extends string>(sql: Sql, sources: Record<Name, string>) {
  const columns = Object.values<string>(sources).map(
    (source, n) => `(select count(*)::int from ${source}) as n${n}`,
  );
  const [row] = await sql.unsafe<Record<string, number>[]>(`select ${columns.join(', ')}`);
  const counts = Object.keys(sources).map((name, n) => [name, row?.[`n${n}`] ?? 0]);
  return Object.fromEntries(counts) as Record<Name, number>;
}
