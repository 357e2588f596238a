import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { SalaryPage } from '@/components/market/salary-page';
import { JsonLd } from '@/components/seo/json-ld';
import { toBreadcrumbs } from '@/components/seo/structured-data';
import { loadSalaries } from './loaders';
import { salariesMetadata } from './salaries-metadata';

export const dynamic = 'error';

const ANY = { contract: null, country: null };

export async function generateMetadata(): Promise<Metadata> {
  return salariesMetadata(await loadSalaries(ANY));
}

export default async function SalariesPage() {
  const [salaries, site] = await Promise.all([loadSalaries(ANY), loadSite()]);
  return (
    <>
      <JsonLd data={toBreadcrumbs(site, [{ name: 'Salaries', path: '/salaries' }])} />
      <SalaryPage salaries={salaries} />
    </>
  );
}
