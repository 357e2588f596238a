import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { planOrder } from '@/db/schema/billing';
import { offer } from '@/db/schema/offers';
import { recordEvents } from '@/domain/offers/changes';
import { stillToClose } from '@/domain/offers/closing';
import { liftSuspension, publishOffer, suspendOffer } from '@/domain/offers/lifecycle';
import { moveOffers, stamp } from '@/domain/offers/moves';
import { bookCredits, reverseCredits } from './credits';
import { type Effect, type OrderOutcome, outcomeOf } from './rules';

/** What an order does to offers and credits, in the transaction of its own change of state. */

export type Order = typeof planOrder.$inferSelect;
type When = { now: Date; actor: string };

const DISPUTED = 'The payment for this offer is disputed. It is off the list until that is settled.';
const UNPAID = ['draft', 'awaiting_payment'] as const;
const LISTINGS: readonly OrderOutcome[] = ['published', 'in_review', 'renewed'];

/** Does one effect (rules.ts) of an order, whose row already has its new state. */
export async function applyEffect(
  db: Db,
  effect: Exclude<Effect, 'give'>,
  order: Order,
  when: When,
): Promise<void> {
  if (effect === 'release') return release(db, order, when);
  if (order.purpose === 'pack') {
    if (effect === 'take') await reverseCredits(db, order.id, when.now);
    return applyToSpent(db, effect, order, when);
  }
  if (effect === 'hold') return hold(db, order, when);
  if (effect === 'lift') return lift(db, order, when);
  if (await isLatestListing(db, order)) await take(db, order, when);
}

/**
 * Gives what was paid for, and resolves to the order with its outcome: `refused` where the offer has no use for it
 * any more.
 */
export async function give(
  db: Db,
  order: Order,
  { now, actor, review }: When & { review: boolean },
): Promise<Order> {
  const outcome = outcomeOf(order.purpose, await lockOffer(db, order.offerId), { review });
  const id = order.offerId ?? 0;
  const at = stamp(now);
  const days = sql`make_interval(days => ${order.days})`;
  const by = { now, actor, data: { order: order.id, days: order.days } };
  const move = (set: SQL, event: string) => moveOffers(db, { where: sql`id = ${id}`, set, event, ...by });
  const featured = order.planKind === 'featured';
  switch (outcome) {
    case 'published':
      await db.update(offer).set({ featured }).where(eq(offer.id, id));
      await publishOffer(db, id, { now, actor, days: order.days });
      break;
    case 'in_review':
      await moveUnlisted(db, id, UNPAID, sql`state = 'in_review', featured = ${featured}`, {
        ...by,
        event: 'offer.submitted',
      });
      break;
    case 'extended':
      // The days of one that is paused or suspended stand still: they begin where it stopped.
      await move(
        sql`expires_at = case when state = 'live' then greatest(expires_at, ${at}) else expires_at end + ${days}`,
        'offer.extended',
      );
      break;
    case 'renewed':
      await move(
        sql`state = 'live', published_at = ${at}, confirmed_at = ${at}, asked_at = null, closed_at = null,
          featured = false, expires_at = greatest(expires_at, ${at}) + ${days}, closes_at = ${stillToClose(at)}`,
        'offer.renewed',
      );
      break;
    case 'upgraded':
      await move(sql`featured = true`, 'offer.upgraded');
      break;
    case 'credited':
      await bookCredits(db, order, now);
      break;
    case 'refused':
      break;
  }
  return change(db, order, { outcome, fulfilledAt: now });
}

async function change(db: Db, order: Order, fields: Partial<Order>): Promise<Order> {
  const [changed] = await db.update(planOrder).set(fields).where(eq(planOrder.id, order.id)).returning();
  return changed ?? order;
}

/**
 * Moves an offer that is on no list from one state to another that is on none either: no page and no search has to
 * hear of it.
 */
export async function moveUnlisted(
  db: Db,
  offerId: number | null,
  from: readonly ('draft' | 'awaiting_payment')[],
  set: SQL,
  { event, now, actor, data }: When & { event: string; data: Record<string, unknown> },
): Promise<void> {
  const moved = await db.execute<{ id: number }>(sql`
    update offer set ${set}, updated_at = ${stamp(now)}
    where id = ${offerId} and ${inArray(offer.state, [...from])} returning id`);
  await recordEvents(
    db,
    moved.map(({ id }) => id),
    event,
    actor,
    now,
    data,
  );
}

