import { cache } from 'react';
import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import { type CompanyProfile, findCompany } from '@/domain/companies/queries';
import { countWithin, type HiringCompany, listHiringCompanies, type Profile } from '@/domain/market/counts';
import { getPayFigures } from '@/domain/market/queries';
import type { PayFigures } from '@/domain/market/rules';
import { facetOf } from '@/domain/offers/facets';
import { NO_FILTERS } from '@/domain/offers/input';
import type { OfferRow } from '@/domain/offers/rules';
import { searchOffers } from '@/domain/offers/search';

const COMPANIES_A_PAGE = 50;

export type CompanyList = { companies: HiringCompany[]; total: number; page: number; pages: number };

/** One page (from 1) of the companies that hire; a page beyond the last has no companies. */
export function loadCompanies(page: number): Promise<CompanyList> {
  return cached(['companies', String(page)], ['offers'], async () => {
    const hiring = await listHiringCompanies(database(), { page, pageSize: COMPANIES_A_PAGE });
    return { ...hiring, page, pages: Math.max(1, Math.ceil(hiring.total / COMPANIES_A_PAGE)) };
  });
}

export type CompanyPage = { company: CompanyProfile; profile: Profile; rows: OfferRow[]; pay: PayFigures };

/** A company's page, or null if there is no such company. */
export const loadCompany = cache(async (slug: string): Promise<CompanyPage | null> => {
  const known = await findCompany(database(), slug);
  if (!known) return null;
  const { id } = known;
  return cached(['company', String(id)], [`company:${id}`, 'day', 'pay-figures'], async () => {
    const db = database();
    const [company, profile, { rows }, pay] = await Promise.all([
      findCompany(db, slug),
      countWithin(db, facetOf('company', id)),
      searchOffers(db, { ...NO_FILTERS, company: [slug] }, new Date(), { facets: false }),
      getPayFigures(db),
    ]);
    return { company: company ?? known, profile, rows, pay };
  });
});
