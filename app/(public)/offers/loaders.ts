import { cached } from '@/app/cached';
import type { SearchView } from '@/components/offers/offer-search';
import { database } from '@/db/pool';
import { findCompany } from '@/domain/companies/queries';
import { getPayFigures } from '@/domain/market/queries';
import { readSearch } from '@/domain/newsletter/searches';
import { NO_FILTERS, type OfferFilters } from '@/domain/offers/input';
import { searchOffers } from '@/domain/offers/search';
import { nearestSearch } from '@/domain/offers/search-nearest';
import { listRoles } from '@/domain/roles/queries';
import { utcDay } from '../today';

const NO_NAMES: SearchView['names'] = { role: {}, company: {} };

/** The bare list, as the static page shows it. */
export function loadOffers(): Promise<SearchView> {
  return cached(['offers'], ['offers', 'day', 'pay-figures'], async () => {
    const [db, now] = [database(), new Date()];
    const [result, pay] = await Promise.all([searchOffers(db, NO_FILTERS, now), getPayFigures(db)]);
    const alert = await readSearch(db, NO_FILTERS);
    return { filters: NO_FILTERS, result, nearest: [], names: NO_NAMES, alert, pay, today: utcDay(now) };
  });
}

/** A filtered list, asked for anew each time. It shows the filters that there are, whatever was asked for. */
export async function searchView(asked: OfferFilters): Promise<SearchView> {
  const [db, now] = [database(), new Date()];
  const [result, names, pay] = await Promise.all([
    searchOffers(db, asked, now),
    loadNames(asked),
    loadPayFigures(),
  ]);
  const { filters } = result;
  const [nearest, alert] = await Promise.all([
    result.total === 0 ? nearestSearch(db, filters, now) : [],
    readSearch(db, filters),
  ]);
  return { filters, result, nearest, names, alert, pay, today: utcDay(now) };
}

/** What the market pays, by role and level. */
export function loadPayFigures() {
  return cached(['pay-figures'], ['pay-figures'], () => getPayFigures(database()));
}

async function loadNames({ role, company }: OfferFilters): Promise<SearchView['names']> {
  const [roles, companies] = await Promise.all([
    role.length > 0 ? loadRoleNames() : {},
    Promise.all(company.map((slug) => findCompany(database(), slug))),
  ]);
  return {
    role: roles,
    company: Object.fromEntries(companies.flatMap((found) => (found ? [[found.slug, found.name]] : []))),
  };
}

/** Roles as in "Backend offers". */
function loadRoleNames(): Promise<Record<string, string>> {
  return cached(['role-names'], ['roles'], async () =>
    Object.fromEntries((await listRoles(database())).map((role) => [role.slug, role.short])),
  );
}
