import { asc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { role, skill } from '@/db/schema/roles';
import { skillRedirect } from '@/db/schema/texts';

/** The role of offers outside IT: searchable, but without a page and outside every count of roles. */
export const OTHER_ROLE = 'other';

export type Role = typeof role.$inferSelect;
export type Skill = typeof skill.$inferSelect;

/** Every role but `other`, in the order of the taxonomy. */
export async function listRoles(db: Db): Promise<Role[]> {
  return db.select().from(role).where(ne(role.slug, OTHER_ROLE)).orderBy(asc(role.position), asc(role.id));
}

/** The role of a slug, or null; `other` is not found, because it has no page. */
export async function findRole(db: Db, slug: string): Promise<Role | null> {
  if (slug === OTHER_ROLE) return null;
  const [found] = await db.select().from(role).where(eq(role.slug, slug));
  return found ?? null;
}

/** Every skill, by name. */
export async function listSkills(db: Db): Promise<Skill[]> {
  return db.select().from(skill).orderBy(sql`lower(${skill.name})`, asc(skill.id));
}

/** The skill of a slug, or null. */
export async function findSkill(db: Db, slug: string): Promise<Skill | null> {
  const [found] = await db.select().from(skill).where(eq(skill.slug, slug));
  return found ?? null;
}

/** The slug of the skill that one with this former slug was renamed to or merged into, or null. */
export async function findMovedSkill(db: Db, formerSlug: string): Promise<string | null> {
  const [found] = await db
    .select({ slug: skill.slug })
    .from(skillRedirect)
    .innerJoin(skill, eq(skill.id, skillRedirect.skillId))
    .where(eq(skillRedirect.slug, formerSlug));
  return found?.slug ?? null;
}

/** The skills of those slugs, by slug, former slugs among them. */
export async function findSkillsOnceCalled(db: Db, slugs: readonly string[]): Promise<Map<string, Skill>> {
  if (slugs.length === 0) return new Map();
  const [known, moved] = await Promise.all([
    db
      .select()
      .from(skill)
      .where(inArray(skill.slug, [...slugs])),
    db
      .select({ former: skillRedirect.slug, skill })
      .from(skillRedirect)
      .innerJoin(skill, eq(skill.id, skillRedirect.skillId))
      .where(inArray(skillRedirect.slug, [...slugs])),
  ]);
  return new Map([
    ...known.map((row) => [row.slug, row] as const),
    ...moved.map((row) => [row.former, row.skill] as const),
  ]);
}
