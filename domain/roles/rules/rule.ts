import type { RoleSlug } from '@/db/seed/roles';

/**
 * How a title becomes a role: the first rule that fits decides, and what fits none is `other`. Patterns are those
 * of `compilePattern`. `tech` is the number of technical skills the offer must name; a title read without its offer
 * counts as naming two, so a rule that asks for more needs the offer. `by-skills` leaves the choice between the
 * developer roles to the skills. Every example is a test.
 */
export type RoleRule = {
  role: RoleSlug | 'by-skills';
  when: string;
  unless?: string;
  tech?: number;
  examples: readonly string[];
};
