import { inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { role, skill } from '@/db/schema/roles';
import { skillRedirect } from '@/db/schema/texts';
import { findSkillsOnceCalled, OTHER_ROLE, type Role, type Skill } from '@/domain/roles/queries';
import { type RoleText, type TextContent, type TextKind, TOOL_GROUPS, type ToolGroup } from './input';

/** What a text may name. */
export type KnownSlugs = { skills: ReadonlySet<string>; roles: ReadonlySet<string> };

/** Every role with a page and every skill, with the former slugs of those that were renamed or merged. */
export async function loadKnownSlugs(db: Db): Promise<KnownSlugs> {
  const [skills, former, roles] = await Promise.all([
    db.select({ slug: skill.slug }).from(skill),
    db.select({ slug: skillRedirect.slug }).from(skillRedirect),
    db.select({ slug: role.slug }).from(role),
  ]);
  return {
    skills: new Set([...skills, ...former].map(({ slug }) => slug)),
    roles: new Set(roles.map(({ slug }) => slug).filter((slug) => slug !== OTHER_ROLE)),
  };
}

export type UnknownSlug = { path: (string | number)[]; message: string };

/** The slugs in a text that nothing has, each with its place in the text and a sentence. */
export function unknownSlugs<Kind extends TextKind>(
  kind: Kind,
  content: TextContent[Kind],
  known: KnownSlugs,
): UnknownSlug[] {
  if (kind !== 'role') return [];
  const { tools, related } = content as RoleText;
  const missing = (list: string[], slugs: ReadonlySet<string>, what: string, path: string[]) =>
    list.flatMap((slug, index) =>
      slugs.has(slug) ? [] : [{ path: [...path, index], message: `there is no ${what} "${slug}"` }],
    );
  return [
    ...groups().flatMap((group) => missing(tools[group], known.skills, 'skill', ['tools', group])),
    ...missing(related, known.roles, 'role', ['related']),
  ];
}

/** What a role's text names, as it is called now. */
export type NamedByRole = {
  /** Without empty groups. */
  tools: { group: ToolGroup; skills: Skill[] }[];
  related: Role[];
};

/**
 * The skills and roles that a text names, in its order. A skill that was merged into another is that one, once;
 * what is gone is left out.
 */
export async function findNamed(db: Db, { tools, related }: RoleText): Promise<NamedByRole> {
  const wanted = groups().flatMap((group) => tools[group]);
  const [skills, roles] = await Promise.all([findSkillsOnceCalled(db, wanted), findRoles(db, related)]);
  const shown = new Set<number>();
  return {
    tools: groups()
      .map((group) => ({
        group,
        skills: tools[group].flatMap((slug) => {
          const found = skills.get(slug);
          if (!found || shown.has(found.id)) return [];
          shown.add(found.id);
          return [found];
        }),
      }))
      .filter((group) => group.skills.length > 0),
    related: related.flatMap((slug) => roles.get(slug) ?? []),
  };
}

const groups = () => Object.keys(TOOL_GROUPS) as ToolGroup[];

async function findRoles(db: Db, slugs: string[]): Promise<Map<string, Role>> {
  if (slugs.length === 0) return new Map();
  const rows = await db.select().from(role).where(inArray(role.slug, slugs));
  return new Map(rows.map((row) => [row.slug, row]));
}
