import { cache } from 'react';
import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import { countSkills, type SkillCount } from '@/domain/market/counts';
import { findSkillFigures } from '@/domain/market/figures';
import type { SkillFigures } from '@/domain/market/input';
import { getPayFigures } from '@/domain/market/queries';
import type { PayFigures } from '@/domain/market/rules';
import { readSearch, type Search } from '@/domain/newsletter/searches';
import { NO_FILTERS } from '@/domain/offers/input';
import type { OfferRow } from '@/domain/offers/rules';
import { searchOffers } from '@/domain/offers/search';
import { findMovedSkill, findSkill, type Skill } from '@/domain/roles/queries';

const LATEST = 10;

export function loadSkillIndex(): Promise<SkillCount[]> {
  return cached(['skill-index'], ['offers'], () => countSkills(database()));
}

export type SkillPage = {
  skill: Skill;
  figures: SkillFigures;
  rows: OfferRow[];
  pay: PayFigures;
  alert: Search;
};

/** A skill's page, or null if there is no such skill. */
export const loadSkill = cache(async (slug: string): Promise<SkillPage | null> => {
  const skill = await findSkill(database(), slug);
  if (!skill) return null;
  const tags = [`skill:${slug}`, `figures:skill:${slug}`, 'day', 'pay-figures'];
  return cached(['skill', slug], tags, async () => {
    const db = database();
    const [figures, { rows }, pay, alert] = await Promise.all([
      findSkillFigures(db, skill),
      searchOffers(db, { ...NO_FILTERS, skill: [slug] }, new Date(), { facets: false }),
      getPayFigures(db),
      readSearch(db, { ...NO_FILTERS, skill: [slug] }),
    ]);
    return { skill, figures, rows: rows.slice(0, LATEST), pay, alert };
  });
});

/** Where the page of a skill went that was renamed or merged, as a slug; null if there was none of this slug. */
export function loadMovedSkill(slug: string): Promise<string | null> {
  return cached(['moved-skill', slug], [`skill:${slug}`], () => findMovedSkill(database(), slug));
}
