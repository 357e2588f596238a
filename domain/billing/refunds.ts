import { eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { planOrder } from '@/db/schema/billing';
import { DomainError } from '@/lib/errors';
import { checkOrder, type FulfilContext, type Fulfilled } from './fulfil';
import type { Order } from './order-effects';
import { standingOf } from './rules';

/**
 * Gives a buyer back `amount` minor units of an order, or all that is left where that is null, through Stripe, and does
 * what follows. A second click on the same form refunds nothing more. Null where there is no such order; throws
 * DomainError `not_refundable` where nothing (so much) can be given back.
 */
export async function refundOrder(
  db: Db,
  payments: Stripe,
  { orderId, amount }: { orderId: number; amount: number | null },
  { actor, ...context }: FulfilContext & { actor: string },
): Promise<Fulfilled | null> {
  const order = await findOrder(db, orderId);
  if (!order) return null;
  const left = (order.amountTotal ?? 0) - order.amountRefunded;
  const wanted = amount ?? left;
  if (!order.paymentIntentId || standingOf(order.state) !== 'given' || wanted < 1 || wanted > left)
    throw new DomainError('not_refundable');
  await payments.refunds.create(
    {
      payment_intent: order.paymentIntentId,
      amount: wanted,
      reason: 'requested_by_customer',
      metadata: { order: order.reference },
    },
    { idempotencyKey: `${order.reference}-refund-${order.amountRefunded}-${wanted}` },
  );
  await recordEvent(db, {
    at: context.now,
    actor,
    type: 'order.refund_asked',
    subject: 'order',
    subjectId: orderId,
    data: { amount: wanted },
  });
  return checkOrder(db, payments, order, context);
}

/** Sends a payment back that could do nothing for its offer. Safe to repeat; throws until Stripe has taken it. */
export async function returnPayment(
  db: Db,
  payments: Stripe,
  orderId: number,
  context: FulfilContext,
): Promise<void> {
  const order = await findOrder(db, orderId);
  if (!order?.paymentIntentId || order.outcome !== 'refused' || order.state === 'refunded') return;
  try {
    await payments.refunds.create(
      {
        payment_intent: order.paymentIntentId,
        reason: 'duplicate',
        metadata: { order: order.reference },
      },
      { idempotencyKey: `${order.reference}-return` },
    );
  } catch (error) {
    // By the operator, at Stripe.
    if ((error as { code?: string }).code !== 'charge_already_refunded') throw error;
  }
  await checkOrder(db, payments, order, context);
}

async function findOrder(db: Db, orderId: number): Promise<Order | null> {
  const [order] = await db.select().from(planOrder).where(eq(planOrder.id, orderId));
  return order ?? null;
}
