import { cache } from 'react';
import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import { countRoles, nearestRoles, type RoleCount } from '@/domain/market/counts';
import { findRoleFigures } from '@/domain/market/figures';
import type { RoleFigures } from '@/domain/market/input';
import { getPayFigures } from '@/domain/market/queries';
import { findLastClosed } from '@/domain/market/roll';
import type { PayFigures } from '@/domain/market/rules';
import { readSearch, type Search } from '@/domain/newsletter/searches';
import { NO_FILTERS } from '@/domain/offers/input';
import type { OfferRow } from '@/domain/offers/rules';
import { searchOffers } from '@/domain/offers/search';
import { findRole, type Role } from '@/domain/roles/queries';
import { type ToolGroup, textTag } from '@/domain/texts/input';
import { findPublishedText } from '@/domain/texts/queries';
import { type RenderedRole, renderRole } from '@/domain/texts/render';
import { findNamed } from '@/domain/texts/slugs';

const LATEST = 6;

export function loadRoleIndex(): Promise<{ roles: RoleCount[]; pay: PayFigures }> {
  return cached(['role-index'], ['offers', 'pay-figures'], async () => {
    const [roles, pay] = await Promise.all([countRoles(database()), getPayFigures(database())]);
    return { roles, pay };
  });
}

export type RolePage = { role: Role; figures: RoleFigures; rows: OfferRow[]; pay: PayFigures; alert: Search };

/** A role's offers and figures, or null if there is no such role. */
export const loadRole = cache(async (slug: string): Promise<RolePage | null> => {
  const role = await findRole(database(), slug);
  if (!role) return null;
  const tags = [`role:${slug}`, `figures:role:${slug}`, 'day', 'pay-figures'];
  return cached(['role', slug], tags, async () => {
    const db = database();
    const [figures, { rows }, pay, alert] = await Promise.all([
      findRoleFigures(db, role),
      searchOffers(db, { ...NO_FILTERS, role: [slug] }, new Date(), { facets: false }),
      getPayFigures(db),
      readSearch(db, { ...NO_FILTERS, role: [slug] }),
    ]);
    return { role, figures, rows: rows.slice(0, LATEST), pay, alert };
  });
});

export type RoleText = {
  text: RenderedRole;
  tools: { group: ToolGroup; skills: { slug: string; name: string }[] }[];
  related: { slug: string; title: string }[];
  /** ISO 8601. */
  publishedAt: string;
  changedAt: string;
};

/** What is written about a role, or null. */
export function loadRoleText(slug: string): Promise<RoleText | null> {
  return cached(['role-text', slug], [textTag('role', slug), 'skills'], async () => {
    const db = database();
    const found = await findPublishedText(db, 'role', slug);
    if (!found) return null;
    const { tools, related } = await findNamed(db, found.content);
    return {
      text: renderRole(found.content),
      tools: tools.map(({ group, skills }) => ({
        group,
        skills: skills.map(({ slug, name }) => ({ slug, name })),
      })),
      related: related.map(({ slug, title }) => ({ slug, title })),
      publishedAt: found.firstPublishedAt,
      changedAt: found.publishedAt,
    };
  });
}

/** For a role without offers: where else to look, and when its last one closed (ISO 8601). */
export function loadInstead(role: Role): Promise<{ nearest: RoleCount[]; lastClosed: string | null }> {
  return cached(['role-instead', role.slug], ['offers'], async () => {
    const db = database();
    const [roles, lastClosed] = await Promise.all([countRoles(db), findLastClosed(db, role.id)]);
    return { nearest: nearestRoles(roles, role, 2), lastClosed };
  });
}
