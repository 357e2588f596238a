import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { FACET_BASE, numberedFacet } from './facets';
import type { Seniority, Workplace } from './input';
import { loadOfferRows } from './rows';
import type { OfferRow } from './rules';
import { newestHits } from './search-hits';
import { type Group, intArray, type Scope } from './search-scope';

/** Offers that are compared: so many of the newest of the same role that share one of its rarest skills… */
const SHARING = 300;
/** … and so many of the newest of the same role whatever their skills. */
const OF_ROLE = 60;
const RAREST_SKILLS = 3;

/** What a shared skill is worth is ln(1 + offers / offers with it), from about 1 for SQL to 8 for a rare one. */
const SAME_LEVEL = 3;
const NEAR_LEVEL = 1.5;
const SAME_CITY = 2;
const SAME_WORKPLACE = 1;

type Own = {
  company: number;
  role: number;
  seniority: Seniority | null;
  workplace: Workplace;
  roleOffers: number;
  allOffers: number;
  skills: { facet: number; offers: number }[];
  cities: number[];
  turns: Scope['turns'];
};

/**
 * Up to `limit` live offers like that one, whatever its own state: of the same role, first those with the
 * most telling skills in common, a near level, the same city and workplace. Other companies come first.
 */
export async function similarOffers(db: Db, offerId: number, limit: number, now: Date): Promise<OfferRow[]> {
  const own = await findOwn(db, offerId);
  if (!own) return [];
  const role: Group = {
    key: 'role',
    kind: 'role',
    facets: [own.role],
    offers: own.roleOffers,
    disjoint: true,
    paired: false,
  };
  const rarest = own.skills.toSorted((a, b) => a.offers - b.offers).slice(0, RAREST_SKILLS);
  const skills: Group = {
    key: 'skill',
    kind: 'skill',
    facets: rarest.map(({ facet }) => facet),
    offers: rarest.reduce((sum, { offers }) => sum + offers, 0),
    disjoint: false,
    paired: false,
  };
  const scope = (groups: Group[]): Scope => ({
    groups,
    words: undefined,
    salaryMin: undefined,
    publishedAfter: undefined,
    outsideIt: true,
    now,
    turns: own.turns,
  });
  const columns = sql`id, company, featured, published, facets`;
  const weights = own.skills.map(({ facet, offers }) => ({
    facet,
    weight: Math.log(1 + own.allOffers / Math.max(1, offers)),
  }));
  const level = own.seniority === null ? FACET_BASE.seniority : numberedFacet('seniority', own.seniority);
  const rows = await db.execute<{ id: number }>(sql`
    with ${newestHits('sharing', scope([role, skills]), columns, SHARING)},
    ${newestHits('of_role', scope([role]), columns, OF_ROLE)},
    weight as materialized (
      select * from json_to_recordset(${JSON.stringify(weights)}::json) as w (facet int, weight float8)
    ),
    compared as (select * from sharing union select * from of_role)
    select id from compared c where id <> ${offerId}
    order by company = ${own.company},
      (select coalesce(sum(weight), 0) from weight where weight.facet = any(c.facets))
      + case abs(facets[2] - ${level}::int) when 0 then ${SAME_LEVEL}::float8 when 1 then ${NEAR_LEVEL}::float8
        else 0 end * (${level}::int > ${FACET_BASE.seniority}::int)::int
      + case when facets && ${intArray(own.cities)} then ${SAME_CITY}::float8 else 0 end
      + case facets[3] when ${numberedFacet('workplace', own.workplace)}::int then ${SAME_WORKPLACE}::float8
        else 0 end desc,
      published desc, id desc
    limit ${limit}`);
  return loadOfferRows(
    db,
    rows.map(({ id }) => id),
  );
}

async function findOwn(db: Db, offerId: number): Promise<Own | undefined> {
  const base = (kind: keyof typeof FACET_BASE) => sql.raw(String(FACET_BASE[kind]));
  const [own] = await db.execute<Own>(sql`
    select o.company_id as company, ${base('role')} + o.role_id as role, o.seniority, o.workplace,
      coalesce((select offers from facet_count where facet = ${base('role')} + o.role_id), 0) as "roleOffers",
      (select coalesce(sum(offers), 0)::int from facet_count
        where facet > ${base('workplace')} and facet < ${base('contract')}) as "allOffers",
      (select coalesce(json_agg(json_build_object('facet', ${base('skill')} + skill_id, 'offers', coalesce((
          select offers from facet_count where facet = ${base('skill')} + skill_id), 0))), '[]')
        from offer_skill where offer_id = o.id) as skills,
      (select coalesce(json_agg(${base('city')} + place_id), '[]') from offer_place where offer_id = o.id) as cities,
      (select coalesce(json_agg(json_build_object('facet', facet, 'offers', offers) order by facet desc), '[]')
        from facet_count where facet >= ${base('turn')}) as turns
    from offer o where o.id = ${offerId}`);
  return own;
}
