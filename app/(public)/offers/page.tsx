import type { Metadata } from 'next';
import { OfferSearch } from '@/components/offers/offer-search';
import { loadOffers } from './loaders';
import { searchMetadata } from './search-metadata';

export const dynamic = 'error';

export async function generateMetadata(): Promise<Metadata> {
  return searchMetadata(await loadOffers());
}

export default async function OffersPage() {
  return <OfferSearch {...(await loadOffers())} />;
}
