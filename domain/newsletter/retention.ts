import { and, eq, isNull, lt, notExists, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { consent, subscriber, subscription } from '@/db/schema/newsletter';

const DAY_MS = 86_400_000;

/**
 * Deletes what nobody confirmed within `unconfirmedDays`, and proof of consent, with the subscriber it is about,
 * `consentDays` after its end. Safe to repeat.
 */
export async function forgetSubscribers(
  db: Db,
  { unconfirmedDays, consentDays }: { unconfirmedDays: number; consentDays: number },
  now: Date,
): Promise<void> {
  const unconfirmed = new Date(now.getTime() - unconfirmedDays * DAY_MS);
  const ended = new Date(now.getTime() - consentDays * DAY_MS);
  await db.transaction(async (tx) => {
    await tx.delete(consent).where(and(isNull(consent.confirmedAt), lt(consent.signedUpAt, unconfirmed)));
    // Whoever signed up again lately has a proof that still waits.
    await tx
      .delete(subscription)
      .where(
        and(
          eq(subscription.state, 'pending'),
          lt(subscription.createdAt, unconfirmed),
          notExists(
            tx.select({ one: sql`1` }).from(consent).where(eq(consent.subscriptionId, subscription.id)),
          ),
        ),
      );
    await tx
      .delete(subscriber)
      .where(
        and(
          eq(subscriber.state, 'pending'),
          lt(subscriber.createdAt, unconfirmed),
          notExists(
            tx.select({ one: sql`1` }).from(subscription).where(eq(subscription.subscriberId, subscriber.id)),
          ),
        ),
      );
    await tx.delete(consent).where(lt(consent.endedAt, ended));
    await tx.delete(subscriber).where(lt(subscriber.endedAt, ended));
  });
}
