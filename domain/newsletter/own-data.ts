import { asc, eq, inArray, or } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { consent, delivery, subscriber, subscription } from '@/db/schema/newsletter';
import { closeConsents } from './consents';
import { mailGoodbye, type NewsletterPorts } from './mails';
import type { Reader } from './preferences';

/** Everything that is kept about a subscriber, as they may have it (GDPR, article 15 and 20). Times are UTC. */
export async function exportOwnData(db: Db, reader: Reader): Promise<Record<string, unknown>> {
  const subscriptions = await db
    .select()
    .from(subscription)
    .where(eq(subscription.subscriberId, reader.id))
    .orderBy(asc(subscription.id));
  const ids = subscriptions.map(({ id }) => id);
  const [consents, mails] = await Promise.all([
    db
      .select()
      .from(consent)
      .where(or(inArray(consent.subscriptionId, ids), eq(consent.email, reader.email)))
      .orderBy(asc(consent.id)),
    db
      .select({
        kind: delivery.kind,
        issueId: delivery.issueId,
        subscriptionId: delivery.subscriptionId,
        state: delivery.state,
        reason: delivery.reason,
        createdAt: delivery.createdAt,
        settledAt: delivery.settledAt,
        bouncedAt: delivery.bouncedAt,
        complainedAt: delivery.complainedAt,
        unsubscribedAt: delivery.unsubscribedAt,
      })
      .from(delivery)
      .where(eq(delivery.subscriberId, reader.id))
      .orderBy(asc(delivery.id)),
  ]);
  return {
    subscriber: reader,
    subscriptions: subscriptions.map(({ subscriberId: _, ...rest }) => rest),
    consents,
    mails,
  };
}

/**
 * Forgets a subscriber and all that they get, at once. What is left is the proof that they had asked for it,
 * until its own time is over; and the last mail, which says so. False where they are gone already.
 */
export async function deleteSubscriber(
  db: Db,
  ports: NewsletterPorts,
  reader: Reader,
  now: Date,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const subscriptions = tx
      .select({ id: subscription.id })
      .from(subscription)
      .where(eq(subscription.subscriberId, reader.id));
    await closeConsents(tx, subscriptions, { by: 'reader', now });
    const gone = await tx
      .delete(subscriber)
      .where(eq(subscriber.id, reader.id))
      .returning({ id: subscriber.id });
    if (gone.length === 0) return false;
    await mailGoodbye(tx, ports, reader, 'deleted', now);
    await recordEvent(tx, {
      at: now,
      actor: 'system',
      type: 'subscriber.deleted',
      subject: 'subscriber',
      subjectId: reader.id,
    });
    return true;
  });
}
