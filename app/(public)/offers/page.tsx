import type { Metadata } from 'next';
import { loadSite } from '@/app/site';
import { OfferSearch } from '@/components/offers/offer-search';
import { signupGuard } from '../newsletter/signup-guard';
import { loadOffers } from './loaders';
import { searchMetadata } from './search-metadata';

export const dynamic = 'error';

export async function generateMetadata(): Promise<Metadata> {
  return searchMetadata(await loadOffers());
}

export default async function OffersPage() {
  const [view, site] = await Promise.all([loadOffers(), loadSite()]);
  return <OfferSearch {...view} siteName={site.name} guard={signupGuard()} />;
}
