import { eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { planOrder } from '@/db/schema/billing';
import { DomainError } from '@/lib/errors';
import { checkOrder, type FulfilContext, type Fulfilled } from './fulfil';
import type { Order } from './order-effects';
import { isRefundable, standingOf } from './rules';

export type RefundWanted = {
  orderId: number;
  /** Minor units. */
  amount: number | null;
  /** What had been given back, as far as whoever asks knew. */
  refundedBefore?: number;
  /** For the log. */
  reason?: string;
};

/**
 * Gives a buyer back `amount` minor units of an order, or all that is left where that is null, through Stripe, and does
 * what follows. A second click on the same form refunds nothing more. Null where there is no such order; throws
 * DomainError `not_refundable` where nothing (so much) can be given back, `refunded_meanwhile` where more had been given
 * back already than was known.
 */
export async function refundOrder(
  db: Db,
  payments: Stripe,
  { orderId, amount, refundedBefore, reason }: RefundWanted,
  { actor, ...context }: FulfilContext & { actor: string },
): Promise<Fulfilled | null> {
  const order = await findOrder(db, orderId);
  if (!order) return null;
  if (refundedBefore !== undefined && refundedBefore !== order.amountRefunded)
    throw new DomainError('refunded_meanwhile');
  const left = (order.amountTotal ?? 0) - order.amountRefunded;
  const wanted = amount ?? left;
  if (!order.paymentIntentId || !isRefundable(order.state) || wanted < 1 || wanted > left)
    throw new DomainError('not_refundable');
  await payments.refunds.create(
    {
      payment_intent: order.paymentIntentId,
      amount: wanted,
      reason: 'requested_by_customer',
      metadata: { order: order.reference },
    },
    // Another one after one that failed is no repetition of it.
    { idempotencyKey: `${order.reference}-refund-${order.amountRefunded + order.refundFailed}-${wanted}` },
  );
  await recordEvent(db, {
    at: context.now,
    actor,
    type: 'order.refund_asked',
    subject: 'order',
    subjectId: orderId,
    data: { amount: wanted, currency: order.currency, ...(reason && { reason }) },
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
  if (!order?.paymentIntentId || order.outcome !== 'refused' || standingOf(order.state) === 'taken') return;
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
