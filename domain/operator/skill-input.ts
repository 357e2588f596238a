import { z } from 'zod';
import { skillKind } from '@/db/schema/roles';
import { wordKey } from '@/domain/roles/tokens';

/** How the operator describes a skill. */

/** Code of the DomainError: somebody has changed the skill since it was shown. */
export const SKILL_CHANGED = 'skill_changed';

export const SKILL_FIELDS = ['name', 'slug', 'kind', 'summary', 'aliases'] as const;
export type SkillField = (typeof SKILL_FIELDS)[number];

const MOST_NAME = 60;
const MOST_ALIASES = 60;
/** They part the names of lists in which people write skills. */
const PARTING = /[,;|\n\r]/;

const spelling = z
  .string()
  .transform((text) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim())
  .refine((text) => text.length <= MOST_NAME, `At most ${MOST_NAME} characters each.`)
  .refine(
    (text) => wordKey(text) !== '',
    'Letters or figures are needed, so that offers can be searched for it.',
  );

export const skillInput = z
  .object({
    name: z
      .string()
      .trim()
      .min(1, 'Give it a name.')
      .refine(
        (text) => !PARTING.test(text),
        'Commas, semicolons and bars part names in lists. Leave them out.',
      )
      .pipe(spelling),
    slug: z
      .string()
      .trim()
      .max(MOST_NAME, `At most ${MOST_NAME} characters.`)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, figures and single hyphens between them.'),
    kind: z.enum(skillKind.enumValues, 'Choose what kind of skill it is.'),
    summary: z
      .string()
      .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
      .pipe(z.string().min(1, 'Say in a sentence what it is.').max(300, 'At most 300 characters.')),
    /** In lower case, as they are searched, and in one order. */
    aliases: z
      .string()
      .transform((text) => text.split(/[\n\r,;]/).filter((line) => line.trim() !== ''))
      .pipe(z.array(spelling).max(MOST_ALIASES, `At most ${MOST_ALIASES}.`))
      .transform((list) => [...new Set(list.map((alias) => alias.toLowerCase()))].sort()),
  })
  .transform((input) => ({
    ...input,
    aliases: input.aliases.filter((alias) => alias !== input.name.toLowerCase()),
  }));
export type SkillInput = z.output<typeof skillInput>;

/** The fields as a form begins with them. */
export function typedSkill(skill: SkillInput): Record<SkillField, string> {
  return { ...skill, aliases: skill.aliases.join('\n') };
}

/** Stands for all that a form has shown, to tell whether somebody has changed it since. */
export function skillMark(skill: SkillInput): string {
  return JSON.stringify(SKILL_FIELDS.map((field) => skill[field]));
}
