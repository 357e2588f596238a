import type { Db } from '@/db/client';
import { skill, skillAlias } from '@/db/schema/roles';
import { skillRedirect } from '@/db/schema/texts';
import type { SkillSeed } from '@/db/seed/skills/skill-seed';
import { SKILLS } from '@/db/seed/skills/skills';

type Stored = { id: number; slug: string; name: string; kind: SkillSeed['kind']; summary: string };

/**
 * What the skill matcher is to look for: every skill by its spellings of today, each with the rule that it was shipped
 * with. What was shipped keeps its slug of then, by which rules about skills and titles know it, also where it was
 * renamed or merged since; offers are stored under the skill that has the slug now (`findSkillsOnceCalled`).
 */
export async function listSkillSpellings(db: Db): Promise<SkillSeed[]> {
  const [skills, aliases, moved] = await Promise.all([
    db.select().from(skill),
    db.select().from(skillAlias),
    db.select().from(skillRedirect),
  ]);
  const idOf = new Map([
    ...skills.map(({ slug, id }) => [slug, id] as const),
    ...moved.map(({ slug, skillId }) => [slug, skillId] as const),
  ]);
  const shippedAs = Map.groupBy(SKILLS, ({ slug }) => idOf.get(slug));
  const aliasesOf = Map.groupBy(aliases, ({ skillId }) => skillId);
  return skills.flatMap((stored) => {
    const shipped = shippedAs.get(stored.id) ?? [];
    if (!stored.edited) return shipped;
    const names = [stored.name, ...(aliasesOf.get(stored.id) ?? []).map(({ alias }) => alias)];
    return respell(stored, names, shipped);
  });
}

/** The shipped skills with what is left of their spellings, and the others with the first of them. */
function respell(stored: Stored, names: string[], shipped: SkillSeed[]): SkillSeed[] {
  const left = new Map(names.map((name) => [name.toLowerCase(), name]));
  const kept = shipped.map((seed) => ({
    seed,
    spellings: [seed.name, ...seed.aliases].filter((spelling) => left.delete(spelling.toLowerCase())),
  }));
  const own = kept.find(({ seed }) => seed.slug === stored.slug) ?? kept[0];
  if (own) own.spellings.push(...left.values());
  else kept.push({ seed: { ...stored, aliases: [] }, spellings: [...left.values()] });
  return kept.flatMap(({ seed, spellings: [name, ...aliases] }) =>
    name === undefined ? [] : [{ ...seed, name, aliases }],
  );
}
