import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Db } from '@/db/client';
import { orderEvent, planOrder } from '@/db/schema/billing';
import { offer } from '@/db/schema/offers';
import type { CompanyId } from '@/domain/companies/input';
import { checkOrder, type FulfilContext } from './fulfil';

const ROW = {
  id: planOrder.id,
  state: planOrder.state,
  outcome: planOrder.outcome,
  purpose: planOrder.purpose,
  planName: planOrder.planName,
  /** Without tax and discounts, in minor units. */
  price: planOrder.price,
  currency: planOrder.currency,
  /** As it was paid; null until then. */
  amountTotal: planOrder.amountTotal,
  amountRefunded: planOrder.amountRefunded,
  invoiceUrl: planOrder.invoiceUrl,
  receiptUrl: planOrder.receiptUrl,
  /** Where an open order can be paid. */
  checkoutUrl: planOrder.checkoutUrl,
  expiresAt: planOrder.expiresAt,
  packOrderId: planOrder.packOrderId,
  createdAt: planOrder.createdAt,
  fulfilledAt: planOrder.fulfilledAt,
  offerId: planOrder.offerId,
  offerTitle: offer.title,
  offerSlug: offer.slug,
  offerState: offer.state,
};

function selectOrders(db: Db) {
  return db.select(ROW).from(planOrder).leftJoin(offer, eq(offer.id, planOrder.offerId));
}
export type OrderRow = Awaited<ReturnType<typeof selectOrders>>[number];

/** A company's orders, the newest first. */
export async function listOrders(
  db: Db,
  companyId: CompanyId,
  { limit, offset }: { limit: number; offset: number },
): Promise<OrderRow[]> {
  return selectOrders(db)
    .where(eq(planOrder.companyId, companyId))
    .orderBy(desc(planOrder.id))
    .limit(limit)
    .offset(offset);
}

/** An order of the company; null if it has no such. */
export async function findOrder(db: Db, companyId: CompanyId, orderId: number): Promise<OrderRow | null> {
  const [order] = await selectOrders(db).where(
    and(eq(planOrder.id, orderId), eq(planOrder.companyId, companyId)),
  );
  return order ?? null;
}

/**
 * The order to which a buyer comes back from Stripe, brought to what Stripe says of it, whether or not its webhook was
 * faster; null where the company has no order with that checkout. Where Stripe does not answer, the order as we know it.
 */
export async function findReturningOrder(
  db: Db,
  payments: Stripe,
  { companyId, sessionId }: { companyId: CompanyId; sessionId: string },
  context: FulfilContext,
): Promise<OrderRow | null> {
  const [found] = await db
    .select({ id: planOrder.id, sessionId: planOrder.sessionId, state: planOrder.state })
    .from(planOrder)
    .where(and(eq(planOrder.sessionId, sessionId), eq(planOrder.companyId, companyId)));
  if (!found) return null;
  if (found.state === 'open' || found.state === 'processing') {
    try {
      await checkOrder(db, payments, found, context);
    } catch (error) {
      // The webhook or the reconciler will know: the buyer can wait for them.
      if (!isStripeError(error)) throw error;
    }
  }
  return findOrder(db, companyId, found.id);
}

/** For how many days an offer that waits to be read is paid for; null where nobody has paid. */
export async function findPaidDays(db: Db, offerId: number): Promise<number | null> {
  const [order] = await db
    .select({ days: planOrder.days })
    .from(planOrder)
    .where(
      and(
        eq(planOrder.offerId, offerId),
        eq(planOrder.outcome, 'in_review'),
        inArray(planOrder.state, ['paid', 'partly_refunded']),
      ),
    )
    .orderBy(desc(planOrder.fulfilledAt))
    .limit(1);
  return order?.days ?? null;
}

/** What Stripe told about an order, in sequence. */
export async function listOrderEvents(db: Db, orderId: number) {
  return db
    .select({ id: orderEvent.id, type: orderEvent.type, at: orderEvent.at, handledAt: orderEvent.handledAt })
    .from(orderEvent)
    .where(eq(orderEvent.orderId, orderId))
    .orderBy(asc(orderEvent.at), asc(orderEvent.handledAt), asc(orderEvent.id));
}

function isStripeError(error: unknown): boolean {
  return error instanceof Error && String((error as { type?: unknown }).type).startsWith('Stripe');
}
