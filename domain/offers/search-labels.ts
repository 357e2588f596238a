import { isFiltered, type OfferFilters } from './input';
import { formatNumber } from './labels';
import { CONTRACT_LABELS, SENIORITY_LABELS, WORKPLACE_LABELS } from './rules';

/** Name of a filter's value, such as "Kraków" for the city `krakow`; undefined if there is no such thing. */
export type NameOf = (
  key: 'role' | 'skill' | 'city' | 'country' | 'company',
  value: string,
) => string | undefined;

/** Filters of which each may have several values. */
export const FILTER_LISTS = [
  'role',
  'skill',
  'seniority',
  'workplace',
  'contract',
  'city',
  'country',
  'company',
] as const;
type FilterList = (typeof FILTER_LISTS)[number];

/** What one value of a filter is called. */
export function filterLabel(key: FilterList, value: string, nameOf: NameOf): string {
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

export function postedLabel(days: number): string {
  return days === 1 ? 'In the last day' : `In the last ${days} days`;
}

/** A lower end of the pay, in whole EUR a year. */
export function salaryLabel(salaryMin: number): string {
  return `From ${formatNumber(salaryMin)} EUR a year`;
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

const or = new Intl.ListFormat('en-GB', { type: 'disjunction' });
/** Of these a name is a word like any other; of the rest it is somebody's own. */
const PLAIN_WORDS: readonly FilterList[] = ['role', 'seniority', 'workplace', 'contract'];

/**
 * Everything that narrows a search, in a line: "Backend, mid or senior, remote, from 60 000 EUR a year". "All
 * offers" where nothing does.
 */
export function searchInWords(filters: OfferFilters, nameOf: NameOf): string {
  const parts = FILTER_LISTS.filter((key) => filters[key].length > 0).map((key) => {
    const labels = (filters[key] as string[]).map((value) => filterLabel(key, value, nameOf));
    return or.format(PLAIN_WORDS.includes(key) ? labels.map(lowerFirst) : labels);
  });
  if (filters.q !== undefined) parts.push(`“${filters.q}”`);
  if (filters.salaryMin !== undefined) parts.push(lowerFirst(salaryLabel(filters.salaryMin)));
  if (filters.payStated) parts.push('pay stated');
  if (filters.posted !== undefined) parts.push(lowerFirst(postedLabel(filters.posted)));
  const line = parts.join(', ') || 'All offers';
  // A skill is written as its makers write it: "iOS".
  const isName = filters.role.length === 0 && filters.skill.length > 0;
  return isName ? line : line.charAt(0).toUpperCase() + line.slice(1);
}

/** "Backend" inside a sentence is "backend"; "QA" and "DevOps" stay as they are. */
export function lowerFirst(name: string): string {
  return /^\p{Lu}\p{Ll}*(?=$|[\s-])/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
