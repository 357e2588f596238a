import type { Metadata } from 'next';
import { formatMedian } from '@/components/market/labels';
import { salariesTitle } from '@/components/market/salary-words';
import { type Salaries, salariesHref } from '@/domain/market/input';
import { formatNumber, formatOffers } from '@/domain/offers/labels';

export function salariesMetadata(salaries: Salaries): Metadata {
  const { all, roles, contract, country } = salaries;
  const total = all.all;
  return {
    title: salariesTitle(salaries),
    description: total
      ? `Pay of ${formatNumber(roles.length)} IT roles by level, counted from ${formatOffers(total.offers)} that state it: the median is ${formatMedian(total.median)} EUR a year.`
      : 'Pay of IT roles by level, counted from the open offers that state it.',
    alternates: { canonical: salariesHref(salaries) },
    // Narrowed tables are for people.
    robots: contract !== null || country !== null ? { index: false, follow: true } : undefined,
  };
}
