import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { TOP_SKILLS } from './input';
import { base, kindNumber, kindOf, levelName, raw } from './recount-offers';
import { MIN_OFFERS_PER_FIGURE } from './rules';

/** Entries kept of each list; of the skills of a role all. */
const LISTED = 24;

const enough = sql`count(*) >= ${raw(MIN_OFFERS_PER_FIGURE)}`;
const quartiles = sql`percentile_disc(array[0.25, 0.5, 0.75]) within group (order by yearly)`;
const isKind = (facet: string, kind: 'role' | 'skill' | 'city' | 'country' | 'company') =>
  sql`${kindOf(sql.raw(facet))} = ${kindNumber(kind)}`;
const staleOf = (kind: 'role' | 'skill' | 'city' | 'country' | 'company') =>
  sql`(select facet from counted_subject where stale and ${isKind('facet', kind)})`;

/**
 * Counts `market_figure` anew for every value whose offers changed, from what is gathered; resolves to the tags
 * of what shows a figure that is another now.
 */
export async function writeFigures(db: Db, now: Date): Promise<string[]> {
  await countOthers(db);
  await rankLists(db);
  await db.execute(sql`
    create temp table counted_figure on commit drop as
    with paid as (
      select facet, count(*)::int as offers, ${quartiles} as p
      from (
        select unnest(facets) as facet, yearly from counted_offer where yearly is not null and not outside_it
      ) of where facet in (select facet from counted_subject where stale)
      group by facet having ${enough}
    )
    select s.facet, s.mark, jsonb_build_object(
      'offers', s.offers, 'itOffers', s.it_offers, 'remote', s.remote, 'payStated', s.stated,
      'pay', case when paid.p is not null then jsonb_build_object('offers', paid.offers, 'p25', paid.p[1],
        'median', paid.p[2], 'p75', paid.p[3]) end,
      'roles', ${listed('role')}, 'skills', ${listed('skill')}, 'cities', ${listed('city')},
      'companies', ${listed('company')}, 'hiring', coalesce(lists.hiring, 0),
      'skillPay', '[]'::jsonb, 'weeks', null, 'local', null, 'levels', '[]'::jsonb) as figures
    from counted_subject s
    left join paid using (facet)
    left join (
      select subject as facet, jsonb_object_agg(kind, list) as by_kind,
        (sum(entries) filter (where kind = ${kindNumber('company')}))::int as hiring
      from counted_list group by subject
    ) lists using (facet)
    where s.stale`);
  await addRoleFigures(db);
  await addCompanyFigures(db);
  return replaceFigures(db, now);
}

function listed(kind: 'role' | 'skill' | 'city' | 'company') {
  return sql`coalesce(lists.by_kind->'${kindNumber(kind)}', '[]')`;
}

/** `counted_other`: how many offers have two values that are both no role. */
async function countOthers(db: Db): Promise<void> {
  await db.execute(sql`
    create temp table counted_other on commit drop as
    with named as materialized (
      select id, company, facet, facet in ${staleOf('skill')} as stale
      from (
        select id, ${base('company')} + company as company, unnest(facets) as facet
        from counted_offer where not outside_it
      ) of where ${isKind('facet', 'skill')}
    ), asked as (
      select company, facet as skill, count(*)::int as offers from named
      where stale or company in ${staleOf('company')} group by 1, 2
    )
    select company as subject, skill as other, offers from asked where company in ${staleOf('company')}
    union all select skill, company, offers from asked where skill in ${staleOf('skill')}
    union all
    select a.facet, b.facet, count(*)::int from named a join named b on a.id = b.id and a.facet <> b.facet
    where a.stale group by 1, 2
    union all
    select company, city, count(*)::int
    from (
      select ${base('company')} + company as company, unnest(facets) as city
      from counted_offer where not outside_it
    ) of where ${isKind('city', 'city')} and company in ${staleOf('company')} group by 1, 2`);
}

/** `counted_list`: the values that go most often with one, by kind, as [[id, offers], …]. */
async function rankLists(db: Db): Promise<void> {
  await db.execute(sql`
    create temp table counted_list on commit drop as
    with pair as (
      select p.facet as subject, p.role as other, p.it_offers as offers from counted_pair p
      join counted_subject s on s.facet = p.facet and s.stale
      where p.it_offers > 0 and not ${isKind('p.facet', 'role')}
      union all
      select role, facet, it_offers from counted_pair
      where role in ${staleOf('role')} and it_offers > 0
        and ${kindOf(sql`facet`)} in (${kindNumber('skill')}, ${kindNumber('city')}, ${kindNumber('company')})
      union all
      select subject, other, offers from counted_other
      union all
      -- A city is in one country: all of its offers are there.
      select country.facet, city.facet, city.it_offers from counted_subject country
      join place p on p.kind = 'city' and country.facet = ${base('country')}
        + (ascii(p.country_code) - 65) * 26 + ascii(substr(p.country_code, 2)) - 65
      join counted_subject city on city.facet = ${base('city')} + p.id
      where country.stale
    ), ranked as (
      select subject, ${kindOf(sql`other`)} as kind, other % ${base('role')} as id, offers,
        row_number() over (partition by subject, ${kindOf(sql`other`)} order by offers desc, other) as rank
      from pair
    )
    select subject, kind, count(*)::int as entries,
      jsonb_agg(jsonb_build_array(id, offers) order by rank) filter (where rank <= ${raw(LISTED)}
        or kind = ${kindNumber('role')} or ${isKind('subject', 'role')} and kind = ${kindNumber('skill')}) as list
    from ranked group by subject, kind`);
}

