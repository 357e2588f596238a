import { signupGuard } from '@/app/(public)/newsletter/signup-guard';
import { OfferSearch } from '@/components/offers/offer-search';
import { database } from '@/db/pool';
import { parseOfferFilters, type SearchParams } from '@/domain/offers/input';
import { searchOffers } from '@/domain/offers/search';
import { viewConstants } from '../constants';

/** The filtered list with everything looked up except the facets, which are constants. */
export default async function WithoutFacetsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const filters = parseOfferFilters(await searchParams);
  const { props } = viewConstants();
  const found = await searchOffers(database(), filters, new Date(), { facets: false });
  return (
    <OfferSearch
      {...props}
      filters={filters}
      result={{ ...found, facets: props.result.facets }}
      siteName="Rolecall"
      guard={signupGuard()}
    />
  );
}
