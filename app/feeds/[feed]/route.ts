import { createHash } from 'node:crypto';
import { loadFeedOffers } from '@/app/feeds/loaders';
import { FEED_FORMATS, type FeedFormat, writeFeed } from '@/app/feeds/write-feed';
import { loadSite } from '@/app/site';
import { offerFiltersToQuery, parseOfferFilters, type SearchParams } from '@/domain/offers/input';

export const dynamic = 'force-dynamic';

/** `/feeds/offers.rss`, `.atom` or `.json`, with the filters of /offers; order and page are the feed's own. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ feed: string }> },
): Promise<Response> {
  const { feed } = await params;
  const format = (Object.keys(FEED_FORMATS) as FeedFormat[]).find((known) => feed === `offers.${known}`);
  if (!format) return new Response('No such feed.\n', { status: 404 });

  const asked = parseOfferFilters(toSearchParams(new URL(request.url).searchParams));
  const filters = { ...asked, sort: undefined, page: 1 };
  const body = writeFeed(format, {
    site: await loadSite(),
    query: offerFiltersToQuery(filters).toString(),
    offers: await loadFeedOffers(filters),
    now: new Date(),
  });

  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'content-type': `${FEED_FORMATS[format]}; charset=utf-8`,
    'cache-control': 'public, max-age=0, s-maxage=60',
    'x-robots-tag': 'noindex',
    etag,
  };
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  // A proxy that compresses marks the tag as weak.
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(body, { headers });
}

function toSearchParams(query: URLSearchParams): SearchParams {
  return Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key)]));
}
