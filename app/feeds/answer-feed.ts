import { createHash } from 'node:crypto';
import { FEED_FORMATS, type FeedFormat } from './write-feed';

/** A feed as the answer to a request; without its body where the reader has this very one. */
export function answerFeed(request: Request, format: FeedFormat, body: string): Response {
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
