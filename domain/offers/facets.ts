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
  turn: 1_100_000_000,
} as const;
export type FacetKind = keyof typeof FACET_BASE;

/** Numbers of one kind. */
export const KIND_SIZE = 100_000_000;
/** First number of the kinds that are not counted for the visitor. */
export const COUNTED_END = FACET_BASE.company;

/** The only facet of its kind. */
export const PAY_STATED = FACET_BASE.payStated + 1;

/** Yearly EUR in one pay band; the last band is open. */
export const PAY_BAND_EUR = 10_000;
export const LAST_PAY_BAND = 20;

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

/** Seconds of one turn, of featured offers and of others. The former are few, and so their turns are longer. */
export const TURN_SECONDS = 12 * 3_600;
export const FEATURED_TURN_SECONDS = 8 * 24 * 3_600;
/** Turns of featured offers are later than those of any other. */
export const FEATURED_TURNS = 10_000_000;

/**
 * When an offer has its turn in a list with the newest first: the later turn, the sooner it is shown, since
 * featured offers come first and then those published last. All offers of a turn carry its facet.
 */
export function turnFacet(published: Date, featured: boolean): number {
  const seconds = Math.floor(published.getTime() / 1_000);
  const turn = featured
    ? FEATURED_TURNS + Math.floor(seconds / FEATURED_TURN_SECONDS)
    : Math.floor(seconds / TURN_SECONDS);
  return facetOf('turn', turn);
}

/** From when to when the offers of a turn were published (the end is not in it), and whether they are featured. */
export function spanOfTurn(facet: number): { from: Date; until: Date; featured: boolean } {
  const id = idOfFacet(facet);
  const featured = id >= FEATURED_TURNS;
  const turn = featured ? id - FEATURED_TURNS : id;
  const length = (featured ? FEATURED_TURN_SECONDS : TURN_SECONDS) * 1_000;
  return { from: new Date(turn * length), until: new Date((turn + 1) * length), featured };
}
