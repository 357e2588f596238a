import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTRACTS,
  isFiltered,
  NO_FILTERS,
  type OfferFilters,
  offersHref,
  POSTED_DAYS,
  SENIORITIES,
  SORTS,
  WORKPLACES,
} from '@/domain/offers/input';
import { type NameOf, searchTitle } from '@/domain/offers/search-labels';
import { nearestLabel } from './no-offers';
import { activeFilters, clearFilters } from './search-words';

const NAMES: Record<string, string> = {
  backend: 'Backend',
  qa: 'QA',
  devops: 'DevOps',
  go: 'Go',
  krakow: 'Kraków',
};
const nameOf: NameOf = (_, value) => NAMES[value] ?? value;
const title = (filters: Partial<OfferFilters>) => searchTitle({ ...NO_FILTERS, ...filters }, nameOf);

const slugs = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 });
const anyFilters: fc.Arbitrary<OfferFilters> = fc.record({
  q: fc.option(fc.constantFrom('go', 'a "b" -c'), { nil: undefined }),
  role: slugs,
  skill: slugs,
  seniority: fc.subarray([...SENIORITIES]),
  workplace: fc.subarray([...WORKPLACES]),
  contract: fc.subarray([...CONTRACTS]),
  city: slugs,
  country: slugs,
  company: slugs,
  salaryMin: fc.option(fc.integer({ min: 1, max: 2_000_000 }), { nil: undefined }),
  payStated: fc.boolean(),
  posted: fc.option(fc.constantFrom(...POSTED_DAYS), { nil: undefined }),
  sort: fc.option(fc.constantFrom(...SORTS), { nil: undefined }),
  page: fc.integer({ min: 1, max: 9 }),
});

describe('active filters', () => {
  it('are there exactly where something is filtered, and taken away one by one leave nothing', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        let left = filters;
        for (let n = activeFilters(filters, nameOf).length; n > 0; n--) {
          const [first, ...others] = activeFilters(left, nameOf);
          expect(isFiltered(left)).toBe(true);
          expect(others).toHaveLength(n - 1);
          left = first?.without ?? left;
          expect(left.page).toBe(1);
        }
        expect(isFiltered(left)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('have words of their own each', () => {
    const filters = {
      ...NO_FILTERS,
      q: 'api',
      seniority: ['mid' as const],
      salaryMin: 60_000,
      payStated: true,
    };
    expect(activeFilters(filters, nameOf).map((filter) => filter.label)).toEqual([
      '“api”',
      'Mid',
      'From 60\u00a0000 EUR a year',
      'Pay stated',
    ]);
  });

  it('take the order by relevance with them when the words go', () => {
    const filters: OfferFilters = { ...NO_FILTERS, q: 'api', sort: 'relevance' };
    expect(activeFilters(filters, nameOf)[0]?.without.sort).toBeUndefined();
    expect(offersHref(clearFilters(filters))).toBe('/offers');
    expect(offersHref(clearFilters({ ...filters, sort: 'salary' }))).toBe('/offers?sort=salary');
  });
});

describe('title', () => {
  it('names what is searched for', () => {
    expect(title({})).toBe('All offers');
    expect(title({ role: ['backend'] })).toBe('Backend offers');
    expect(title({ role: ['backend'], seniority: ['senior'], city: ['krakow'] })).toBe(
      'Senior backend offers in Kraków',
    );
    expect(title({ skill: ['go'], workplace: ['remote'] })).toBe('Remote Go offers');
    expect(title({ role: ['backend'], skill: ['go'] })).toBe('Backend offers with Go');
    expect(title({ q: 'compiler' })).toBe('Offers for “compiler”');
  });

  it('keeps capitals that belong to a name', () => {
    expect(title({ role: ['qa'], workplace: ['onsite'] })).toBe('On-site QA offers');
    expect(title({ role: ['devops'], seniority: ['lead'] })).toBe('Lead DevOps offers');
  });

  it('leaves out filters of several values', () => {
    expect(title({ role: ['backend', 'qa'], workplace: ['remote', 'hybrid'] })).toBe('Offers');
  });
});

describe('nearest search', () => {
  it('says what is widened, and from what', () => {
    const filters = {
      ...NO_FILTERS,
      q: 'api',
      seniority: ['senior' as const, 'lead' as const],
      salaryMin: 60_000,
    };
    const active = activeFilters(filters, nameOf);
    expect(nearestLabel(['seniority'], active)).toBe('Any level instead of Senior or Lead');
    expect(nearestLabel(['q', 'salaryMin'], active)).toBe('Without “api”, any pay');
  });
});
