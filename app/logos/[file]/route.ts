import { database } from '@/db/pool';
import { findLogo } from '@/domain/companies/logo';

const FILE = /^(\d{1,9})-([0-9a-f]{16})\.webp$/;

/** A company's logo, under an address that is its own for ever: browsers need not ask twice. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const [, id, hash] = FILE.exec((await params).file) ?? [];
  const logo = id && hash ? await findLogo(database(), Number(id), hash) : null;
  if (!logo) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  const headers = { 'cache-control': 'public, max-age=31536000, immutable', etag: `"${hash}"` };
  if (request.headers.get('if-none-match')?.includes(`"${hash}"`)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(new Uint8Array(logo), { headers: { ...headers, 'content-type': 'image/webp' } });
}
