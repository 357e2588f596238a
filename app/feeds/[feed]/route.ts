import { answerFeed } from '@/app/feeds/answer-feed';
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

  return answerFeed(request, format, body);
}

function toSearchParams(query: URLSearchParams): SearchParams {
  return Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key)]));
}
