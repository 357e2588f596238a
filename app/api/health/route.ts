import { sql } from 'drizzle-orm';
import { freshness } from '@/app/freshness';
import { database } from '@/db/pool';

export const dynamic = 'force-dynamic';

/** 200 when Postgres answers and no page is left from the build; 503 otherwise. */
export async function GET(): Promise<Response> {
  const [postgres] = await Promise.allSettled([database().execute(sql`select 1`)]);
  if (postgres.status === 'rejected') return unavailable('database unreachable');
  if (!freshness().ready) return unavailable('starting');
  return Response.json({ status: 'ok' });
}

function unavailable(status: string): Response {
  return Response.json({ status }, { status: 503, headers: { 'retry-after': '1' } });
}
