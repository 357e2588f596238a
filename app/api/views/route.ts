import { after } from 'next/server';
import { isPerson } from '@/app/visitor';
import { database } from '@/db/pool';
import { recordViews } from '@/domain/offers/views';
import { clientAddress } from '@/lib/client-address';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { openTally } from './tally';

const FLUSH_MS = 5_000;

const tally = openTally((views) => recordViews(database(), views), FLUSH_MS);
// Next waits for what was left to `after` before it ends the process.
process.once('SIGTERM', tally.hurry);
process.once('SIGINT', tally.hurry);

/**
 * Where the page of an offer says that somebody has it before their eyes; the body is the offer's number. The
 * answer is the same whether or not it counts, and the database hears of it later.
 */
export async function POST(request: Request): Promise<Response> {
  const { headers } = request;
  const site = headers.get('sec-fetch-site');
  const body = await readBody(request);
  if (/^[1-9]\d{0,8}$/.test(body) && (site === null || site === 'same-origin') && isPerson(headers)) {
    const address = clientAddress(headers, env().TRUSTED_PROXIES);
    const userAgent = headers.get('user-agent') ?? '';
    const stored = tally.add({ offerId: Number(body), address, userAgent }, new Date());
    after(() => stored.catch((error) => log.warn({ err: error }, 'views will be counted later')));
  }
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
}

/** A number has a few digits: of anything longer nothing is read. */
async function readBody(request: Request): Promise<string> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  return length > 0 && length <= 20 ? request.text() : '';
}
