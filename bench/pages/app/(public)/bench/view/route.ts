import { searchView } from '@/app/(public)/offers/loaders';
import { database } from '@/db/pool';
import { parseOfferFilters } from '@/domain/offers/input';
import { resolveScope } from '@/domain/offers/search-scope';

/** What the filtered list is rendered from, to be handed to the pages beside this one as constants. */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const filters = parseOfferFilters(
    Object.fromEntries([...params.keys()].map((key) => [key, params.getAll(key)])),
  );
  const scope = await resolveScope(database(), filters, new Date());
  return Response.json({
    props: await searchView(filters),
    facets: scope.groups.flatMap((group) => group.facets),
  });
}
