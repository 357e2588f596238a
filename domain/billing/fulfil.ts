import { eq, sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { orderEvent, planOrder } from '@/db/schema/billing';
import { inTurn } from '@/domain/offers/changes';
import { readSettings } from '@/domain/settings/settings';
import { tellOfChange } from './mails';
import { applyEffect, give, type Order } from './order-effects';
import { type PaymentReading, readPayment } from './reading';
import {
  checkoutOf,
  effectsBetween,
  joinFacts,
  type OrderOutcome,
  type OrderState,
  orderStateOf,
  type PaymentFacts,
} from './rules';

/** An event of Stripe by which we hear of a payment. */
export type HeardBy = { id: string; type: string; at: Date };

export type FulfilContext = {
  now: Date;
  /** OPERATOR_EMAIL; operators with an account are told too. */
  operatorEmail: string | undefined;
  /** Where it was an event that told. */
  event?: HeardBy;
};

export type Fulfilled = {
  state: OrderState;
  outcome: OrderOutcome | null;
  /** False where nothing was done: the event had been dealt with before, or concerns no payment of the order's. */
  handled: boolean;
};

/**
 * Brings an order to what a reading of its payment says, and does what follows: publishes, extends, upgrades,
 * books credits, suspends, takes back, tells people. One transaction, with the id of the event. Readings may come
 * late, twice, in any order and at the same time: what was given is given once, and nothing that was known is
 * forgotten. A payment for which there is nothing left to give is sent back (task `return-payment`). Throws where
 * there is no such order, or the payment is another's.
 */
export async function fulfilCheckout(
  db: Db,
  orderId: number,
  reading: PaymentReading,
  { now, operatorEmail, event }: FulfilContext,
): Promise<Fulfilled> {
  const known = await findOrder(db, orderId);
  if (!isPaymentOf(known, reading)) return unhandled(known);
  if (tellsNothing(known, reading)) {
    // Most events: what they tell was read with an earlier one. No need to wait for others.
    if (event && !(await noteEvent(db, orderId, event, now))) return unhandled(known);
    return { ...unhandled(known), handled: true };
  }
  return inTurn(db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!isPaymentOf(order, reading)) return unhandled(order);
    if (event && !(await noteEvent(tx, orderId, event, now))) return unhandled(order);
    return settle(tx, order, reading, { now, operatorEmail });
  });
}

/** Asks Stripe about an order and fulfils what it says; null for an order that has no checkout there (yet). */
export async function checkOrder(
  db: Db,
  payments: Stripe,
  order: Pick<Order, 'id' | 'sessionId'>,
  context: FulfilContext,
): Promise<Fulfilled | null> {
  if (order.sessionId === null) return null;
  return fulfilCheckout(db, order.id, await readPayment(payments, order.sessionId), context);
}

/** Closes an order that Stripe never opened a checkout for: it cannot be paid any more. */
export async function writeOff(
  db: Db,
  orderId: number,
  { now, operatorEmail }: FulfilContext,
): Promise<void> {
  await inTurn(db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order.sessionId !== null || order.state !== 'open') return;
    const facts: PaymentFacts = { ...factsOf(order), checkout: 'expired' };
    await settle(tx, order, { facts }, { now, operatorEmail });
  });
}

async function findOrder(db: Db, orderId: number): Promise<Order> {
  const [order] = await db.select().from(planOrder).where(eq(planOrder.id, orderId));
  if (!order) throw new Error(`There is no order ${orderId}`);
  return order;
}

/** No stronger lock than that: an event that refers to the order must not have to wait for it. */
async function lockOrder(db: Db, orderId: number): Promise<Order> {
  const [order] = await db.select().from(planOrder).where(eq(planOrder.id, orderId)).for('no key update');
  if (!order) throw new Error(`There is no order ${orderId}`);
  return order;
}

/**
 * A checkout that Stripe made without our hearing of it can be another than the order's (open-session.ts). Nobody can
 * have paid it.
 */
