import { CLOUD } from './cloud';
import { DATABASES } from './databases';
import { FRAMEWORKS } from './frameworks';
import { LANGUAGES } from './languages';
import { PRACTICES } from './practices';
import type { SkillKind, SkillRow, SkillSeed } from './skill-seed';
import { TOOLS } from './tools';

const ofKind = (kind: SkillKind, rows: readonly SkillRow[]): SkillSeed[] =>
  rows.map((row) => ({ ...row, kind }));

/** Every skill the portal knows at first; slugs, and names and aliases as compared, are unique. */
export const SKILLS: readonly SkillSeed[] = [
  ...ofKind('language', LANGUAGES),
  ...ofKind('framework', FRAMEWORKS),
  ...ofKind('database', DATABASES),
  ...ofKind('cloud', CLOUD),
  ...ofKind('tool', TOOLS),
  ...ofKind('practice', PRACTICES),
];
