import { database } from '@/db/pool';
import { listCaughtMail } from '@/domain/mail/caught';
import { env } from '@/lib/env';

const SHOWN = 200;

/** The demo's mails for programs: what /dev/mail shows to people. */
export async function GET(): Promise<Response> {
  if (!env().demo) return new Response(null, { status: 404 });
  return Response.json(await listCaughtMail(database(), SHOWN), { headers: { 'cache-control': 'no-store' } });
}
