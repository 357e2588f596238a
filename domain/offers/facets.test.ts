import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COUNTED_END,
  countryFacet,
  countryOfFacet,
  FACET_BASE,
  type FacetKind,
  facetOf,
  idOfFacet,
  kindOfFacet,
  numberedFacet,
  PAY_BAND_EUR,
  payBandsFrom,
  spanOfTurn,
  turnFacet,
} from './facets';
import { SENIORITIES } from './input';

const kinds = Object.keys(FACET_BASE) as FacetKind[];

describe('facets', () => {
  it('keep kinds apart and ids whole, in the room of a Postgres integer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.integer({ min: 0, max: 99_999_999 }), (kind, id) => {
        const facet = facetOf(kind, id);
        expect(kindOfFacet(facet)).toBe(kind);
        expect(idOfFacet(facet)).toBe(id);
        expect(facet).toBeLessThan(2 ** 31);
      }),
    );
    expect(kindOfFacet(7)).toBeNull();
  });

  it('are counted for the visitor up to the state of the pay', () => {
    expect(kinds.filter((kind) => FACET_BASE[kind] < COUNTED_END)).toEqual([
      'role',
      'seniority',
      'workplace',
      'contract',
      'skill',
      'city',
      'country',
      'payStated',
    ]);
  });

  it('number levels from 1, since 0 is "not stated"', () => {
    expect(SENIORITIES.map((value) => idOfFacet(numberedFacet('seniority', value)))).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });

  it('turn country codes there and back', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    fc.assert(
      fc.property(fc.tuple(letter, letter), (letters) => {
        const code = letters.join('');
        expect(countryOfFacet(countryFacet(code))).toBe(code);
        expect(countryFacet(code.toUpperCase())).toBe(countryFacet(code));
      }),
    );
  });

  it('leave out no pay band that holds an offer paying as much', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.nat(2_000_000), (asked, more) => {
        const band = Math.min(Math.floor((asked + more) / PAY_BAND_EUR), 20);
        expect(payBandsFrom(asked)).toContain(facetOf('payBand', band));
      }),
    );
  });

  it('give earlier turns of a list to featured and newer offers', () => {
    const time = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(time, time, fc.boolean(), fc.boolean(), (a, b, featuredA, featuredB) => {
        const first = turnFacet(a, featuredA);
        const second = turnFacet(b, featuredB);
        if (featuredA === featuredB ? a > b : featuredA) expect(first).toBeGreaterThanOrEqual(second);
        expect(kindOfFacet(first)).toBe('turn');
        const { from, until, featured } = spanOfTurn(first);
        expect(featured).toBe(featuredA);
        expect(from.getTime()).toBeLessThanOrEqual(a.getTime());
        expect(until.getTime()).toBeGreaterThan(a.getTime());
        expect(turnFacet(from, featured)).toBe(first);
        expect(turnFacet(until, featured)).toBe(first + 1);
      }),
    );
  });
});
