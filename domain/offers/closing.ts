import { type SQL, sql } from 'drizzle-orm';

/**
 * The two ends of an offer: that of the days that it has (`expires_at`), and the closing date that its employer
 * chose (`closes_at`), which no pause moves. It leaves the list at the earlier one (`leaves_at`).
 */

/** The closing date of an offer that is open at that moment: one that has passed counts no more. */
export const stillToClose = (at: SQL): SQL => sql`case when closes_at > ${at} then closes_at end`;

/**
 * Whether the closing date ends an offer, or has ended it, with days left that it has. More days would be of no use
 * to it then, and another date is free.
 */
export const closesFirst = (at: SQL): SQL<boolean> =>
  sql<boolean>`coalesce(closes_at < expires_at and (state <> 'expired' or expires_at > ${at}), false)`;
