import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { loadSite } from '@/app/site';
import { OfferSearch } from '@/components/offers/offer-search';
import { offerFiltersToQuery, parseOfferFilters, type SearchParams } from '@/domain/offers/input';
import { signupGuard } from '../../newsletter/signup-guard';
import { searchView } from '../loaders';
import { searchMetadata } from '../search-metadata';

type Props = { searchParams: Promise<SearchParams> };

/** Once for the head and the page: equal searches have equal query strings. */
const loadView = cache((query: string) => {
  const params = new URLSearchParams(query);
  return searchView(
    parseOfferFilters(Object.fromEntries([...params.keys()].map((key) => [key, params.getAll(key)]))),
  );
});

async function viewOf({ searchParams }: Props) {
  return loadView(offerFiltersToQuery(parseOfferFilters(await searchParams)).toString());
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return searchMetadata(await viewOf(props));
}

/** Shown under /offers?…, by the rewrite in next.config.ts. */
export default async function OfferResultsPage(props: Props) {
  const view = await viewOf(props);
  if (view.result.page > view.result.pages) notFound();
  const site = await loadSite();
  return <OfferSearch {...view} siteName={site.name} guard={signupGuard()} />;
}
