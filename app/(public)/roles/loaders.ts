import { cache } from 'react';
import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import { countRoles, countWithin, nearestRoles, type Profile, type RoleCount } from '@/domain/market/counts';
import { getPayFigures } from '@/domain/market/queries';
import { findLastClosed } from '@/domain/market/roll';
import type { PayFigures } from '@/domain/market/rules';
import { facetOf } from '@/domain/offers/facets';
import { NO_FILTERS } from '@/domain/offers/input';
import type { OfferRow } from '@/domain/offers/rules';
import { searchOffers } from '@/domain/offers/search';
import { findRole, type Role } from '@/domain/roles/queries';

export function loadRoleIndex(): Promise<{ roles: RoleCount[]; pay: PayFigures }> {
  return cached(['role-index'], ['offers', 'pay-figures'], async () => {
    const [roles, pay] = await Promise.all([countRoles(database()), getPayFigures(database())]);
    return { roles, pay };
  });
}

export type RolePage = { role: Role; profile: Profile; rows: OfferRow[]; pay: PayFigures };

/** A role's page, or null if there is no such role. */
export const loadRole = cache(async (slug: string): Promise<RolePage | null> => {
  const role = await findRole(database(), slug);
  if (!role) return null;
  return cached(['role', slug], [`role:${slug}`, 'day', 'pay-figures'], async () => {
    const db = database();
    const [profile, { rows }, pay] = await Promise.all([
      countWithin(db, facetOf('role', role.id)),
      searchOffers(db, { ...NO_FILTERS, role: [slug] }, new Date(), { facets: false }),
      getPayFigures(db),
    ]);
    return { role, profile, rows, pay };
  });
});

/** For a role without offers: where else to look, and when its last one closed (ISO 8601). */
export function loadInstead(role: Role): Promise<{ nearest: RoleCount[]; lastClosed: string | null }> {
  return cached(['role-instead', role.slug], ['offers'], async () => {
    const db = database();
    const [roles, lastClosed] = await Promise.all([countRoles(db), findLastClosed(db, role.id)]);
    return { nearest: nearestRoles(roles, role, 2), lastClosed };
  });
}
