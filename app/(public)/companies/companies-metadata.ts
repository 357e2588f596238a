import type { Metadata } from 'next';
import { companiesHref } from '@/components/companies/company-table';
import { formatNumber } from '@/domain/offers/labels';
import type { CompanyList } from './loaders';

export function companiesMetadata({ total, page, pages }: CompanyList): Metadata {
  const title = 'Companies hiring in IT';
  return {
    title: page > 1 ? `${title}, page ${page}` : title,
    description: `${formatNumber(total)} companies with open IT roles, how many each has, and which.`,
    alternates: { canonical: companiesHref(page) },
    pagination: {
      previous: page > 1 ? companiesHref(page - 1) : undefined,
      next: page < pages ? companiesHref(page + 1) : undefined,
    },
  };
}
