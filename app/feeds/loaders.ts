import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import { isFiltered, type OfferFilters } from '@/domain/offers/input';
import type { OfferRow } from '@/domain/offers/rules';
import { searchOffers } from '@/domain/offers/search';

export const FEED_LIMIT = 50;

/** The newest offers of a search, promoted or not. Most readers follow all offers, so those are kept. */
export function loadFeedOffers(filters: OfferFilters): Promise<OfferRow[]> {
  return isFiltered(filters) ? findNewest(filters) : cached(['feed'], ['offers'], () => findNewest(filters));
}

async function findNewest(filters: OfferFilters): Promise<OfferRow[]> {
  const found: OfferRow[] = [];
  for (let page = 1, pages = 1; page <= pages && found.length < FEED_LIMIT; page++) {
    const result = await searchOffers(database(), { ...filters, sort: 'newest', page }, new Date(), {
      facets: false,
    });
    found.push(...result.rows);
    pages = result.pages;
  }
  return found.sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt)).slice(0, FEED_LIMIT);
}
