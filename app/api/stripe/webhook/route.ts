import { fulfilContext, payments } from '@/app/payments';
import { readBody } from '@/app/requests';
import { database } from '@/db/pool';
import { receiveEvent } from '@/domain/billing/webhook';
import { paymentSettings } from '@/lib/env';
import { DomainError } from '@/lib/errors';
import { log } from '@/lib/log';

/** No event of Stripe comes near this. */
const MAX_BYTES = 1_000_000;

/** Stripe sends an event again, for days, until it is answered with 2xx. */
export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request, MAX_BYTES);
  if (!body) return answer(413, 'too large');
  try {
    const signature = request.headers.get('stripe-signature');
    const { webhookSecret: secret } = paymentSettings();
    const delivery = { body, signature, secret };
    const { event, handled } = await receiveEvent(database(), payments(), delivery, fulfilContext());
    log.info({ event: event.id, type: event.type, handled }, 'payment event');
    return answer(200, handled);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'bad_signature') {
      log.warn({ reason: error.message }, 'payment event refused');
      return answer(400, 'bad signature');
    }
    log.error({ err: error }, 'payment event not dealt with');
    return answer(500, 'try again');
  }
}

function answer(status: number, said: string): Response {
  return Response.json({ said }, { status });
}
