import { cache } from 'react';
import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import { findFigures } from '@/domain/market/figures';
import type { Figures } from '@/domain/market/input';
import { countPlaces, type PlaceCount } from '@/domain/market/places';
import { getPayFigures } from '@/domain/market/queries';
import type { PayFigures } from '@/domain/market/rules';
import { readSearch, type Search } from '@/domain/newsletter/searches';
import { countryFacet, facetOf } from '@/domain/offers/facets';
import { NO_FILTERS, type OfferFilters } from '@/domain/offers/input';
import type { OfferRow } from '@/domain/offers/rules';
import { searchOffers } from '@/domain/offers/search';
import { findCountry, findPlace, type Place } from '@/domain/places/queries';

/** Countries and cities with live offers. */
export function loadPlaceIndex(): Promise<{ countries: PlaceCount[]; cities: PlaceCount[] }> {
  return cached(['place-index'], ['offers'], () => countPlaces(database()));
}

const LATEST = 10;

export type PlacePage = {
  place: Place;
  /** Of a city. */
  country: Place | null;
  figures: Figures;
  rows: OfferRow[];
  pay: PayFigures;
  alert: Search;
};

/** The filter that a place stands for. */
export function placeFilter(place: Place): Partial<OfferFilters> {
  return place.kind === 'city' ? { city: [place.slug] } : { country: [place.countryCode.toLowerCase()] };
}

/** The page of a city or country, or null if there is no such place. */
export const loadPlace = cache(async (slug: string): Promise<PlacePage | null> => {
  const place = await findPlace(database(), slug);
  if (!place) return null;
  const isCity = place.kind === 'city';
  const tags = [`place:${slug}`, `figures:place:${slug}`, 'day', 'pay-figures'];
  return cached(['place', slug], tags, async () => {
    const db = database();
    const [figures, { rows }, pay, country, alert] = await Promise.all([
      findFigures(db, isCity ? facetOf('city', place.id) : countryFacet(place.countryCode)),
      searchOffers(db, { ...NO_FILTERS, ...placeFilter(place) }, new Date(), { facets: false }),
      getPayFigures(db),
      isCity ? findCountry(db, place.countryCode) : null,
      readSearch(db, { ...NO_FILTERS, ...placeFilter(place) }),
    ]);
    return { place, country, figures, rows: rows.slice(0, LATEST), pay, alert };
  });
});
