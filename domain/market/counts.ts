import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { FACET_BASE, facetOf, KIND_SIZE, kindOfFacet, numberedFacet } from '@/domain/offers/facets';
import { listRoles, listSkills, OTHER_ROLE, type Role, type Skill } from '@/domain/roles/queries';

export type RoleCount = Role & {
  /** Live offers. */
  offers: number;
  remote: number;
};
export type SkillCount = Skill & { offers: number };

/** Every role but `other` with its live offers, in the order of the taxonomy. */
export async function countRoles(db: Db): Promise<RoleCount[]> {
  const remoteOffers = await db.execute<{ facet: number; offers: number }>(sql`
    select facets[1] as facet, count(*)::int as offers from offer_search
    where facets @> array[${numberedFacet('workplace', 'remote')}::int] and not outside_it group by 1`);
  const remote = new Map(remoteOffers.map((row) => [row.facet, row.offers]));
  const offers = await countsOf(db, 'role');
  return (await listRoles(db)).map((role) => {
    const facet = facetOf('role', role.id);
    return { ...role, offers: offers.get(facet) ?? 0, remote: remote.get(facet) ?? 0 };
  });
}

/** The `count` roles most like `role` that have live offers: those of its group first, then by their place in the taxonomy. */
export function nearestRoles(roles: RoleCount[], role: Role, count: number): RoleCount[] {
  const distance = (other: Role) =>
    Math.abs(other.position - role.position) + (other.group === role.group ? 0 : roles.length);
  return roles
    .filter((other) => other.id !== role.id && other.offers > 0)
    .sort((a, b) => distance(a) - distance(b) || b.offers - a.offers)
    .slice(0, count);
}

/** Every skill with its live offers, by name. */
export async function countSkills(db: Db): Promise<SkillCount[]> {
  const offers = await countsOf(db, 'skill');
  const skills = await listSkills(db);
  return skills.map((skill) => ({ ...skill, offers: offers.get(facetOf('skill', skill.id)) ?? 0 }));
}

async function countsOf(db: Db, kind: 'role' | 'skill'): Promise<Map<number, number>> {
  const rows = await db.execute<{ facet: number; offers: number }>(sql`
    select facet, offers from facet_count
    where facet > ${FACET_BASE[kind]} and facet < ${FACET_BASE[kind] + KIND_SIZE}`);
  return new Map(rows.map((row) => [row.facet, row.offers]));
}

/** What the live offers under one filter value have in common, most frequent first. */
export type Profile = {
  offers: number;
  /** Those that are not of the role `other`. */
  itOffers: number;
  remote: number;
  payStated: number;
  /** Without `other`. */
  roles: { slug: string; title: string; offers: number }[];
  skills: { slug: string; name: string; kind: Skill['kind']; offers: number }[];
  cities: { slug: string; name: string; countryCode: string; offers: number }[];
};

/**
 * Counts the live offers that carry `facet`. Those outside IT are in it for a company only, as in a
 * search without words.
 */
export async function countWithin(db: Db, facet: number): Promise<Profile> {
  const base = (kind: 'role' | 'skill' | 'city') => sql.raw(String(FACET_BASE[kind]));
  const isOf = (kind: 'role' | 'skill' | 'city') =>
    sql`c.facet > ${base(kind)} and c.facet < ${base(kind)} + ${sql.raw(String(KIND_SIZE))}`;
  const outsideIt = kindOfFacet(facet) === 'company' ? sql`true` : sql`not outside_it`;
  const [profile] = await db.execute<Profile>(sql`
    with found as materialized (
      select facets, salary, outside_it from offer_search
      where facets @> array[${facet}::int] and ${outsideIt}
    ), counted as materialized (
      select facet, count(*)::int as offers from (select unnest(facets) as facet from found) f group by facet
    )
    select count(*)::int as offers,
      count(*) filter (where not outside_it)::int as "itOffers",
      count(*) filter (where salary is not null)::int as "payStated",
      coalesce((
        select c.offers from counted c where c.facet = ${numberedFacet('workplace', 'remote')}), 0) as remote,
      coalesce((
        select json_agg(json_build_object('slug', r.slug, 'title', r.title, 'offers', c.offers)
          order by c.offers desc, r.position)
        from counted c join role r on r.id = c.facet - ${base('role')}
        where ${isOf('role')} and r.slug <> ${OTHER_ROLE}), '[]') as roles,
      coalesce((
        select json_agg(json_build_object('slug', k.slug, 'name', k.name, 'kind', k.kind, 'offers', c.offers)
          order by c.offers desc, k.name)
        from counted c join skill k on k.id = c.facet - ${base('skill')}
        where ${isOf('skill')}), '[]') as skills,
      coalesce((
        select json_agg(json_build_object('slug', p.slug, 'name', p.name, 'countryCode', p.country_code,
            'offers', c.offers) order by c.offers desc, p.name)
        from counted c join place p on p.id = c.facet - ${base('city')}
        where ${isOf('city')}), '[]') as cities
    from found`);
  if (!profile) throw new Error('an aggregate without group by gives one row');
  return profile;
}

/** A company in the list of those that hire. */
export type HiringCompany = {
  id: number;
  slug: string;
  name: string;
  /** Live offers, without those of the role `other`. */
  offers: number;
  /** Roles it hires for, most offers first. */
  roles: { slug: string; short: string; offers: number }[];
};

/** Companies with live offers in IT, most offers first: one page (from 1) of them, and how many there are. */
export async function listHiringCompanies(
  db: Db,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ companies: HiringCompany[]; total: number }> {
  const [counted] = await db.execute<{ total: number }>(sql`
    select count(*)::int as total
    from (select from offer_search where not outside_it group by company) hiring`);
  const companies = await db.execute<HiringCompany>(sql`
    with hiring as (
      select company, count(*)::int as offers from offer_search where not outside_it group by company
    ), shown as (
      select c.id, c.slug, c.name, h.offers from hiring h join company c on c.id = h.company
      order by h.offers desc, lower(c.name), c.id limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select s.*, (
      select json_agg(json_build_object('slug', r.slug, 'short', r.short, 'offers', wanted.offers)
        order by wanted.offers desc, r.position)
      from (
        select facets[1] - ${FACET_BASE.role}::int as role, count(*) as offers from offer_search
        where facets @> array[${FACET_BASE.company}::int + s.id] and not outside_it group by 1
      ) wanted join role r on r.id = wanted.role
    ) as roles
    from shown s order by s.offers desc, lower(s.name), s.id`);
  return { companies, total: counted?.total ?? 0 };
}
