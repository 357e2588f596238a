import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { CompanyTable } from '@/components/companies/company-table';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { companiesMetadata } from './companies-metadata';
import { loadCompanies } from './loaders';

export const dynamic = 'error';

export async function generateMetadata(): Promise<Metadata> {
  return companiesMetadata(await loadCompanies(1));
}

export default async function CompaniesPage() {
  const [list, site] = await Promise.all([loadCompanies(1), loadSite()]);
  return (
    <>
      <JsonLd data={toBreadcrumbs(site, [{ name: 'Companies', path: '/companies' }])} />
      <CompanyTable {...list} />
    </>
  );
}
