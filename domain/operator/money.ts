import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { stamp } from '@/domain/offers/moves';

/** Months of the chart, with this one. */
export const MONEY_MONTHS = 12;

export type MoneyMonth = {
  /** YYYY-MM, UTC. */
  month: string;
  /** Minor units: what was paid, given back, and lost to disputes in that month. */
  paid: number;
  refunded: number;
  lost: number;
  /** Orders that were paid, those for nothing (credits, a discount) left out. */
  orders: number;
};

/** Money by currency, the one with the most orders first; of each all months, the oldest first. */
export type Money = { currency: string; months: MoneyMonth[] }[];

/**
 * Money in and out by UTC month. A payment counts in the month in which we heard of it, a refund in that in which
 * we heard that one: each event of an order says how much had been given back by then. One that did not arrive counts
 * against those of the month in which it came back.
 */
export async function readMoney(db: Db, now: Date): Promise<Money> {
  const monthOf = (at: ReturnType<typeof sql>) => sql`date_trunc('month', ${at} at time zone 'utc')`;
  const rows = await db.execute<MoneyMonth & { currency: string }>(sql`
    with paid as (
      select currency, ${monthOf(sql`coalesce(fulfilled_at, created_at)`)} as month, amount_total::bigint as paid,
        0::bigint as refunded, 0::bigint as lost
      from plan_order where amount_total > 0
    ), told as (
      select o.currency, e.at, e.type, o.amount_total as total, (e.data ->> 'refunded')::bigint as refunded,
        lag((e.data ->> 'refunded')::bigint, 1, 0) over (partition by o.id order by e.id) as before
      from plan_order o join event e on e.subject = 'order' and e.subject_id = o.id
      where (o.amount_refunded > 0 or o.refund_failed > 0 or o.disputes <> '{}') and e.data ? 'refunded'
    ), moved as (
      select * from paid
      union all
      select currency, ${monthOf(sql`at`)}, 0, refunded - before, case when type = 'order.lost' then total - refunded else 0 end
      from told
    )
    select c.currency, to_char(m.month, 'YYYY-MM') as month, coalesce(sum(paid), 0)::float8 as paid,
      coalesce(sum(refunded), 0)::float8 as refunded, coalesce(sum(lost), 0)::float8 as lost,
      (count(*) filter (where paid > 0))::int as orders
    from (select currency, count(*) as n from plan_order where amount_total > 0 group by 1) c
    cross join generate_series(${monthOf(stamp(now))} - make_interval(months => ${MONEY_MONTHS - 1}::int),
      ${monthOf(stamp(now))}, interval '1 month') as m(month)
    left join moved using (currency, month)
    group by c.n, c.currency, m.month order by c.n desc, c.currency, m.month`);
  const byCurrency = new Map<string, MoneyMonth[]>();
  for (const { currency, ...month } of rows)
    byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), month]);
  return [...byCurrency].map(([currency, months]) => ({ currency, months }));
}
