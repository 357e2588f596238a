import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { FACET_BASE, type FacetKind, KIND_SIZE, numberedFacet } from '@/domain/offers/facets';
import { SENIORITIES } from '@/domain/offers/input';
import { WEEKS } from './input';
import { ALL_LEVELS } from './rules';

/** The tables that one recount works on. They are its own, and gone with it. */

/** Changes with what figures hold or mean, so that all are counted anew. */
const FIGURES_VERSION = 1;
const WEEK_SECONDS = 7 * 86_400;
/** Of Monday, 5 January 1970, before which nothing is counted. */
const FIRST_MONDAY_SECONDS = 4 * 86_400;

/** Kinds of values that have figures. */
const SUBJECTS = ['role', 'skill', 'city', 'country', 'company'] as const satisfies FacetKind[];

export const raw = (value: number): SQL => sql.raw(String(value));
/** Of a facet: its kind, as a number. */
export const kindOf = (facet: SQL): SQL => sql`${facet} / ${raw(KIND_SIZE)}`;
export const kindNumber = (kind: FacetKind): SQL => raw(FACET_BASE[kind] / KIND_SIZE);
export const base = (kind: FacetKind): SQL => raw(FACET_BASE[kind]);

/** Names of ours, in the order of their numbers. */
export const nameArray = (names: readonly string[]): SQL =>
  sql.raw(`array[${names.map((name) => `'${name}'`).join(',')}]`);
/** The name of a level's number; of none, that of all together. */
export const levelName = (level: SQL): SQL =>
  sql`coalesce((${nameArray(SENIORITIES)})[${level}], ${ALL_LEVELS})`;

/** The Monday (UTC) of the first counted week. */
export function firstWeek(now: Date): Date {
  const seconds = Math.floor(now.getTime() / 1_000) - FIRST_MONDAY_SECONDS;
  const monday = Math.floor(seconds / WEEK_SECONDS) * WEEK_SECONDS + FIRST_MONDAY_SECONDS;
  return new Date((monday - (WEEKS - 1) * WEEK_SECONDS) * 1_000);
}

/**
 * `counted_offer`: each live offer with its comparable pay (the middle of the range of the contract that pays
 * best) and a mark of all that is counted of it. `counted_week`: by role, the offers published in each week.
 */
export async function gatherOffers(db: Db, now: Date): Promise<void> {
  await db.execute(sql`
    create temp table counted_offer on commit drop as
    with paid as (
      select p.offer_id as id, max(p.yearly_eur_max::bigint << 32 | p.yearly_eur_min) as best,
        bit_xor(hashint8extended(p.stated_min, hashint8extended(p.stated_max, hashint8extended(
          p.yearly_eur_max, hashenumextended(p.period, hashenumextended(p.contract, hashtextextended(
            p.currency, coalesce(hashenumextended(p.tax, 0), 0)))))))) as mark
      from offer_search s join offer_pay p on p.offer_id = s.id
      where p.yearly_eur_max is not null group by p.offer_id
    )
    select s.id, s.company, s.outside_it, s.facets, s.facets[1] as role, s.facets[2] - ${base('seniority')} as level,
      s.facets[3] = ${raw(numberedFacet('workplace', 'remote'))} as remote,
      (((paid.best >> 32) + (paid.best & 4294967295)) / 2)::int as yearly,
      hash_array_extended(s.facets, s.id) # coalesce(paid.mark, 0) as mark
    from offer_search s left join paid using (id)`);
  const from = firstWeek(now);
  const until = new Date(from.getTime() + WEEKS * WEEK_SECONDS * 1_000);
  await db.execute(sql`
    create temp table counted_week on commit drop as
    select ${base('role')} + role as role, ${from.toISOString().slice(0, 10)}::text as from, array_agg(offers order by week) as offers
    from (
      select r.id as role, w.week, coalesce(p.offers, 0)::int as offers
      from role r cross join generate_series(0, ${raw(WEEKS - 1)}) as w (week)
      left join (
        select role_id, floor(extract(epoch from published_at - ${from.toISOString()}::timestamptz) / ${raw(WEEK_SECONDS)})::int as week,
          count(*) as offers
        from offer
        where published_at >= ${from.toISOString()} and published_at < ${until.toISOString()}
          and state in ('live', 'paused', 'expired', 'filled')
        group by 1, 2
      ) p on p.role_id = r.id and p.week = w.week
    ) filled group by role`);
}

/**
 * `counted_pair`: each value and role with what is counted of the offers that have both. `counted_subject`:
 * each value; `stale` are those whose figures are no longer what their offers make of them.
 */
export async function gatherSubjects(db: Db): Promise<void> {
  const kinds = sql.join(SUBJECTS.map(kindNumber), sql`, `);
  await db.execute(sql`
    create temp table counted_pair on commit drop as
    select facet, role, count(*)::int as offers, (count(*) filter (where not outside_it))::int as it_offers,
      (count(*) filter (where remote))::int as remote, count(yearly)::int as stated, bit_xor(mark) as mark
    from (
      -- Outside IT an offer is its company's only, as in a list without words.
      select unnest(case when outside_it then array[${base('company')} + company] else facets end) as facet,
        role, outside_it, remote, yearly, mark
      from counted_offer
    ) of where ${kindOf(sql`facet`)} in (${kinds}) group by facet, role`);
  await db.execute(sql`
    create temp table counted_subject on commit drop as
    select s.*, f.mark is distinct from s.mark as stale
    from (
      select facet, sum(offers)::int as offers, sum(it_offers)::int as it_offers, sum(remote)::int as remote,
        sum(stated)::int as stated,
        bit_xor(mark) # ${raw(FIGURES_VERSION)}
          # coalesce((select hash_record_extended(w, 0) from counted_week w where w.role = facet), 0) as mark
      from counted_pair group by facet
    ) s left join market_figure f using (facet)`);
  await db.execute(sql`analyze counted_subject`);
}
