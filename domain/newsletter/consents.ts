import { and, inArray, isNotNull, isNull, type SQLWrapper } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { consent } from '@/db/schema/newsletter';

type ConsentRow = typeof consent.$inferSelect;
type Ending = { by: NonNullable<ConsentRow['endedBy']>; now: Date };
/** Ids of subscriptions, or a query that gives them. */
type Subscriptions = number[] | SQLWrapper;

/** Ends what was agreed to about those subscriptions, and resolves to it. What was never confirmed is left alone. */
export function endConsents(
  db: Db,
  subscriptions: Subscriptions,
  { by, now }: Ending,
): Promise<ConsentRow[]> {
  return db
    .update(consent)
    .set({ endedAt: now, endedBy: by })
    .where(
      and(
        inArray(consent.subscriptionId, subscriptions),
        isNotNull(consent.confirmedAt),
        isNull(consent.endedAt),
      ),
    )
    .returning();
}

/** The same, without what was never confirmed: it proves nothing, and its link is not to begin it later. */
export async function closeConsents(db: Db, subscriptions: Subscriptions, ending: Ending): Promise<void> {
  await db
    .delete(consent)
    .where(and(inArray(consent.subscriptionId, subscriptions), isNull(consent.confirmedAt)));
  await endConsents(db, subscriptions, ending);
}
