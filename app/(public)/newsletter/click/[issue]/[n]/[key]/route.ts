import { database } from '@/db/pool';
import { followLink } from '@/domain/newsletter/clicks';
import { authSecret } from '@/lib/env';

type Context = { params: Promise<{ issue: string; n: string; key: string }> };

/** A link of an issue, counted on its way. It leads where the issue said, and nowhere else. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { issue: issueId, n, key } = await params;
  const url = await followLink(database(), { issueId, n, key }, authSecret());
  if (!url) return new Response('There is no such link.\n', { status: 404 });
  return new Response(null, {
    status: 302,
    headers: { location: url, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
  });
}

/** A glance of a mail scanner is no click. */
export function HEAD(): Response {
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
}
