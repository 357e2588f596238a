import { describe, expect, it } from 'vitest';
import { NO_FILTERS, type OfferFilters } from './input';
import { type NameOf, searchInWords } from './search-labels';

const NAMES: Record<string, string> = {
  backend: 'Backend',
  devops: 'DevOps',
  swift: 'Swift',
  ios: 'iOS',
  krakow: 'Kraków',
  pl: 'Poland',
  acme: 'Acme GmbH',
};
const nameOf: NameOf = (_, value) => NAMES[value];
const words = (filters: Partial<OfferFilters>) => searchInWords({ ...NO_FILTERS, ...filters }, nameOf);

describe('searchInWords', () => {
  it('says every filter of a search', () => {
    expect(
      words({
        role: ['backend', 'devops'],
        seniority: ['mid', 'senior'],
        workplace: ['onsite', 'remote'],
        contract: ['b2b'],
        city: ['krakow'],
        country: ['pl'],
        company: ['acme'],
        salaryMin: 60_000,
        payStated: true,
        q: 'payments',
      }),
    ).toBe(
      'Backend or DevOps, mid or senior, on site or remote, B2B, Kraków, Poland, Acme GmbH, “payments”, from 60\u00a0000 EUR a year, pay stated',
    );
  });

  it('leaves names as their owners write them', () => {
    expect(words({ skill: ['ios'] })).toBe('iOS');
    expect(words({ seniority: ['senior'] })).toBe('Senior');
    expect(words({ q: 'rust' })).toBe('“rust”');
  });

  it('calls what nothing narrows all offers, and what has lost its name by its slug', () => {
    expect(words({})).toBe('All offers');
    expect(words({ skill: ['cobol'] })).toBe('cobol');
  });
});
