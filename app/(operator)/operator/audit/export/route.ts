import { Readable } from 'node:stream';
import { requireOperator } from '@/app/session';
import { database } from '@/db/pool';
import { type AuditFilter, type AuditLine, exportActs } from '@/domain/operator/audit';
import { eventLabel, eventReason } from '@/domain/operator/rules';
import { toCsvLine } from '@/lib/csv';
import { readAuditFilter } from '../filter';

/** The log as CSV, as far as its filter lets through; sent as it is read. */
export async function GET(request: Request): Promise<Response> {
  await requireOperator('/operator/audit');
  const filter = readAuditFilter(Object.fromEntries(new URL(request.url).searchParams));
  const day = new Date().toISOString().slice(0, 10);
  return new Response(Readable.toWeb(Readable.from(writeLog(filter))) as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="audit-${day}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}

async function* writeLog(filter: AuditFilter): AsyncGenerator<Buffer> {
  const head = ['When (UTC)', 'Who', 'Type', 'What', 'Subject', 'Number', 'Name', 'Reason', 'Data'];
  yield Buffer.from(toCsvLine(head));
  for await (const lines of exportActs(database(), filter)) {
    yield Buffer.from(lines.map((line) => toCsvLine(cellsOf(line))).join(''));
  }
}

function cellsOf({ at, email, userId, type, subject, subjectId, name, data }: AuditLine): string[] {
  return [
    at,
    email ?? userId,
    type,
    eventLabel(type),
    subject,
    subjectId === 0 ? '' : String(subjectId),
    name ?? '',
    eventReason(data) ?? '',
    data ? JSON.stringify(data) : '',
  ];
}
