import { NO_FILTERS, type OfferFilters, type Sort } from '@/domain/offers/input';
import {
  FILTER_LISTS,
  filterLabel,
  type NameOf,
  postedLabel,
  salaryLabel,
} from '@/domain/offers/search-labels';

export const SORT_LABELS: Record<Sort, string> = {
  newest: 'Newest',
  relevance: 'Best match',
  salary: 'Highest pay',
};

/** A filter in use, and the same search without it. */
export type ActiveFilter = {
  key: keyof OfferFilters;
  value: string;
  label: string;
  without: OfferFilters;
};

/** Everything that narrows the search, one entry for each value. Removing one leads back to page 1. */
export function activeFilters(filters: OfferFilters, nameOf: NameOf): ActiveFilter[] {
  const active: ActiveFilter[] = [];
  const add = (key: keyof OfferFilters, label: string, change: Partial<OfferFilters>, value = label) =>
    active.push({ key, value, label, without: { ...filters, page: 1, ...change } });

  if (filters.q !== undefined) {
    add('q', `“${filters.q}”`, { q: undefined, sort: sortWithoutWords(filters.sort) });
  }
  for (const key of FILTER_LISTS) {
    for (const value of filters[key]) {
      const rest = (filters[key] as string[]).filter((other) => other !== value);
      add(key, filterLabel(key, value, nameOf), { [key]: rest }, value);
    }
  }
  if (filters.salaryMin !== undefined) {
    add('salaryMin', salaryLabel(filters.salaryMin), { salaryMin: undefined });
  }
  if (filters.payStated) add('payStated', 'Pay stated', { payStated: false });
  if (filters.posted !== undefined) add('posted', postedLabel(filters.posted), { posted: undefined });
  return active;
}

/** The search with nothing narrowed, in the same order. */
export function clearFilters({ sort }: OfferFilters): OfferFilters {
  return { ...NO_FILTERS, sort: sortWithoutWords(sort) };
}

function sortWithoutWords(sort: Sort | undefined): Sort | undefined {
  return sort === 'relevance' ? undefined : sort;
}
