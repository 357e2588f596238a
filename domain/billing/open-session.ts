import { and, eq, isNull } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Db } from '@/db/client';
import { planOrder } from '@/db/schema/billing';
import type { Order } from './order-effects';

/**
 * The checkout of an order at Stripe. One that is not known yet is asked for in the stored words with the order's own
 * key: however often that is repeated, there is one. `refusal` where Stripe will not open it, so that there is none;
 * any other error is thrown, and says nothing about whether there is one.
 */
export async function openSession(
  db: Db,
  payments: Stripe,
  order: Order,
): Promise<{ session: Stripe.Checkout.Session } | { refusal: unknown }> {
  if (order.sessionId !== null)
    return { session: await payments.checkout.sessions.retrieve(order.sessionId) };
  try {
    const session = await payments.checkout.sessions.create(
      order.checkout as Stripe.Checkout.SessionCreateParams,
      { idempotencyKey: `${order.reference}-${order.attempt}` },
    );
    await db
      .update(planOrder)
      .set({ sessionId: session.id, checkoutUrl: session.url })
      .where(and(eq(planOrder.id, order.id), isNull(planOrder.sessionId)));
    // A replay is the answer of that time; the session may have moved on.
    const isReplay = session.lastResponse.headers['idempotent-replayed'] === 'true';
    return { session: isReplay ? await payments.checkout.sessions.retrieve(session.id) : session };
  } catch (error) {
    if (isRefusal(error)) return { refusal: error };
    // Stripe would repeat its own fault under this key for a day. If it made a checkout all the same, nobody has its
    // address.
    if (typeOf(error) === 'StripeAPIError') {
      await db
        .update(planOrder)
        .set({ attempt: order.attempt + 1 })
        .where(and(eq(planOrder.id, order.id), eq(planOrder.attempt, order.attempt)));
    }
    throw error;
  }
}

/** Whether Stripe refused because it does not know that customer (any more). */
export function isMissingCustomer(error: unknown): boolean {
  const { code, param } = error as { code?: string; param?: string };
  return isRefusal(error) && code === 'resource_missing' && param === 'customer';
}

/** Stripe has read the request and will not do it: nothing came of it. */
function isRefusal(error: unknown): boolean {
  const { statusCode } = error as { statusCode?: number };
  return typeOf(error) === 'StripeInvalidRequestError' && (statusCode === 400 || statusCode === 404);
}

function typeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as { type?: string }).type : undefined;
}
