import { CONTRACTS, SENIORITIES, WORKPLACES } from './input';

/**
 * One number space for every value that offers are filtered by, so that a search is a few arrays of
 * integers: the kind's base plus the id within the kind. Kinds up to `payStated` are counted for the
 * visitor; the others only narrow.
 */
export const FACET_BASE = {
  role: 100_000_000,
  seniority: 200_000_000,
  workplace: 300_000_000,
  contract: 400_000_000,
  skill: 500_000_000,
  city: 600_000_000,
  country: 700_000_000,
  payStated: 800_000_000,
  company: 900_000_000,
  payBand: 1_000_000_000,
  day: 1_100_000_000,
  featured: 1_200_000_000,
} as const;
export type FacetKind = keyof typeof FACET_BASE;

/** Numbers of one kind. */
export const KIND_SIZE = 100_000_000;
/** First number of the kinds that are not counted for the visitor. */
export const COUNTED_END = FACET_BASE.company;

/** Facets that an offer has or has not. */
export const PAY_STATED = FACET_BASE.payStated + 1;
export const FEATURED = FACET_BASE.featured + 1;

/** Yearly EUR in one pay band; the last band is open. */
export const PAY_BAND_EUR = 10_000;
export const LAST_PAY_BAND = 20;

const DAY_MS = 86_400_000;

/** Levels, workplaces and contracts are numbered from 1 in the order of input.ts; 0 is "not stated". */
const NUMBERED = { seniority: SENIORITIES, workplace: WORKPLACES, contract: CONTRACTS } as const;
export type NumberedKind = keyof typeof NUMBERED;

export function facetOf(kind: FacetKind, id: number): number {
  return FACET_BASE[kind] + id;
}

export function kindOfFacet(facet: number): FacetKind | null {
  const base = facet - idOfFacet(facet);
  return (Object.keys(FACET_BASE) as FacetKind[]).find((kind) => FACET_BASE[kind] === base) ?? null;
}

export function idOfFacet(facet: number): number {
  return facet % KIND_SIZE;
}

export function numberedFacet(kind: NumberedKind, value: string): number {
  return FACET_BASE[kind] + (NUMBERED[kind] as readonly string[]).indexOf(value) + 1;
}

/** Facet of a country, from its ISO 3166-1 alpha-2 code in either case. */
export function countryFacet(code: string): number {
  const [first, second] = [...code.toLowerCase()].map((letter) => letter.charCodeAt(0) - 97);
  return FACET_BASE.country + (first ?? 0) * 26 + (second ?? 0);
}

/** Lower-case code of a country's facet. */
export function countryOfFacet(facet: number): string {
  const id = idOfFacet(facet);
  return String.fromCharCode(97 + Math.floor(id / 26), 97 + (id % 26));
}

/** Every pay band that holds offers paying `yearlyEur` or more (and, in the lowest of them, some that pay less). */
export function payBandsFrom(yearlyEur: number): number[] {
  const first = Math.min(Math.floor(yearlyEur / PAY_BAND_EUR), LAST_PAY_BAND);
  return Array.from({ length: LAST_PAY_BAND - first + 1 }, (_, i) => facetOf('payBand', first + i));
}

/** Facet of the UTC day of `date`. */
export function dayFacet(date: Date): number {
  return facetOf('day', Math.floor(date.getTime() / DAY_MS));
}
