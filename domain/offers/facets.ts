import { CONTRACTS, SENIORITIES, WORKPLACES } from './input';

/**
 * One number space for every value that offers are filtered by, so that a search is a few arrays of
 * integers: the kind's base plus the id within the kind.
 */
export const FACET_BASE = {
  role: 100_000_000,
  seniority: 200_000_000,
  workplace: 300_000_000,
  contract: 400_000_000,
  skill: 500_000_000,
  city: 600_000_000,
  country: 700_000_000,
  company: 800_000_000,
  payBand: 900_000_000,
  day: 1_000_000_000,
  featured: 1_100_000_000,
} as const;
export type FacetKind = keyof typeof FACET_BASE;

const BAND_WIDTH = 100_000_000;

/** Yearly EUR in one pay band; the last band is open. */
export const PAY_BAND_EUR = 10_000;
export const LAST_PAY_BAND = 20;

const DAY_MS = 86_400_000;

/** Levels, workplaces and contracts count from 1 in the order of input.ts; 0 stands for "not stated". */
const NUMBERED = { seniority: SENIORITIES, workplace: WORKPLACES, contract: CONTRACTS } as const;
export type NumberedKind = keyof typeof NUMBERED;

export function facetOf(kind: FacetKind, id: number): number {
  return FACET_BASE[kind] + id;
}

export function kindOfFacet(facet: number): FacetKind | null {
  const base = Math.floor(facet / BAND_WIDTH) * BAND_WIDTH;
  for (const kind of Object.keys(FACET_BASE) as FacetKind[]) if (FACET_BASE[kind] === base) return kind;
  return null;
}

export function idOfFacet(facet: number): number {
  return facet % BAND_WIDTH;
}

export function numberedFacet(kind: NumberedKind, value: string): number {
  return FACET_BASE[kind] + (NUMBERED[kind] as readonly string[]).indexOf(value) + 1;
}

/** The value of such a facet, or null for "not stated". */
export function numberedValue(kind: NumberedKind, facet: number): string | null {
  return NUMBERED[kind][idOfFacet(facet) - 1] ?? null;
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
