import type { Metadata } from 'next';
import { type SearchView, viewTitle } from '@/components/offers/offer-search';
import { isFiltered, offersHref } from '@/domain/offers/input';

/** Filtered and reordered lists are for people; only the bare list and its pages are for search engines. */
export function searchMetadata(view: SearchView): Metadata {
  const { filters, result } = view;
  const hidden = isFiltered(filters) || filters.sort !== undefined;
  const pageHref = (page: number) => offersHref({ ...filters, page });
  const title = viewTitle(view);
  return {
    title: result.page > 1 ? `${title}, page ${result.page}` : title,
    alternates: { canonical: pageHref(result.page) },
    robots: hidden ? { index: false, follow: true } : undefined,
    pagination: {
      previous: result.page > 1 ? pageHref(result.page - 1) : undefined,
      next: result.page < result.pages ? pageHref(result.page + 1) : undefined,
    },
  };
}
