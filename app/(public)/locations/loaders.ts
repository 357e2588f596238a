import { cache } from 'react';
import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import { countWithin, type Profile } from '@/domain/market/counts';
import { getPayFigures } from '@/domain/market/queries';
import type { PayFigures } from '@/domain/market/rules';
import { countryFacet, facetOf } from '@/domain/offers/facets';
import { NO_FILTERS, type OfferFilters } from '@/domain/offers/input';
import type { OfferRow } from '@/domain/offers/rules';
import { searchOffers } from '@/domain/offers/search';
import { findCountry, findPlace, type Place } from '@/domain/places/queries';

export type PlacePage = {
  place: Place;
  /** Of a city. */
  country: Place | null;
  profile: Profile;
  rows: OfferRow[];
  pay: PayFigures;
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
  return cached(['place', slug], [`place:${slug}`, 'day', 'pay-figures'], async () => {
    const db = database();
    const [profile, { rows }, pay, country] = await Promise.all([
      countWithin(db, isCity ? facetOf('city', place.id) : countryFacet(place.countryCode)),
      searchOffers(db, { ...NO_FILTERS, ...placeFilter(place) }, new Date(), { facets: false }),
      getPayFigures(db),
      isCity ? findCountry(db, place.countryCode) : null,
    ]);
    return { place, country, profile, rows, pay };
  });
});
