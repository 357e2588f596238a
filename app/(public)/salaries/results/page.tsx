import type { Metadata } from 'next';
import { cache } from 'react';
import { SalaryPage } from '@/components/market/salary-page';
import { parseSalaryFilters } from '@/domain/market/input';
import { loadSalaries } from '../loaders';
import { salariesMetadata } from '../salaries-metadata';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Once for the head and the page. */
const loadOnce = cache((contract: string, country: string) =>
  loadSalaries(parseSalaryFilters({ contract, country })),
);

async function salariesOf({ searchParams }: Props) {
  const { contract, country } = parseSalaryFilters(await searchParams);
  return loadOnce(contract ?? '', country ?? '');
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return salariesMetadata(await salariesOf(props));
}

/** Shown under /salaries?…, by the rewrite in next.config.ts. */
export default async function SalaryResultsPage(props: Props) {
  return <SalaryPage salaries={await salariesOf(props)} />;
}
