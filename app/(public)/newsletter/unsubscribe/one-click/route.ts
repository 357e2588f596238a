import { seeOther } from '@/app/requests';
import { database } from '@/db/pool';
import { leaveAll, leaveList } from '@/domain/newsletter/leave';
import { readLeaveLink } from '@/domain/newsletter/links';
import { authSecret } from '@/lib/env';

/**
 * What mail programs call for their reader (RFC 8058): without cookies, without a page, and as often as they
 * like. What was left before is left.
 */
export async function POST(request: Request): Promise<Response> {
  const leaving = readLeaveLink(Object.fromEntries(new URL(request.url).searchParams), authSecret());
  if (!leaving) return plain(404, 'This is not an address of ours.');
  const options = { by: 'one_click' as const, deliveryId: leaving.deliveryId, now: new Date() };
  if ('subscriptionId' in leaving) await leaveList(database(), leaving.subscriptionId, options);
  else await leaveAll(database(), leaving.subscriberId, options);
  return plain(200, 'You have left.');
}

/** Somebody who opens it in a browser gets the page with the button. Nothing is changed. */
export function GET(request: Request): Response {
  return seeOther(`/newsletter/unsubscribe${new URL(request.url).search}`);
}

function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
