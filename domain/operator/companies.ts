import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { MemberRole } from '@/domain/companies/input';
import type { OfferState } from '@/domain/offers/rules';
import { PAGE_LINES } from './input';
import { countUpTo, type Found, holds } from './offers';

export type CompanyLine = {
  id: number;
  name: string;
  domain: string | null;
  live: number;
  offers: number;
  members: number;
};

/** Companies by name; `q` is looked for in name and domain. */
export async function findCompanies(
  db: Db,
  { q, page }: { q?: string; page: number },
): Promise<Found<CompanyLine>> {
  const where: SQL = q
    ? sql`${holds(sql`c.name`, q)} or ${holds(sql`coalesce(c.domain, '')`, q)}`
    : sql`true`;
  const from = sql`from company c where ${where}`;
  const [rows, total] = await Promise.all([
    db.execute<CompanyLine>(sql`
      select c.id, c.name, c.domain,
        (select count(*)::int from offer o where o.company_id = c.id and o.state = 'live') as live,
        (select count(*)::int from offer o where o.company_id = c.id) as offers,
        (select count(*)::int from company_member m where m.company_id = c.id) as members
      ${from} order by lower(c.name), c.id limit ${PAGE_LINES} offset ${(page - 1) * PAGE_LINES}`),
    countUpTo(db, from),
  ]);
  return { lines: [...rows], ...total };
}

export type CompanyFile = {
  id: number;
  slug: string;
  name: string;
  website: string | null;
  domain: string | null;
  about: string | null;
  createdAt: string;
  members: { id: string; email: string; name: string | null; role: MemberRole; joinedAt: string }[];
  offers: { state: OfferState; n: number }[];
  sources: string[];
};

/** A company with its people and its offers by state, or null. */
export async function getCompanyFile(db: Db, id: number): Promise<CompanyFile | null> {
  const [found] = await db.execute<CompanyFile>(sql`
    select c.id, c.slug, c.name, c.website, c.domain, c.about, c.created_at as "createdAt",
      (select coalesce(json_agg(json_build_object('id', u.id, 'email', u.email, 'name', u.name, 'role', m.role,
          'joinedAt', m.joined_at) order by m.role, m.joined_at), '[]')
        from company_member m join app_user u on u.id = m.user_id where m.company_id = c.id) as members,
      (select coalesce(json_agg(json_build_object('state', s.state, 'n', s.n) order by s.state), '[]')
        from (select state, count(*)::int as n from offer where company_id = c.id group by state) s) as offers,
      (select coalesce(json_agg(distinct source), '[]') from offer where company_id = c.id) as sources
    from company c where c.id = ${id}`);
  if (!found) return null;
  return {
    ...found,
    createdAt: new Date(found.createdAt).toISOString(),
    members: found.members.map((member) => ({
      ...member,
      joinedAt: new Date(member.joinedAt).toISOString(),
    })),
  };
}
