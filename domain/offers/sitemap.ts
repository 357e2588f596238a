import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { OTHER_ROLE } from '@/domain/roles/queries';

/** Kinds of pages in the sitemap. */
export const SITEMAP_KINDS = ['offers', 'roles', 'skills', 'companies', 'places'] as const;
export type SitemapKind = (typeof SITEMAP_KINDS)[number];

/** Ids in one part of the sitemap; a part holds at most so many pages (the protocol allows 50,000). */
export const SITEMAP_PART = 10_000;

export type SitemapPart = { kind: SitemapKind; part: number; changedAt: string | null };
export type SitemapPage = { slug: string; changedAt: string | null };

/**
 * id, slug and last change of each page. A list changes when one of its offers does, also when that
 * offer ends; lists without any live offer are left out, roles are not, since their page has more to say, which
 * may change too.
 */
const PAGES: Record<SitemapKind, SQL> = {
  offers: sql`select id, slug, updated_at as changed_at from offer where state = 'live'`,
  roles: sql`
    select r.id, r.slug, greatest(max(o.updated_at), (
      select max(t.published_at) from text_revision t where t.kind = 'role' and t.slug = r.slug)) as changed_at
    from role r left join offer o on o.role_id = r.id and o.published_at is not null
    where r.slug <> ${OTHER_ROLE} group by r.id`,
  skills: sql`
    select k.id, k.slug, max(o.updated_at) as changed_at
    from skill k join offer_skill os on os.skill_id = k.id join offer o on o.id = os.offer_id
      join role r on r.id = o.role_id
    where r.slug <> ${OTHER_ROLE} group by k.id having bool_or(o.state = 'live')`,
  companies: sql`
    select c.id, c.slug, greatest(c.updated_at, max(o.updated_at)) as changed_at
    from company c join offer o on o.company_id = c.id
    group by c.id having bool_or(o.state = 'live')`,
  places: sql`
    select p.id, p.slug, max(o.updated_at) as changed_at
    from place p join offer_place op on op.place_id = p.id join offer o on o.id = op.offer_id
      join role r on r.id = o.role_id
    where r.slug <> ${OTHER_ROLE} group by p.id having bool_or(o.state = 'live')`,
};

/** The parts that are not empty, each with the newest change in it. */
export async function listSitemapParts(db: Db): Promise<SitemapPart[]> {
  const kinds = SITEMAP_KINDS.map(
    (kind) => sql`
      select ${kind} as kind, id / ${sql.raw(String(SITEMAP_PART))} as part, max(changed_at) as changed_at
      from (${PAGES[kind]}) page group by 2`,
  );
  const rows = await db.execute<{ kind: SitemapKind; part: number; changed_at: string | null }>(
    sql`${sql.join(kinds, sql` union all `)} order by 1, 2`,
  );
  return rows.map((row) => ({ kind: row.kind, part: row.part, changedAt: toIso(row.changed_at) }));
}

/** The pages of one part, by id; empty if there is no such part. */
export async function listSitemapPages(db: Db, kind: SitemapKind, part: number): Promise<SitemapPage[]> {
  const rows = await db.execute<{ slug: string; changed_at: string | null }>(sql`
    select slug, changed_at from (${PAGES[kind]}) page
    where id >= ${part * SITEMAP_PART} and id < ${(part + 1) * SITEMAP_PART}
    order by id`);
  return rows.map((row) => ({ slug: row.slug, changedAt: toIso(row.changed_at) }));
}

function toIso(timestamp: string | null): string | null {
  return timestamp && new Date(timestamp).toISOString();
}
