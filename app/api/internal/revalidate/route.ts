import { timingSafeEqual } from 'node:crypto';
import { revalidateTag } from 'next/cache';
import { z } from 'zod';
import { freshness } from '@/app/freshness';

const tags = z.array(z.string().min(1).max(200));

/** Called by this process itself (app/freshness.ts) with a secret that never leaves it. */
export async function POST(request: Request): Promise<Response> {
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${freshness().secret}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return new Response(null, { status: 404 });
  }
  for (const tag of tags.parse(await request.json())) revalidateTag(tag, { expire: 0 });
  return new Response(null, { status: 204 });
}
