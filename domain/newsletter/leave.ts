import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { delivery, subscriber, subscription } from '@/db/schema/newsletter';
import { stamp } from '@/domain/offers/moves';
import { closeConsents } from './consents';

/** How a subscription can come to its end. */
export type EndedBy = NonNullable<(typeof subscription.$inferSelect)['endedBy']>;

/** `deliveryId`: of the mail whose link was followed, to be counted there; 0 for none. */
type LeaveOptions = { by: EndedBy; deliveryId?: number; actor?: string; now: Date };

/** Ends one subscription. False where it is over already, or not there. Safe to repeat. */
export async function leaveList(
  db: Db,
  subscriptionId: number,
  { by, deliveryId = 0, actor = 'system', now }: LeaveOptions,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [known] = await tx
      .select({ subscriberId: subscription.subscriberId })
      .from(subscription)
      .where(eq(subscription.id, subscriptionId));
    if (!known) return false;
    await countLeaving(tx, deliveryId, known.subscriberId, now);
    return (await endSubscriptions(tx, known.subscriberId, [subscriptionId], { by, actor, now })) > 0;
  });
}

/**
 * Ends everything that a subscriber gets. Somebody who never confirmed is forgotten at once. Resolves to how
 * many subscriptions ended.
 */
export async function leaveAll(
  db: Db,
  subscriberId: number,
  { by, deliveryId = 0, actor = 'system', now }: LeaveOptions,
): Promise<number> {
  return db.transaction(async (tx) => {
    await countLeaving(tx, deliveryId, subscriberId, now);
    return endSubscriptions(tx, subscriberId, null, { by, actor, now });
  });
}

/**
 * Stops all mail of lists and alerts to somebody whose address does not work, or who reported our mail as spam.
 * Mail that they ask for themselves, such as a sign-in link, still goes out. Safe to repeat.
 */
export async function suppress(
  db: Db,
  subscriberId: number,
  why: 'bounce' | 'complaint',
  { deliveryId = 0, now }: { deliveryId?: number; now: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const column = why === 'bounce' ? 'bounced_at' : 'complained_at';
    await tx.execute(sql`
      update delivery set ${sql.identifier(column)} = coalesce(${sql.identifier(column)}, ${stamp(now)})
      where id = ${deliveryId} and subscriber_id = ${subscriberId}`);
    const state = why === 'bounce' ? 'bounced' : 'complained';
    // A complaint weighs more than a bounce.
    await tx
      .update(subscriber)
      .set({ state, endedAt: now })
      .where(
        and(
          eq(subscriber.id, subscriberId),
          ne(subscriber.state, state),
          why === 'bounce' ? ne(subscriber.state, 'complained') : undefined,
        ),
      );
    await endSubscriptions(tx, subscriberId, null, { by: why, actor: 'system', now });
  });
}

/** Those of `ids`, or all where null. */
async function endSubscriptions(
  db: Db,
  subscriberId: number,
  ids: number[] | null,
  { by, actor, now }: { by: EndedBy; actor: string; now: Date },
): Promise<number> {
  const chosen = ids ? inArray(subscription.id, ids) : undefined;
  const ended = await db
    .update(subscription)
    .set({ state: 'ended', endedAt: now, endedBy: by, nextAt: null })
    .where(and(eq(subscription.subscriberId, subscriberId), eq(subscription.state, 'active'), chosen))
    .returning({ id: subscription.id });
  const waiting = await db
    .select({ id: subscription.id })
    .from(subscription)
    .where(and(eq(subscription.subscriberId, subscriberId), eq(subscription.state, 'pending'), chosen));
  const over = [...ended, ...waiting].map(({ id }) => id);
  await closeConsents(db, over, { by, now });
  await db.delete(subscription).where(
    inArray(
      subscription.id,
      waiting.map(({ id }) => id),
    ),
  );
  for (const { id } of ended) {
    await recordEvent(db, {
      at: now,
      actor,
      type: 'subscription.ended',
      subject: 'subscription',
      subjectId: id,
      data: { by },
    });
  }
  await settleSubscriber(db, subscriberId, now);
  return over.length;
}

/** Somebody without a subscription is no longer active; somebody who never confirmed any is not kept. */
async function settleSubscriber(db: Db, subscriberId: number, now: Date): Promise<void> {
  const has = (state: 'active' | 'pending') => sql`exists (
    select from subscription s where s.subscriber_id = subscriber.id and s.state = ${state})`;
  await db
    .update(subscriber)
    .set({ state: 'unsubscribed', endedAt: now })
    .where(and(eq(subscriber.id, subscriberId), eq(subscriber.state, 'active'), sql`not ${has('active')}`));
  await db
    .delete(subscriber)
    .where(and(eq(subscriber.id, subscriberId), eq(subscriber.state, 'pending'), sql`not ${has('pending')}`));
}

/** Notes at a mail that its reader left by it; only at one that was theirs. */
async function countLeaving(db: Db, deliveryId: number, subscriberId: number, now: Date): Promise<void> {
  if (deliveryId === 0) return;
  await db
    .update(delivery)
    .set({ unsubscribedAt: sql`coalesce(unsubscribed_at, ${stamp(now)})` })
    .where(and(eq(delivery.id, deliveryId), eq(delivery.subscriberId, subscriberId)));
}
