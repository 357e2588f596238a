import { cache } from 'react';
import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import { countSkills, countWithin, type Profile, type SkillCount } from '@/domain/market/counts';
import { getPayFigures } from '@/domain/market/queries';
import type { PayFigures } from '@/domain/market/rules';
import { facetOf } from '@/domain/offers/facets';
import { NO_FILTERS } from '@/domain/offers/input';
import type { OfferRow } from '@/domain/offers/rules';
import { searchOffers } from '@/domain/offers/search';
import { findSkill, type Skill } from '@/domain/roles/queries';

export function loadSkillIndex(): Promise<SkillCount[]> {
  return cached(['skill-index'], ['offers'], () => countSkills(database()));
}

export type SkillPage = { skill: Skill; profile: Profile; rows: OfferRow[]; pay: PayFigures };

/** A skill's page, or null if there is no such skill. */
export const loadSkill = cache(async (slug: string): Promise<SkillPage | null> => {
  const skill = await findSkill(database(), slug);
  if (!skill) return null;
  return cached(['skill', slug], [`skill:${slug}`, 'day', 'pay-figures'], async () => {
    const db = database();
    const [profile, { rows }, pay] = await Promise.all([
      countWithin(db, facetOf('skill', skill.id)),
      searchOffers(db, { ...NO_FILTERS, skill: [slug] }, new Date(), { facets: false }),
      getPayFigures(db),
    ]);
    return { skill, profile, rows, pay };
  });
});
