import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import {
  listSitemapPages,
  listSitemapParts,
  type SitemapKind,
  type SitemapPage,
  type SitemapPart,
} from '@/domain/offers/sitemap';
import { textsTag } from '@/domain/texts/input';

/** An offer that ends leaves at once; everything else can only change together with some offer, or its text. */
const TAGS = ['offers', textsTag('role')];

export function loadSitemapParts(): Promise<SitemapPart[]> {
  return cached(['sitemap-parts'], TAGS, () => listSitemapParts(database()));
}

export function loadSitemapPages(kind: SitemapKind, part: number): Promise<SitemapPage[]> {
  return cached(['sitemap-pages', kind, String(part)], TAGS, () => listSitemapPages(database(), kind, part));
}
