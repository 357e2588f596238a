import { seeOther } from '@/app/requests';
import { database } from '@/db/pool';
import { exportOwnData } from '@/domain/newsletter/own-data';
import { openPreferences } from '@/domain/newsletter/preferences';
import { authSecret } from '@/lib/env';

/** All that is kept about the holder of a preferences link, as a file. Reads only. */
export async function GET(request: Request): Promise<Response> {
  const { search, searchParams } = new URL(request.url);
  const params = Object.fromEntries(searchParams);
  const opened = await openPreferences(database(), params, authSecret(), new Date());
  if (!opened || opened.expired) return seeOther(`/newsletter/preferences${search}`);
  const data = await exportOwnData(database(), opened.reader);
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="my-data.json"',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}
