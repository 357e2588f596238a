import { and, eq, inArray, sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { planOrder } from '@/db/schema/billing';
import { company } from '@/db/schema/companies';
import { offer } from '@/db/schema/offers';
import type { CompanyId } from '@/domain/companies/input';
import { closesFirst } from '@/domain/offers/closing';
import { stamp } from '@/domain/offers/moves';
import { readSettings, type Settings } from '@/domain/settings/settings';
import { DomainError } from '@/lib/errors';
import { type CheckoutUrls, checkoutEnd, checkoutRequest } from './checkout-request';
import { ensureCustomer, forgetCustomer } from './customers';
import { checkOrder, type FulfilContext, writeOff } from './fulfil';
import { isMissingCustomer, openSession } from './open-session';
import { moveUnlisted, type Order } from './order-effects';
import { findPlan, type Plan } from './plans';
import { isSellable, purposeOf, standingOf } from './rules';

export type CheckoutInput = {
  companyId: CompanyId;
  /** Null for a pack. */
  offerId: number | null;
  planCode: string;
  user: { id: string; email: string };
  /** Where Stripe sends the buyer afterwards. */
  urls: (orderId: number) => CheckoutUrls;
};

export type Checkout =
  /** To be paid at `url`, Stripe's page. */
  | { kind: 'payable'; orderId: number; url: string }
  /** An earlier checkout of the same turns out to be paid, or on its way. */
  | { kind: 'paid' | 'processing'; orderId: number };

/** Fewer seconds than this are not enough to pay in: the checkout is closed and another opened. */
const TIME_TO_PAY_MS = 60_000;
const TURNS = 4;

/**
 * Opens a checkout for a plan, at the price of the plan table, or resolves to the one that is open already: of what
 * could be paid for the same there is never more than one. Null where the company has no such offer. Throws
 * DomainError `no_such_plan`, or `not_for_sale` where the offer's state has no use for it; as Stripe's SDK does where
 * Stripe does not answer: then nothing is lost, and to repeat it goes on from there.
 */
export async function startCheckout(
  db: Db,
  payments: Stripe,
  input: CheckoutInput,
  context: FulfilContext,
): Promise<Checkout | null> {
  const plan = await findPlan(db, input.planCode);
  if (!plan || (purposeOf(plan.kind) === 'pack') !== (input.offerId === null))
    throw new DomainError('no_such_plan');
  const settings = await readSettings(db);

  for (let turn = 0; turn < TURNS; turn++) {
    const customerId = await ensureCustomer(db, payments, input.companyId, input.user.email);
    const placed = await placeOrder(db, input, { plan, customerId, settings }, context);
    if (!placed) return null;
    const { order, fresh, wanted } = placed;
    const opened = await openSession(db, payments, order);
    if ('refusal' in opened) {
      await writeOff(db, order.id, context);
      // The next turn makes a customer, or an order whose half hour begins now; any other refusal is a fault of ours.
      if (isMissingCustomer(opened.refusal)) await forgetCustomer(db, input.companyId);
      else if (fresh) throw opened.refusal;
      continue;
    }
    const { session } = opened;
    if (session.status === 'open') {
      const timeLeft = session.expires_at * 1_000 - context.now.getTime();
      if (session.url && wanted && timeLeft >= TIME_TO_PAY_MS)
        return { kind: 'payable', orderId: order.id, url: session.url };
      await closeSession(payments, session.id);
    }
    const checked = await checkOrder(db, payments, { id: order.id, sessionId: session.id }, context);
    if (checked?.state === 'processing') return { kind: 'processing', orderId: order.id };
    if (checked && !['waiting', 'released'].includes(standingOf(checked.state)))
      return { kind: 'paid', orderId: order.id };
  }
  throw new Error(`No checkout could be opened for ${input.planCode}`);
}

/**
 * Gives up an order that nobody has paid: its checkout is closed at Stripe, and the offer is a draft again. Resolves
 * to its state, which is another than `expired` where it was paid after all; null where the company has no such order.
 */
export async function cancelCheckout(
  db: Db,
  payments: Stripe,
  { companyId, orderId }: { companyId: CompanyId; orderId: number },
  context: FulfilContext,
): Promise<Order['state'] | null> {
  const [order] = await db
    .select()
    .from(planOrder)
    .where(and(eq(planOrder.id, orderId), eq(planOrder.companyId, companyId)));
  if (!order) return null;
  if (order.state !== 'open') return order.state;
  const opened = await openSession(db, payments, order);
  if ('refusal' in opened) {
    await writeOff(db, order.id, context);
    return 'expired';
  }
  if (opened.session.status === 'open') await closeSession(payments, opened.session.id);
  const checked = await checkOrder(db, payments, { id: orderId, sessionId: opened.session.id }, context);
  return checked?.state ?? order.state;
}

/** Closes a checkout; one that was paid or had run out at the same moment stays what it is. */
async function closeSession(payments: Stripe, sessionId: string): Promise<void> {
  try {
    await payments.checkout.sessions.expire(sessionId);
  } catch (error) {
    const { status } = await payments.checkout.sessions.retrieve(sessionId);
    if (status === 'open') throw error;
  }
}

type Terms = { plan: Plan; customerId: string; settings: Settings };

/**
 * The order that is being paid for the same already, or a new one; null where the company has no such offer. `wanted`
 * is false of one for another plan, or for an offer that was published or removed meanwhile.
 */
async function placeOrder(
  db: Db,
  { companyId, offerId, user, urls }: CheckoutInput,
  { plan, customerId, settings }: Terms,
  { now }: FulfilContext,
): Promise<{ order: Order; fresh: boolean; wanted: boolean } | null> {
  const purpose = purposeOf(plan.kind);
  return db.transaction(async (tx) => {
    const subject = await lockSubject(tx, companyId, offerId, now);
    if (subject === undefined) return null;
    const [waiting] = await tx
      .select()
      .from(planOrder)
      .where(
        and(
          eq(planOrder.companyId, companyId),
          offerId === null ? undefined : eq(planOrder.offerId, offerId),
          eq(planOrder.purpose, purpose),
          // A pack whose payment is on its way does not keep anybody from buying another.
          inArray(planOrder.state, offerId === null ? ['open'] : ['open', 'processing']),
        ),
      );
    const isBeingBought = purpose === 'publication' && subject?.state === 'awaiting_payment';
    const isUseful = !subject || isSellable(purpose, subject) || isBeingBought;
    if (waiting) return { order: waiting, fresh: false, wanted: isUseful && waiting.planCode === plan.code };
    if (!isUseful) throw new DomainError('not_for_sale');

    const [next] = await tx.execute<{ id: number }>(
      sql`select nextval(pg_get_serial_sequence('plan_order', 'id'))::int as id`,
    );
    const id = next?.id ?? 0;
    const reference = crypto.randomUUID();
    const expiresAt = checkoutEnd(now);
    const wanted = { reference, plan, customerId, settings, urls: urls(id) };
    const request = checkoutRequest({ ...wanted, offerTitle: subject?.title ?? null }, expiresAt);
    const { code, kind, name, price, currency, days, credits, creditDays } = plan;
    const [order] = await tx
      .insert(planOrder)
      .values({
        ...{ id, reference, companyId, offerId, userId: user.id, purpose, state: 'open' as const },
        ...{ planCode: code, planKind: kind, planName: name, price, currency, days, credits, creditDays },
        ...{ checkout: request as Record<string, unknown>, expiresAt, createdAt: now, updatedAt: now },
      })
      .returning();
    if (!order) throw new Error('The insert returned no row');
    const actor = `user:${user.id}`;
    await recordEvent(tx, { at: now, actor, type: 'order.open', subject: 'order', subjectId: id });
    if (purpose === 'publication') {
      await moveUnlisted(tx, offerId, ['draft'], sql`state = 'awaiting_payment'`, {
        now,
        actor,
        event: 'offer.awaiting_payment',
        data: { order: id },
      });
    }
    return { order, fresh: true, wanted: true };
  });
}

/**
 * Keeps others from buying for the same offer at the same moment, or a pack for the same company. Null for a pack;
 * undefined where the company has no such offer.
 */
async function lockSubject(db: Db, companyId: CompanyId, offerId: number | null, now: Date) {
  if (offerId === null) {
    await db.select().from(company).where(eq(company.id, companyId)).for('no key update');
    return null;
  }
  const [found] = await db
    .select({
      title: offer.title,
      state: offer.state,
      featured: offer.featured,
      closesFirst: closesFirst(stamp(now)),
    })
    .from(offer)
    .where(and(eq(offer.id, offerId), eq(offer.companyId, companyId)))
    .for('no key update');
  return found;
}
