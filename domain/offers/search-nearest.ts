import type { Db } from '@/db/client';
import { NO_FILTERS, type OfferFilters } from './input';
import { searchOffers } from './search';

export type NearestSearch = {
  filters: OfferFilters;
  /** Names of the filters left out. */
  dropped: (keyof OfferFilters)[];
  total: number;
  totalCapped: boolean;
};

const MAX_SUGGESTIONS = 3;
const DROPPABLE = [
  'q',
  'role',
  'skill',
  'seniority',
  'workplace',
  'contract',
  'city',
  'country',
  'company',
  'salaryMin',
  'payStated',
  'posted',
] as const;

/**
 * For a search without results: the searches nearest to it that have some, at most three, those with the
 * most offers first. One filter is left out, or two where no single one helps.
 */
export async function nearestSearch(db: Db, filters: OfferFilters, now: Date): Promise<NearestSearch[]> {
  const active = DROPPABLE.filter((key) => isActive(filters, key));
  const singles = active.map((key) => [key]);
  const pairs = active.flatMap((first, i) => active.slice(i + 1).map((second) => [first, second]));
  for (const choices of [singles, pairs]) {
    const found: NearestSearch[] = [];
    for (const dropped of choices) {
      if (dropped.length === active.length) continue;
      const nearer = { ...filters, ...pick(NO_FILTERS, dropped), page: 1 };
      const { total, totalCapped } = await searchOffers(db, nearer, now, { facets: false });
      if (total > 0) found.push({ filters: nearer, dropped, total, totalCapped });
    }
    if (found.length > 0) return found.sort((a, b) => b.total - a.total).slice(0, MAX_SUGGESTIONS);
  }
  return [];
}

function isActive(filters: OfferFilters, key: (typeof DROPPABLE)[number]): boolean {
  const value = filters[key];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}

function pick<T extends object, K extends keyof T>(source: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, source[key]])) as Pick<T, K>;
}
