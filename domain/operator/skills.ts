import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { facetOf } from '@/domain/offers/facets';
import { PAGE_LINES } from './input';
import { holds } from './offers';
import type { SkillInput } from './skill-input';

export type SkillLine = {
  id: number;
  slug: string;
  name: string;
  kind: string;
  aliases: string[];
  /** On the list. */
  offers: number;
  edited: boolean;
};

/** Skills by name; `q` is looked for in names, slugs and other spellings, those that it begins first. */
export async function findSkills(
  db: Db,
  { q, page }: { q?: string; page: number },
): Promise<{ lines: SkillLine[]; total: number }> {
  const named = sql`(select string_agg(alias, ' ') from skill_alias a where a.skill_id = k.id)`;
  const where = q
    ? sql`${holds(sql`k.name`, q)} or ${holds(sql`k.slug`, q)} or ${holds(sql`coalesce(${named}, '')`, q)}`
    : sql`true`;
  const from = sql`from skill k where ${where}`;
  const [rows, [count]] = await Promise.all([
    db.execute<SkillLine>(sql`
      select k.id, k.slug, k.name, k.kind, k.edited,
        array(select alias from skill_alias a where a.skill_id = k.id order by alias) as aliases,
        coalesce((select offers from facet_count where facet = ${sql.raw(String(facetOf('skill', 0)))} + k.id), 0) as offers
      ${from}
      order by lower(k.name) = lower(${q ?? ''}) desc, starts_with(lower(k.name), lower(${q ?? ''})) desc,
        lower(k.name), k.id
      limit ${PAGE_LINES} offset ${(page - 1) * PAGE_LINES}`),
    db.execute<{ n: number }>(sql`select count(*)::int as n ${from}`),
  ]);
  return { lines: [...rows], total: count?.n ?? 0 };
}

/** Names of all skills, for a form to choose from. */
export async function listSkillNames(db: Db): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`select name from skill order by lower(name), id`);
  return rows.map(({ name }) => name);
}

export type SkillFile = SkillInput & {
  id: number;
  /** Slugs that lead to it since it was renamed or others were merged into it. */
  former: string[];
};

/** A skill, or null. */
export async function getSkillFile(db: Db, id: number): Promise<SkillFile | null> {
  const [found] = await db.execute<SkillFile>(sql`
    select k.id, k.slug, k.name, k.kind, k.summary,
      array(select alias from skill_alias a where a.skill_id = k.id order by alias) as aliases,
      array(select slug from skill_redirect r where r.skill_id = k.id order by slug) as former
    from skill k where k.id = ${id}`);
  return found ? { ...found, aliases: [...found.aliases].sort() } : null;
}

/** The skill that goes by a name, slug or other spelling, or null. */
export async function findSkillCalled(db: Db, name: string): Promise<{ id: number; name: string } | null> {
  const key = name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
  const [found] = await db.execute<{ id: number; name: string }>(sql`
    select k.id, k.name from skill k
    where lower(k.name) = ${key} or k.slug = ${key}
      or k.id in (select skill_id from skill_alias where alias = ${key})
    order by lower(k.name) = ${key} desc, k.slug = ${key} desc limit 1`);
  return found ?? null;
}

/** What names a skill, and so is concerned where it is merged. */
export type SkillUses = {
  offers: number;
  /** Of those, on the list. */
  live: number;
  companies: number;
  /** Active ones. */
  alerts: number;
  /** Role pages, as they are published or drafted. */
  texts: number;
};

export async function countSkillUses(db: Db, id: number): Promise<SkillUses> {
  const [found] = await db.execute<SkillUses>(sql`
    with called as (
      select slug from skill where id = ${id} union select slug from skill_redirect where skill_id = ${id}
    ), text as (
      (select distinct on (slug) slug, content from text_revision
        where kind = 'role' and published_at is not null order by slug, published_at desc, id desc)
      union all select slug, content from text_revision where kind = 'role' and published_at is null
    )
    select
      (select count(*)::int from offer_skill where skill_id = ${id}) as offers,
      (select count(*)::int from offer_skill s join offer o on o.id = s.offer_id
        where s.skill_id = ${id} and o.state = 'live') as live,
      (select count(*)::int from company_skill where skill_id = ${id}) as companies,
      (select count(*)::int from subscription s where s.kind = 'alert' and s.state = 'active'
        and exists (select from called where '&' || s.query || '&' like '%&skill=' || called.slug || '&%')) as alerts,
      (select count(distinct text.slug)::int from text, jsonb_each(text.content->'tools') as tools (name, list)
        where list ?| array(select slug from called)) as texts`);
  return found ?? { offers: 0, live: 0, companies: 0, alerts: 0, texts: 0 };
}
