import { describe, expect, it } from 'vitest';
import type { SearchView } from '@/components/offers/offer-search';
import { NO_FILTERS, type OfferFilters } from '@/domain/offers/input';
import { NO_FACETS } from '@/domain/offers/search-facets';
import { searchMetadata } from './search-metadata';

function metadataOf(filters: Partial<OfferFilters>, pages = 3) {
  const view: SearchView = {
    filters: { ...NO_FILTERS, ...filters },
    result: {
      rows: [],
      total: pages * 20,
      totalCapped: false,
      facets: NO_FACETS,
      corrected: null,
      page: filters.page ?? 1,
      pages,
    },
    nearest: [],
    alert: { query: '', words: 'All offers' },
    names: { role: { backend: 'Backend' }, company: {} },
    pay: { scale: { min: 0, max: 1 }, overall: {}, byRole: {} },
    today: '2026-11-21',
  };
  return searchMetadata(view);
}

describe('the head of a list', () => {
  it('lets search engines see the bare list and its pages', () => {
    expect(metadataOf({})).toEqual({
      title: 'All offers',
      alternates: { canonical: '/offers' },
      robots: undefined,
      pagination: { previous: undefined, next: '/offers?page=2' },
    });
    expect(metadataOf({ page: 2 })).toEqual({
      title: 'All offers, page 2',
      alternates: { canonical: '/offers?page=2' },
      robots: undefined,
      pagination: { previous: '/offers', next: '/offers?page=3' },
    });
  });

  it('keeps filtered and reordered lists from them', () => {
    expect(metadataOf({ role: ['backend'], page: 3 })).toEqual({
      title: 'Backend offers, page 3',
      alternates: { canonical: '/offers?role=backend&page=3' },
      robots: { index: false, follow: true },
      pagination: { previous: '/offers?role=backend&page=2', next: undefined },
    });
    expect(metadataOf({ sort: 'salary' }).robots).toEqual({ index: false, follow: true });
  });
});
