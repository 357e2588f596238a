import { isFiltered, NO_FILTERS, type OfferFilters, type Sort } from '@/domain/offers/input';
import { formatNumber } from '@/domain/offers/labels';
import { CONTRACT_LABELS, SENIORITY_LABELS, WORKPLACE_LABELS } from '@/domain/offers/rules';

/** Name of a filter's value, such as "Kraków" for the city `krakow`; undefined if there is no such thing. */
export type NameOf = (
  key: 'role' | 'skill' | 'city' | 'country' | 'company',
  value: string,
) => string | undefined;

export const SORT_LABELS: Record<Sort, string> = {
  newest: 'Newest',
  relevance: 'Best match',
  salary: 'Highest pay',
};

export function postedLabel(days: number): string {
  return days === 1 ? 'In the last day' : `In the last ${days} days`;
}

/** A filter in use, and the same search without it. */
export type ActiveFilter = {
  key: keyof OfferFilters;
  value: string;
  label: string;
  without: OfferFilters;
};

const LISTS = ['role', 'skill', 'seniority', 'workplace', 'contract', 'city', 'country', 'company'] as const;

/** Everything that narrows the search, one entry for each value. Removing one leads back to page 1. */
export function activeFilters(filters: OfferFilters, nameOf: NameOf): ActiveFilter[] {
  const active: ActiveFilter[] = [];
  const add = (key: keyof OfferFilters, label: string, change: Partial<OfferFilters>, value = label) =>
    active.push({ key, value, label, without: { ...filters, page: 1, ...change } });

  if (filters.q !== undefined) {
    add('q', `“${filters.q}”`, { q: undefined, sort: sortWithoutWords(filters.sort) });
  }
  for (const key of LISTS) {
    for (const value of filters[key]) {
      const rest = (filters[key] as string[]).filter((other) => other !== value);
      add(key, valueLabel(key, value, nameOf), { [key]: rest }, value);
    }
  }
  if (filters.salaryMin !== undefined) {
    add('salaryMin', `From ${formatNumber(filters.salaryMin)} EUR a year`, { salaryMin: undefined });
  }
  if (filters.payStated) add('payStated', 'Pay stated', { payStated: false });
  if (filters.posted !== undefined) add('posted', postedLabel(filters.posted), { posted: undefined });
  return active;
}

function valueLabel(key: (typeof LISTS)[number], value: string, nameOf: NameOf): string {
  switch (key) {
    case 'seniority':
      return SENIORITY_LABELS[value as keyof typeof SENIORITY_LABELS];
    case 'workplace':
      return WORKPLACE_LABELS[value as keyof typeof WORKPLACE_LABELS];
    case 'contract':
      return CONTRACT_LABELS[value as keyof typeof CONTRACT_LABELS];
    default:
      return nameOf(key, value) ?? value;
  }
}

/** The search with nothing narrowed, in the same order. */
export function clearFilters({ sort }: OfferFilters): OfferFilters {
  return { ...NO_FILTERS, sort: sortWithoutWords(sort) };
}

function sortWithoutWords(sort: Sort | undefined): Sort | undefined {
  return sort === 'relevance' ? undefined : sort;
}

/** What a search is called: "All offers", "Senior backend offers in Kraków", "Offers for “compiler”". */
export function searchTitle(filters: OfferFilters, nameOf: NameOf): string {
  const only = (key: 'role' | 'skill' | 'city' | 'country' | 'company') => {
    const [value, more] = filters[key];
    return value !== undefined && more === undefined ? nameOf(key, value) : undefined;
  };
  const [workplace, moreWorkplaces] = filters.workplace;
  const [level, moreLevels] = filters.seniority;
  const role = only('role');
  const skill = only('skill');
  const place = only('city') ?? only('country');
  const company = only('company');

  const words = [
    workplace &&
      !moreWorkplaces &&
      (workplace === 'onsite' ? 'on-site' : WORKPLACE_LABELS[workplace].toLowerCase()),
    level && !moreLevels && SENIORITY_LABELS[level].toLowerCase(),
    role === undefined ? skill : lowerFirst(role),
    'offers',
    role !== undefined && skill !== undefined && `with ${skill}`,
    place !== undefined && `in ${place}`,
    company !== undefined && `at ${company}`,
    filters.q !== undefined && `for “${filters.q}”`,
  ].filter(Boolean);
  if (words.length === 1) return isFiltered(filters) ? 'Offers' : 'All offers';
  const title = words.join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** "Backend" inside a sentence is "backend"; "QA" and "DevOps" stay as they are. */
function lowerFirst(name: string): string {
  return /^\p{Lu}\p{Ll}*(?=$|[\s-])/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
