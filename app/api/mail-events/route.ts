import { readBody } from '@/app/requests';
import { database } from '@/db/pool';
import { faultOfSignature, mailEvents, takeMailEvents } from '@/domain/newsletter/mail-events';
import { authSecret, env } from '@/lib/env';
import { log } from '@/lib/log';

const MAX_BYTES = 1_000_000;

/** What became of mails, as the mail service reports it (docs/mail.md). Not there unless a secret is set. */
export async function POST(request: Request): Promise<Response> {
  const { MAIL_EVENTS_SECRET: secret } = env();
  if (!secret) return answer(404, 'MAIL_EVENTS_SECRET is not set');
  const body = (await readBody(request, MAX_BYTES))?.toString('utf8');
  if (body === undefined) return answer(413, 'too large');
  const now = new Date();
  const fault = faultOfSignature(request.headers.get('x-signature'), body, secret, now);
  if (fault) {
    log.warn({ fault }, 'mail events refused');
    return answer(400, `signature ${fault}`);
  }
  const read = mailEvents.safeParse(parseJson(body));
  if (!read.success) {
    log.warn({ faults: read.error.issues.slice(0, 5) }, 'mail events not understood');
    return answer(400, 'not understood');
  }
  const taken = await takeMailEvents(database(), read.data, authSecret(), now);
  log.info({ events: read.data.events.length, taken }, 'mail events');
  return Response.json({ taken });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function answer(status: number, said: string): Response {
  return Response.json({ said }, { status });
}
