import { Readable } from 'node:stream';
import { requireOperator } from '@/app/session';
import { database } from '@/db/pool';
import { exportSubscribers } from '@/domain/operator/subscribers';
import { toCsvLine } from '@/lib/csv';

/** All subscribers as CSV, sent as they are read. */
export async function GET(): Promise<Response> {
  await requireOperator('/operator/subscribers');
  const day = new Date().toISOString().slice(0, 10);
  return new Response(Readable.toWeb(Readable.from(writeLines())) as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="subscribers-${day}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}

async function* writeLines(): AsyncGenerator<Buffer> {
  yield Buffer.from(
    toCsvLine(['Address', 'State', 'Newsletter', 'Alerts', 'Since (UTC)', 'Paused until (UTC)']),
  );
  for await (const lines of exportSubscribers(database())) {
    const rows = lines.map(({ email, state, newsletter, alerts, createdAt, pausedUntil }) =>
      toCsvLine([email, state, newsletter ? 'yes' : 'no', String(alerts), createdAt, pausedUntil ?? '']),
    );
    yield Buffer.from(rows.join(''));
  }
}
