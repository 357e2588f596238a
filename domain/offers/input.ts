import { z } from 'zod';
import { truncate } from '@/lib/truncate';

export const SENIORITIES = ['intern', 'junior', 'mid', 'senior', 'lead', 'manager'] as const;
export const WORKPLACES = ['onsite', 'hybrid', 'remote'] as const;
export const CONTRACTS = ['employment', 'b2b', 'contract', 'internship'] as const;
export const SORTS = ['newest', 'relevance', 'salary'] as const;
/** "Posted in the last N days". */
export const POSTED_DAYS = [1, 3, 7, 14, 30] as const;

export type Seniority = (typeof SENIORITIES)[number];
export type Workplace = (typeof WORKPLACES)[number];
export type Contract = (typeof CONTRACTS)[number];
export type Sort = (typeof SORTS)[number];

/** Offers on one page of a list. */
export const PAGE_SIZE = 20;
const MAX_QUERY_LENGTH = 200;
const MAX_VALUES = 20;
const MAX_PAGE = 50_000;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What a list of offers is narrowed to. Empty arrays and undefined mean "any". */
export type OfferFilters = {
  q: string | undefined;
  role: string[];
  skill: string[];
  seniority: Seniority[];
  workplace: Workplace[];
  contract: Contract[];
  /** Slugs of places. */
  city: string[];
  /** ISO 3166-1 alpha-2, lower case. */
  country: string[];
  /** Slugs. */
  company: string[];
  /** Whole EUR a year that the upper end of the pay reaches. */
  salaryMin: number | undefined;
  /** Only offers that state their pay. */
  payStated: boolean;
  /** Days. */
  posted: (typeof POSTED_DAYS)[number] | undefined;
  sort: Sort | undefined;
  /** From 1. */
  page: number;
};

export const NO_FILTERS: OfferFilters = {
  q: undefined,
  role: [],
  skill: [],
  seniority: [],
  workplace: [],
  contract: [],
  city: [],
  country: [],
  company: [],
  salaryMin: undefined,
  payStated: false,
  posted: undefined,
  sort: undefined,
  page: 1,
};

export type SearchParams = Record<string, string | string[] | undefined>;

const slug = z.string().max(120).regex(SLUG);
const countryCode = z.string().regex(/^[a-z]{2}$/);

function values(raw: string | string[] | undefined): string[] {
  return raw === undefined ? [] : Array.isArray(raw) ? raw : [raw];
}

function anyOf<T extends string>(raw: string | string[] | undefined, schema: z.ZodType<T>): T[] {
  const found = new Set<T>();
  for (const value of values(raw)) {
    const parsed = schema.safeParse(value.trim().toLowerCase());
    if (parsed.success) found.add(parsed.data);
  }
  return [...found].slice(0, MAX_VALUES).sort();
}

function oneNumber(raw: string | string[] | undefined, schema: z.ZodType<number>): number | undefined {
  const text = values(raw)[0]?.replaceAll(/[\s\u00a0,]/g, '');
  if (!text || !/^\d{1,9}$/.test(text)) return undefined;
  const parsed = schema.safeParse(Number(text));
  return parsed.success ? parsed.data : undefined;
}

function cleanQuery(raw: string | string[] | undefined): string | undefined {
  const text = values(raw)[0]
    ?.replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  // A lone half of a surrogate pair is not text that Postgres can store.
  return text?.isWellFormed() ? truncate(text, MAX_QUERY_LENGTH).trim() || undefined : undefined;
}

/**
 * Filters of a URL. Never throws: a value that is unknown or malformed is dropped, repeated keys are
 * any-of, and equal searches give equal filters (values sorted, without duplicates).
 */
export function parseOfferFilters(params: SearchParams): OfferFilters {
  const sort = SORTS.find((value) => value === values(params.sort)[0]);
  const posted = oneNumber(params.posted, z.number());
  return {
    q: cleanQuery(params.q),
    role: anyOf(params.role, slug),
    skill: anyOf(params.skill, slug),
    seniority: anyOf(params.seniority, z.enum(SENIORITIES)),
    workplace: anyOf(params.workplace, z.enum(WORKPLACES)),
    contract: anyOf(params.contract, z.enum(CONTRACTS)),
    city: anyOf(params.city, slug),
    country: anyOf(params.country, countryCode),
    company: anyOf(params.company, slug),
    salaryMin: oneNumber(params.salary_min, z.number().min(1).max(2_000_000)),
    payStated: values(params.pay)[0] === 'stated',
    posted: POSTED_DAYS.find((days) => days === posted),
    sort,
    page: oneNumber(params.page, z.number().min(1).max(MAX_PAGE)) ?? 1,
  };
}

/** The query string of a search, in one canonical order; the inverse of `parseOfferFilters`. */
export function offerFiltersToQuery(filters: OfferFilters): URLSearchParams {
  const query = new URLSearchParams();
  if (filters.q) query.set('q', filters.q);
  for (const key of ['role', 'skill', 'seniority', 'workplace', 'contract', 'city', 'country'] as const) {
    for (const value of filters[key]) query.append(key, value);
  }
  if (filters.salaryMin !== undefined) query.set('salary_min', String(filters.salaryMin));
  if (filters.payStated) query.set('pay', 'stated');
  if (filters.posted !== undefined) query.set('posted', String(filters.posted));
  for (const value of filters.company) query.append('company', value);
  if (filters.sort) query.set('sort', filters.sort);
  if (filters.page > 1) query.set('page', String(filters.page));
  return query;
}

/** Path and query of a search: `/offers`, or `/offers?…` where something is filtered. */
export function offersHref(filters: Partial<OfferFilters>): string {
  const query = offerFiltersToQuery({ ...NO_FILTERS, ...filters }).toString();
  return query ? `/offers?${query}` : '/offers';
}

/** True if anything narrows the list (sort and page do not). */
export function isFiltered(filters: OfferFilters): boolean {
  return offerFiltersToQuery({ ...filters, sort: undefined, page: 1 }).size > 0;
}