async function lockOffer(db: Db, offerId: number | null) {
  if (offerId === null) return null;
  const [found] = await db
    .select({ state: offer.state, featured: offer.featured })
    .from(offer)
    .where(eq(offer.id, offerId))
    .for('no key update');
  return found ?? null;
}

/** Nobody pays for it any more: it can be edited again, and paid for anew. */
async function release(db: Db, order: Order, when: When): Promise<void> {
  if (order.purpose !== 'publication') return;
  await moveUnlisted(db, order.offerId, ['awaiting_payment'], sql`state = 'draft'`, {
    ...when,
    event: 'offer.not_paid',
    data: { order: order.id },
  });
}

/** Suspends the offer that stands on the list by this order; that of an extra stays. */
async function hold(db: Db, order: Order, { now, actor }: When): Promise<void> {
  if (!isListing(order) || !(await isLatestListing(db, order))) return;
  const suspended = await suspendOffer(db, order.offerId ?? 0, { now, actor, reason: DISPUTED });
  if (suspended) await change(db, order, { holdsOffer: true });
}

/** Ends the suspension, if it is the dispute's and not the operator's. */
async function lift(db: Db, order: Order, when: When): Promise<void> {
  if (!order.holdsOffer) return;
  await liftSuspension(db, order.offerId ?? 0, when);
  await change(db, order, { holdsOffer: false });
}

/**
 * Undoes what an order gave. What it put on the list leaves it: an offer that was published is a draft again,
 * one that was renewed has run out. A suspended one stays so, without any days left for when that ends; nor has one
 * any that closed on its employer's date.
 */
async function take(db: Db, order: Order, { now, actor }: When): Promise<void> {
  const at = stamp(now);
  const data = { order: order.id };
  const move = (where: SQL, set: SQL, event: string) =>
    moveOffers(db, { where: sql`id = ${order.offerId} and ${where}`, set, event, now, actor, data });
  if (isListing(order)) {
    await move(
      sql`(state = 'suspended' or state = 'expired' and expires_at > ${at})`,
      sql`expires_at = least(expires_at, coalesce(paused_at, ${at}))`,
      'offer.unpaid',
    );
  }
  switch (order.outcome) {
    case 'published':
    case 'in_review':
      await move(
        sql`state in ('live', 'paused', 'in_review')`,
        sql`state = 'draft', expires_at = null, asked_at = null, paused_by = null, paused_at = null,
          featured = false`,
        'offer.unpublished',
      );
      break;
    case 'renewed':
      await move(
        sql`state in ('live', 'paused')`,
        sql`state = 'expired', expires_at = ${at}, closed_at = ${at}, asked_at = null, paused_by = null,
          paused_at = null`,
        'offer.unpublished',
      );
      break;
    case 'extended':
      await move(
        sql`(state in ('live', 'paused', 'suspended') or state = 'expired' and expires_at > ${at})`,
        sql`expires_at = expires_at - make_interval(days => ${order.days})`,
        'offer.shortened',
      );
      break;
    case 'upgraded':
      await move(sql`featured and state <> 'removed'`, sql`featured = false`, 'offer.unfeatured');
      break;
  }
}

/** What becomes of a pack becomes of the offers that its credits paid for. */
async function applyToSpent(
  db: Db,
  effect: Exclude<Effect, 'give' | 'release'>,
  pack: Order,
  when: When,
): Promise<void> {
  const state = effect === 'hold' ? 'disputed' : effect === 'lift' ? 'paid' : pack.state;
  const spent = await db
    .update(planOrder)
    .set({ state, updatedAt: when.now })
    .where(and(eq(planOrder.packOrderId, pack.id), inArray(planOrder.state, ['paid', 'disputed'])))
    .returning();
  for (const order of spent) await applyEffect(db, effect, order, when);
}

function isListing({ outcome }: Order): boolean {
  return outcome !== null && LISTINGS.includes(outcome);
}

/** Whether the offer's time on the list is still the one that this order gave, or added to. */
async function isLatestListing(db: Db, order: Order): Promise<boolean> {
  if (order.offerId === null || order.fulfilledAt === null) return false;
  const at = stamp(order.fulfilledAt);
  const later = await db.$count(
    planOrder,
    sql`${planOrder.offerId} = ${order.offerId} and ${inArray(planOrder.outcome, [...LISTINGS])}
      and (${planOrder.fulfilledAt} > ${at} or ${planOrder.fulfilledAt} = ${at} and ${planOrder.id} > ${order.id})`,
  );
  return later === 0;
}
