import type Stripe from 'stripe';
import type { Db } from '@/db/client';
import { DomainError } from '@/lib/errors';
import { type EventHandled, handleEvent } from './events';
import type { FulfilContext } from './fulfil';

/**
 * Receives what Stripe delivers: `body` as it came, byte by byte, and its signature. Throws DomainError `bad_signature`
 * where that is missing, wrong or older than five minutes; nothing has been read or changed then. Any other error means
 * that the event has to come again.
 */
export async function receiveEvent(
  db: Db,
  payments: Stripe,
  { body, signature, secret }: { body: Buffer; signature: string | null; secret: string },
  context: FulfilContext,
): Promise<{ event: Stripe.Event; handled: EventHandled }> {
  const event = verify(payments, body, signature, secret);
  return { event, handled: await handleEvent(db, payments, event, context) };
}

function verify(payments: Stripe, body: Buffer, signature: string | null, secret: string): Stripe.Event {
  try {
    return payments.webhooks.constructEvent(body, signature ?? '', secret);
  } catch (error) {
    throw new DomainError('bad_signature', error instanceof Error ? error.message.split('\n')[0] : undefined);
  }
}
