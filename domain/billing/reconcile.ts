import { asc, inArray, lte, min, sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Db } from '@/db/client';
import { planOrder, stripeCursor } from '@/db/schema/billing';
import { EVENT_TYPES } from './event-types';
import { handleEvent } from './events';
import { checkOrder, type FulfilContext, writeOff } from './fulfil';
import { openSession } from './open-session';
import type { Order } from './order-effects';

const MINUTE_MS = 60_000;
/** Younger orders are being paid just now. */
const PATIENCE_MS = 15 * MINUTE_MS;
/** Stripe's list may get an event a little later than its time says. */
const OVERLAP_MS = 60 * MINUTE_MS;

export type Reconciled = { orders: number; events: number };

/**
 * Makes up for what no webhook told: looks up every order that has waited for a quarter of an hour, and reads Stripe's
 * list of events from where it was read to. Safe to repeat and to run beside others. Does all it can, and throws an
 * AggregateError of what failed; the cursor stays then.
 */
export async function reconcileOrders(db: Db, payments: Stripe, context: FulfilContext): Promise<Reconciled> {
  const failures: unknown[] = [];
  const tryTo = async (work: () => Promise<unknown>): Promise<number> => {
    try {
      return (await work()) ? 1 : 0;
    } catch (error) {
      failures.push(error);
      return 0;
    }
  };

  let orders = 0;
  for (const order of await listWaiting(db, context.now))
    orders += await tryTo(() => lookUp(db, payments, order, context));

  let events = 0;
  const since = await readFrom(db);
  if (since) {
    for (const event of await listEvents(payments, since))
      events += await tryTo(async () => (await handleEvent(db, payments, event, context)) === 'done');
    if (failures.length === 0) await moveCursor(db, context.now);
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Not every order could be reconciled');
  return { orders, events };
}

async function listWaiting(db: Db, now: Date): Promise<Order[]> {
  return db
    .select()
    .from(planOrder)
    .where(
      sql`${inArray(planOrder.state, ['open', 'processing'])} and ${lte(planOrder.createdAt, new Date(now.getTime() - PATIENCE_MS))}`,
    )
    .orderBy(asc(planOrder.id));
}

/** Asks Stripe about an order; where we never heard of its checkout, by asking for it again. */
async function lookUp(db: Db, payments: Stripe, order: Order, context: FulfilContext): Promise<boolean> {
  const opened = await openSession(db, payments, order);
  if ('refusal' in opened) {
    await writeOff(db, order.id, context);
    return true;
  }
  const checked = await checkOrder(db, payments, { id: order.id, sessionId: opened.session.id }, context);
  return checked !== null && checked.state !== order.state;
}

/** From when on events may concern us and not be dealt with; null on a portal that has sold nothing yet. */
async function readFrom(db: Db): Promise<Date | null> {
  const [cursor] = await db.select({ readTo: stripeCursor.readTo }).from(stripeCursor);
  if (cursor) return new Date(cursor.readTo.getTime() - OVERLAP_MS);
  const [first] = await db.select({ at: min(planOrder.createdAt) }).from(planOrder);
  return first?.at ?? null;
}

/** The oldest first. Stripe keeps them for thirty days. */
async function listEvents(payments: Stripe, since: Date): Promise<Stripe.Event[]> {
  const events: Stripe.Event[] = [];
  const wanted = {
    types: [...EVENT_TYPES],
    created: { gte: Math.floor(since.getTime() / 1_000) },
    limit: 100,
  };
  for await (const event of payments.events.list(wanted)) events.push(event);
  return events.reverse();
}

async function moveCursor(db: Db, readTo: Date): Promise<void> {
  await db
    .insert(stripeCursor)
    .values({ readTo })
    .onConflictDoUpdate({
      target: stripeCursor.one,
      set: { readTo: sql`greatest(${stripeCursor.readTo}, excluded.read_to)` },
    });
}
