import { eq, type SQL } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Db } from '@/db/client';
import { orderEvent, planOrder } from '@/db/schema/billing';
import { EVENT_TYPES } from './event-types';
import { type FulfilContext, fulfilCheckout } from './fulfil';
import { readPayment } from './reading';

export type EventHandled =
  | 'done'
  /** It was dealt with before. */
  | 'repeated'
  /** Of a type, or about a payment, that is not ours to deal with. */
  | 'ignored';

/**
 * Deals with an event of Stripe: finds the order that it concerns, asks Stripe how that stands, and fulfils it. The
 * event's own words are used for finding the order and for nothing else. Safe to repeat, late and out of order. Throws
 * where Stripe or the database fails: then the event has to come again.
 */
export async function handleEvent(
  db: Db,
  payments: Stripe,
  event: Stripe.Event,
  context: Omit<FulfilContext, 'event'>,
): Promise<EventHandled> {
  if (!(EVENT_TYPES as readonly string[]).includes(event.type)) return 'ignored';
  // Only spares Stripe the question: what counts is the insertion.
  if ((await db.$count(orderEvent, eq(orderEvent.id, event.id))) > 0) return 'repeated';
  const found = await findOrder(db, payments, event.data.object as unknown as EventObject);
  if (!found) return 'ignored';
  const { handled } = await fulfilCheckout(db, found.orderId, await readPayment(payments, found.sessionId), {
    ...context,
    event: { id: event.id, type: event.type, at: new Date(event.created * 1_000) },
  });
  return handled ? 'done' : 'repeated';
}

/** As much of an event's object as tells which order it is about. */
type EventObject = {
  object: string;
  id: string;
  client_reference_id?: string | null;
  payment_intent?: string | { id: string } | null;
  metadata?: Record<string, string> | null;
};

type Found = { orderId: number; sessionId: string };

async function findOrder(db: Db, payments: Stripe, object: EventObject): Promise<Found | null> {
  if (object.object === 'checkout.session') {
    const order = object.client_reference_id ? await findBy(db, object.client_reference_id) : null;
    return order && { orderId: order.id, sessionId: object.id };
  }
  if (object.object === 'invoice') {
    const order = object.metadata?.order ? await findBy(db, object.metadata.order) : null;
    return order?.sessionId ? { orderId: order.id, sessionId: order.sessionId } : null;
  }
  const intentId =
    typeof object.payment_intent === 'string' ? object.payment_intent : object.payment_intent?.id;
  if (!intentId) return null;
  const [known] = await findWhere(db, eq(planOrder.paymentIntentId, intentId));
  if (known?.sessionId) return { orderId: known.id, sessionId: known.sessionId };
  // A refund may be heard of before the payment is.
  const { data } = await payments.checkout.sessions.list({ payment_intent: intentId, limit: 1 });
  return data[0] ? findOrder(db, payments, data[0] as unknown as EventObject) : null;
}

async function findBy(db: Db, reference: string) {
  return (await findWhere(db, eq(planOrder.reference, reference)))[0] ?? null;
}

async function findWhere(db: Db, where: SQL) {
  return db.select({ id: planOrder.id, sessionId: planOrder.sessionId }).from(planOrder).where(where);
}