function isPaymentOf(order: Order, { reference, sessionId, facts }: PaymentReading): boolean {
  const isOther = order.sessionId === null ? facts.checkout === 'expired' : order.sessionId !== sessionId;
  if (reference === order.reference && !isOther) return true;
  if (facts.checkout === 'open' || facts.checkout === 'expired') return false;
  throw new Error(`The payment ${sessionId} is not that of order ${order.id}`);
}

/** Facts only grow: what adds nothing to them now adds nothing later. */
function tellsNothing(
  order: Order,
  { facts, paymentIntentId, invoiceUrl, receiptUrl }: PaymentReading,
): boolean {
  const known = factsOf(order);
  return (
    JSON.stringify(joinFacts(known, facts)) === JSON.stringify(known) &&
    order.paymentIntentId === paymentIntentId &&
    (order.invoiceUrl !== null || invoiceUrl === null) &&
    (order.receiptUrl !== null || receiptUrl === null)
  );
}

function unhandled({ state, outcome }: Order): Fulfilled {
  return { state, outcome, handled: false };
}

async function noteEvent(db: Db, orderId: number, event: HeardBy, now: Date): Promise<boolean> {
  const noted = await db
    .insert(orderEvent)
    .values({ ...event, orderId, handledAt: now })
    .onConflictDoNothing()
    .returning();
  return noted.length > 0;
}

async function settle(
  db: Db,
  before: Order,
  reading: Partial<PaymentReading> & { facts: PaymentFacts },
  { now, operatorEmail }: FulfilContext,
): Promise<Fulfilled> {
  const facts = joinFacts(factsOf(before), reading.facts);
  const state = orderStateOf(facts);
  const [order] = await db
    .update(planOrder)
    .set({
      state,
      amountTotal: checkoutOf(state) === 'paid' ? facts.amountTotal : null,
      amountRefunded: facts.amountRefunded - facts.refundFailed,
      refundFailed: facts.refundFailed,
      disputes: facts.disputes,
      sessionId: before.sessionId ?? reading.sessionId,
      paymentIntentId: reading.paymentIntentId ?? before.paymentIntentId,
      invoiceUrl: reading.invoiceUrl ?? before.invoiceUrl,
      receiptUrl: reading.receiptUrl ?? before.receiptUrl,
      updatedAt: now,
    })
    .where(eq(planOrder.id, before.id))
    .returning();
  if (!order) throw new Error(`There is no order ${before.id}`);

  const actor = order.userId === null ? 'system' : `user:${order.userId}`;
  const refundsFailed = order.refundFailed - before.refundFailed;
  if (state !== before.state || order.amountRefunded !== before.amountRefunded || refundsFailed > 0) {
    await recordEvent(db, {
      at: now,
      actor: 'system',
      type: refundsFailed > 0 ? 'order.refund_failed' : `order.${state}`,
      subject: 'order',
      subjectId: order.id,
      data: {
        from: before.state,
        total: facts.amountTotal,
        refunded: order.amountRefunded,
        ...(refundsFailed > 0 && { failed: refundsFailed }),
        currency: order.currency,
      },
    });
  }
  let after = order;
  for (const effect of effectsBetween(before.state, state)) {
    if (effect !== 'give') await applyEffect(db, effect, after, { now, actor: 'system' });
    else {
      const { reviewBeforePublishing: review } = await readSettings(db);
      after = await give(db, after, { now, actor, review });
      if (after.outcome === 'refused') await returnLater(db, after);
    }
  }
  await tellOfChange(db, after, before, operatorEmail);
  return { state: after.state, outcome: after.outcome, handled: true };
}

function factsOf(order: Order): PaymentFacts {
  return {
    checkout: checkoutOf(order.state),
    amountTotal: order.amountTotal ?? 0,
    amountRefunded: order.amountRefunded + order.refundFailed,
    refundFailed: order.refundFailed,
    wasRefunded: order.state === 'refunded' || order.state === 'refund_failed',
    disputes: order.disputes,
  };
}

/** The refund is asked for once the payment's own transaction stands. */
async function returnLater(db: Db, order: Order): Promise<void> {
  if (!order.amountTotal) return;
  await db.execute(sql`
    select graphile_worker.add_job('return-payment', ${JSON.stringify({ orderId: order.id })}::json,
      job_key => ${`return-payment-${order.id}`})`);
}
