import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { FACET_BASE, facetOf, KIND_SIZE } from '@/domain/offers/facets';
import { listRoles, listSkills, type Role, type Skill } from '@/domain/roles/queries';

export type RoleCount = Role & {
  /** Live offers. */
  offers: number;
  /** Of those, as last counted: 0 to 1; null where none were. */
  remoteShare: number | null;
};
export type SkillCount = Skill & { offers: number };

/** Every role but `other` with its live offers, in the order of the taxonomy. */
export async function countRoles(db: Db): Promise<RoleCount[]> {
  const shares = await db.execute<{ facet: number; share: number }>(sql`
    select facet, (figures->>'remote')::float / (figures->>'offers')::float as share from market_figure
    where facet > ${FACET_BASE.role} and facet < ${FACET_BASE.role + KIND_SIZE}`);
  const remote = new Map(shares.map((row) => [row.facet, row.share]));
  const offers = await countsOf(db, 'role');
  return (await listRoles(db)).map((role) => {
    const facet = facetOf('role', role.id);
    return { ...role, offers: offers.get(facet) ?? 0, remoteShare: remote.get(facet) ?? null };
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
