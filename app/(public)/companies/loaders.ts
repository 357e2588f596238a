import { cache } from 'react';
import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import { type CompanyProfile, findCompany } from '@/domain/companies/queries';
import { type HiringCompany, listHiringCompanies } from '@/domain/market/counts';
import { findCompanyFigures } from '@/domain/market/figures';
import type { CompanyFigures } from '@/domain/market/input';
import { getPayFigures } from '@/domain/market/queries';
import type { PayFigures } from '@/domain/market/rules';
import { readSearch, type Search } from '@/domain/newsletter/searches';
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

export type CompanyPage = {
  company: CompanyProfile;
  figures: CompanyFigures;
  rows: OfferRow[];
  pay: PayFigures;
  alert: Search;
};

/** A company's page, or null if there is no such company. */
export const loadCompany = cache(async (slug: string): Promise<CompanyPage | null> => {
  const known = await findCompany(database(), slug);
  if (!known) return null;
  const { id } = known;
  const tags = [`company:${id}`, `figures:company:${id}`, 'day', 'pay-figures'];
  return cached(['company', String(id)], tags, async () => {
    const db = database();
    const [company, figures, { rows }, pay, alert] = await Promise.all([
      findCompany(db, slug),
      findCompanyFigures(db, id),
      searchOffers(db, { ...NO_FILTERS, company: [slug] }, new Date(), { facets: false }),
      getPayFigures(db),
      readSearch(db, { ...NO_FILTERS, company: [slug] }),
    ]);
    return { company: company ?? known, figures, rows, pay, alert };
  });
});
