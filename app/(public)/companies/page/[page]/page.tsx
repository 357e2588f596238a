import type { Metadata } from 'next';
import { missing } from '@/app/(public)/missing';
import { CompanyTable } from '@/components/companies/company-table';
import { companiesMetadata } from '../../companies-metadata';
import { type CompanyList, loadCompanies } from '../../loaders';

export const dynamic = 'error';

/** The first page is /companies itself. */
const FURTHER_PAGE = /^(?:[2-9]|[1-9]\d{1,4})$/;

type Props = { params: Promise<{ page: string }> };

export function generateStaticParams(): { page: string }[] {
  return [];
}

async function loadPage({ params }: Props): Promise<CompanyList | null> {
  const { page } = await params;
  if (!FURTHER_PAGE.test(page)) return null;
  const list = await loadCompanies(Number(page));
  return list.companies.length > 0 ? list : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const list = await loadPage(props);
  return list ? companiesMetadata(list) : {};
}

export default async function FurtherCompaniesPage(props: Props) {
  const list = await loadPage(props);
  return list ? <CompanyTable {...list} /> : missing('offers');
}
