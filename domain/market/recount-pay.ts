import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { CONTRACTS } from '@/domain/offers/input';
import { base, kindNumber, kindOf, levelName, nameArray, raw } from './recount-offers';
import { ALL_CONTRACTS, ALL_COUNTRIES, ALL_ROLES, MIN_OFFERS_PER_FIGURE } from './rules';

/**
 * Brings `pay_figure` in step for every role whose offers changed, and for all roles together; resolves to the
 * tags of what shows them. An offer counts under each contract that states its pay, and once, by the contract
 * that pays best, under all of them; in each country that it names, and once in all.
 */
export async function recountPay(db: Db): Promise<string[]> {
  // The whole place of an offer in one number, since it is sorted by: country, contract and role.
  const placed = sql`(country * 10 + contract)::bigint * 100000 + role`;
  await db.execute(sql`
    create temp table counted_pay on commit drop as
    with stale as materialized (
      select facet as role from counted_subject where stale and ${kindOf(sql`facet`)} = ${kindNumber('role')}
    ), paid as (
      select id, role, level, 0 as contract, yearly from counted_offer where yearly is not null and not outside_it
      union all
      select o.id, o.role, o.level, array_position(${nameArray(CONTRACTS)}, p.contract::text),
        (p.yearly_eur_min + p.yearly_eur_max) / 2
      from counted_offer o join offer_pay p on p.offer_id = o.id
      where p.yearly_eur_max is not null and not o.outside_it
    ), named as materialized (
      select id, facet - ${base('country')} + 1 as country
      from (select id, unnest(facets) as facet from counted_offer where yearly is not null and not outside_it) of
      where ${kindOf(sql`facet`)} = ${kindNumber('country')}
    ), by_country as (
      select role, level, contract, yearly, 0 as country from paid
      union all
      select role, level, contract, yearly, country from paid join named using (id)
    ), by_role as (
      select ${raw(ALL_ROLES)} as role, level, contract, yearly, country from by_country
      union all
      select role - ${base('role')}, level, contract, yearly, country from by_country where role in (select role from stale)
    ), counted as (
      select ${placed} as place, level, count(*)::int as offers,
        percentile_disc(array[0.25, 0.5, 0.75, 0.98]) within group (order by yearly) as p
      from by_role group by grouping sets ((${placed}, level), (${placed}))
      having level is distinct from 0 and count(*) >= ${raw(MIN_OFFERS_PER_FIGURE)}
    )
    select (place % 100000)::smallint as role_id,
      ${levelName(sql`level`)} as seniority,
      coalesce((${nameArray(CONTRACTS)})[place / 100000 % 10], ${ALL_CONTRACTS}) as contract,
      case place / 1000000 when 0 then ${ALL_COUNTRIES}
        else chr((65 + (place / 1000000 - 1) / 26)::int) || chr((65 + (place / 1000000 - 1) % 26)::int) end as country,
      offers, p[1] as p25, p[2] as median, p[3] as p75, p[4] as p98
    from counted`);
  const key = sql`(f.country, f.contract, f.role_id, f.seniority) = (c.country, c.contract, c.role_id, c.seniority)`;
  const changed = await db.execute<{
    role: string | null;
    country: string;
    contract: string;
    quartile: boolean;
  }>(sql`
    with gone as (
      delete from pay_figure f
      where not exists (select from counted_pay c where ${key})
        and not exists (select from counted_subject s where s.facet = ${base('role')} + f.role_id and not s.stale)
      returning f.role_id, f.country, f.contract, true as quartile
    ), differing as materialized (
      select c.*, f.role_id is null or (f.p25, f.median, f.p75, f.p98) is distinct from (c.p25, c.median, c.p75, c.p98)
        as quartile
      from counted_pay c left join pay_figure f on ${key}
      where (f.offers, f.p25, f.median, f.p75, f.p98) is distinct from (c.offers, c.p25, c.median, c.p75, c.p98)
    ), kept as (
      insert into pay_figure as f (role_id, seniority, contract, country, offers, p25, median, p75, p98)
      select role_id, seniority, contract, country, offers, p25, median, p75, p98 from differing
      on conflict (country, contract, role_id, seniority) do update
        set (offers, p25, median, p75, p98) =
          (excluded.offers, excluded.p25, excluded.median, excluded.p75, excluded.p98)
    )
    select r.slug as role, country, contract, bool_or(quartile) as quartile
    from (select * from gone union all select role_id, country, contract, quartile from differing) changed
    left join role r on r.id = changed.role_id
    group by 1, 2, 3`);
  const everywhere = changed.filter(({ country }) => country === ALL_COUNTRIES);
  return [
    ...(changed.length > 0 ? ['salaries'] : []),
    ...everywhere.flatMap(({ role }) => (role === null ? [] : [`figures:role:${role}`])),
    // Bars and medians beside single offers: one offer more or less behind them is not seen there.
    ...(everywhere.some(({ contract, quartile }) => contract === ALL_CONTRACTS && quartile)
      ? ['pay-figures']
      : []),
  ];
}