/** What only roles have: the pay that goes with their skills, the weeks, and pay as it is stated. */
async function addRoleFigures(db: Db): Promise<void> {
  await db.execute(sql`
    with top as (
      select subject as role, ${base('skill')} + (entry->>0)::int as skill, n
      from counted_list, jsonb_array_elements(list) with ordinality as e(entry, n)
      where ${isKind('subject', 'role')} and kind = ${kindNumber('skill')} and n <= ${raw(TOP_SKILLS)}
    ), skill_pay as (
      select role, jsonb_agg(jsonb_build_object('skill', skill - ${base('skill')}, 'offers', offers, 'median', median) order by n) as list
      from (
        select top.role, top.skill, top.n, count(*)::int as offers,
          percentile_disc(0.5) within group (order by yearly) as median
        from (
          select role, yearly, unnest(facets) as skill from counted_offer where yearly is not null and not outside_it
        ) o join top on top.role = o.role and top.skill = o.skill
        group by 1, 2, 3 having ${enough}
      ) counted group by role
    ), stated as materialized (
      select o.role, o.id, o.level, p.contract, p.currency, p.period, p.tax, (p.stated_min + p.stated_max) / 2 as middle
      from counted_offer o join offer_pay p on p.offer_id = o.id
      where o.role in ${staleOf('role')} and p.stated_max is not null
    ), usual as (
      select distinct on (role) role, currency, period from stated
      where (currency, period) <> ('EUR', 'year')
      group by role, currency, period order by role, count(distinct id) desc, currency, period
    ), terms as (
      select distinct on (role, contract) role, contract, tax from stated join usual using (role, currency, period)
      group by role, contract, tax order by role, contract, count(*) desc, tax
    ), cell as (
      select s.role, s.contract, t.tax, s.level, count(*)::int as offers,
        percentile_disc(array[0.25, 0.5, 0.75]) within group (order by s.middle) as p
      from stated s join usual using (role, currency, period)
      join terms t on t.role = s.role and t.contract = s.contract and t.tax is not distinct from s.tax
      group by grouping sets ((s.role, s.contract, t.tax, s.level), (s.role, s.contract, t.tax))
      having s.level is distinct from 0 and ${enough}
    ), local as (
      select u.role, jsonb_build_object('currency', u.currency, 'period', u.period, 'cells', coalesce(
        jsonb_agg(jsonb_build_object('contract', c.contract, 'tax', c.tax,
          'seniority', ${levelName(sql`c.level`)}, 'offers', c.offers,
          'p25', c.p[1], 'median', c.p[2], 'p75', c.p[3]) order by coalesce(c.level, 0), c.contract)
        filter (where c.role is not null), '[]')) as pay
      from usual u left join cell c on c.role = u.role
      group by u.role, u.currency, u.period
    )
    update counted_figure f set figures = f.figures || jsonb_build_object(
      'skillPay', coalesce((select list from skill_pay where role = f.facet), '[]'),
      'weeks', (select jsonb_build_object('from', w.from, 'offers', w.offers) from counted_week w where w.role = f.facet),
      'local', (select pay from local where role = f.facet))
    where ${isKind('f.facet', 'role')}`);
}

/** What only companies have: pay by role and level. */
async function addCompanyFigures(db: Db): Promise<void> {
  await db.execute(sql`
    with counted as (
      select company, role, level, count(*)::int as offers, ${quartiles} as p
      from counted_offer
      where yearly is not null and not outside_it and ${base('company')} + company in ${staleOf('company')}
      group by grouping sets ((company, role, level), (company, role))
      having level is distinct from 0 and ${enough}
    )
    update counted_figure f set figures = f.figures || jsonb_build_object('levels', l.list)
    from (
      select company, jsonb_agg(jsonb_build_object('role', role - ${base('role')},
        'seniority', ${levelName(sql`level`)}, 'offers', offers,
        'p25', p[1], 'median', p[2], 'p75', p[3]) order by role, coalesce(level, 0)) as list
      from counted group by company
    ) l where f.facet = ${base('company')} + l.company`);
}

/** Stores what was counted; resolves to the tags of what is another now. */
async function replaceFigures(db: Db, now: Date): Promise<string[]> {
  const rows = await db.execute<{ tag: string }>(sql`
    with gone as (
      delete from market_figure f where not exists (select from counted_subject s where s.facet = f.facet)
      returning f.facet
    ), changed as materialized (
      select c.facet from counted_figure c left join market_figure f using (facet)
      where f.figures is distinct from c.figures
    ), kept as (
      insert into market_figure as f (facet, figures, mark, changed_at)
      select facet, figures, mark, ${now.toISOString()}::timestamptz from counted_figure
      on conflict (facet) do update set figures = excluded.figures, mark = excluded.mark,
        changed_at = case when f.figures = excluded.figures then f.changed_at else excluded.changed_at end
    ), shown as (select facet from gone union select facet from changed)
    select 'figures:role:' || r.slug as tag from shown join role r on facet = ${base('role')} + r.id
    union all select 'figures:skill:' || k.slug from shown join skill k on facet = ${base('skill')} + k.id
    union all select 'figures:company:' || facet % ${base('role')} from shown where ${isKind('facet', 'company')}
    union all select 'figures:place:' || p.slug from shown join place p on p.kind = 'city' and facet = ${base('city')} + p.id
    union all select 'figures:place:' || p.slug from shown join place p on p.kind = 'country'
      and facet = ${base('country')} + (ascii(p.country_code) - 65) * 26 + ascii(substr(p.country_code, 2)) - 65`);
  return rows.map(({ tag }) => tag);
}
