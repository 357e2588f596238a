import type Stripe from 'stripe';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { checkOrder, type FulfilContext, type Fulfilled } from '@/domain/billing/fulfil';
import { type RefundWanted, refundOrder } from '@/domain/billing/refunds';
import { DomainError } from '@/lib/errors';
import { getOrderFile } from './orders';

type Context = FulfilContext & { actor: string };

/**
 * Gives back an order in full or in part, for the reason that the log keeps. Null where there is no such order; throws
 * as `refundOrder` does, and as Stripe's SDK does where Stripe does not answer: to repeat it refunds nothing twice.
 */
export async function giveBack(
  db: Db,
  payments: Stripe,
  wanted: Required<RefundWanted>,
  context: Context,
): Promise<Fulfilled | null> {
  return refundOrder(db, payments, wanted, context);
}

/**
 * Asks Stripe about an order once more and does what follows, as its webhook does. Null where there is no such order;
 * throws DomainError `no_checkout` where Stripe knows of none.
 */
export async function fulfilAgain(
  db: Db,
  payments: Stripe,
  orderId: number,
  { actor, ...context }: Context,
): Promise<Fulfilled | null> {
  const order = await getOrderFile(db, orderId);
  if (!order) return null;
  const fulfilled = await checkOrder(db, payments, order, context);
  if (!fulfilled) throw new DomainError('no_checkout');
  await recordEvent(db, {
    at: context.now,
    actor,
    type: 'order.checked',
    subject: 'order',
    subjectId: orderId,
    ...(order.state !== fulfilled.state && { data: { from: order.state, to: fulfilled.state } }),
  });
  return fulfilled;
}
