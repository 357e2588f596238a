import { z } from 'zod';
import {
  isFiltered,
  NO_FILTERS,
  type OfferFilters,
  offerFiltersToQuery,
  parseOfferFilters,
  type SearchParams,
} from '@/domain/offers/input';

export const FREQUENCIES = ['instant', 'daily', 'weekly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];
export const frequency = z.enum(FREQUENCIES);

/** For how long mails can be paused, in weeks. */
export const PAUSE_WEEKS = [1, 2, 4, 8] as const;

/** What somebody gets: the newsletter, or the new offers of one search. */
export type Wanted =
  | { kind: 'newsletter' }
  | {
      kind: 'alert';
      /** Canonical (`alertQuery`). */
      query: string;
      frequency: Frequency;
    };

/** Longest search that can be kept, as a query string: it is part of an index. */
export const MAX_ALERT_QUERY = 1_000;

/**
 * What of a search an alert keeps: all that says which offers, and nothing of how a list of them is shown. "In
 * the last N days" is left out too: an alert brings new offers only.
 */
export function alertFilters(filters: OfferFilters): OfferFilters {
  return { ...filters, posted: undefined, sort: undefined, page: 1 };
}

/** An alert's search as a query string. Equal searches have equal ones. */
export function alertQuery(filters: OfferFilters): string {
  return offerFiltersToQuery(alertFilters(filters)).toString();
}

/** The search of a query string, such as `role=backend&city=krakow`, as far as an alert keeps it. */
export function parseAlertQuery(query: string): OfferFilters {
  return alertFilters(parseOfferFilters(toSearchParams(new URLSearchParams(query))));
}

/** True where the search is a role's offers, all of them. */
export function isRoleNews(filters: OfferFilters): boolean {
  const [role, more] = filters.role;
  return role !== undefined && more === undefined && !isFiltered({ ...filters, role: NO_FILTERS.role });
}

function toSearchParams(query: URLSearchParams): SearchParams {
  return Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key)]));
}

const ONE_LINE = /[\p{C}\s]+/gu;

/** The longest name of a browser that is kept with a consent. */
const MAX_AGENT = 300;

/** What a browser calls itself, fit to be stored. */
export function cleanUserAgent(text: string | null): string | null {
  const line = text?.replaceAll(ONE_LINE, ' ').trim();
  return line?.isWellFormed() ? line.slice(0, MAX_AGENT) || null : null;
}
