import { after } from 'next/server';
import { isPerson, isSpeculative } from '@/app/visitor';
import { database, pool } from '@/db/pool';
import { recordApply } from '@/domain/offers/commands';
import { getApplyTarget } from '@/domain/offers/queries';
import { offerIdFromSlug } from '@/domain/offers/rules';
import { clientAddress } from '@/lib/client-address';
import { env } from '@/lib/env';
import { takePoint } from '@/lib/rate-limit';

export const dynamic = 'force-dynamic';

/** Nobody is kept from applying; from one address so many are counted. */
const COUNTED = { name: 'apply', points: 60, seconds: 3_600 };

/**
 * Leads to where the employer takes applications and counts that somebody went. An offer that is not open
 * leads back to its page, which says so.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  // Refused, a browser drops what it fetched ahead and asks again when the link is followed.
  if (isSpeculative(request.headers)) return new Response(null, { status: 503, headers: NO_STORE });

  const id = offerIdFromSlug(slug);
  const target = id === null ? null : await getApplyTarget(database(), id, new Date());
  if (id === null || target === null) return seeOther(`/offers/${encodeURIComponent(slug)}`);
  if (request.method === 'GET' && isPerson(request.headers)) {
    const address = clientAddress(request.headers, env().TRUSTED_PROXIES);
    after(async () => {
      if (await takePoint(pool().sql, COUNTED, address)) await recordApply(database(), id, new Date());
    });
  }
  return seeOther('url' in target ? new URL(target.url).href : `/offers/${target.slug}/apply/by-mail`);
}

const NO_STORE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, ...NO_STORE } });
}
