import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import {
  listSitemapPages,
  listSitemapParts,
  type SitemapKind,
  type SitemapPage,
  type SitemapPart,
} from '@/domain/offers/sitemap';

/** An offer that ends leaves at once; everything else can only change together with some offer. */
export function loadSitemapParts(): Promise<SitemapPart[]> {
  return cached(['sitemap-parts'], ['offers'], () => listSitemapParts(database()));
}

export function loadSitemapPages(kind: SitemapKind, part: number): Promise<SitemapPage[]> {
  return cached(['sitemap-pages', kind, String(part)], ['offers'], () =>
    listSitemapPages(database(), kind, part),
  );
}
