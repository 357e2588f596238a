import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { inTurn, recordEvents } from '@/domain/offers/changes';
import { liftSuspension, publishOffer, removeOffer, suspendOffer } from '@/domain/offers/lifecycle';
import { moveOffers } from '@/domain/offers/moves';
import { handleReports } from '@/domain/offers/reports';
import type { Decision } from './input';
import { getForReview } from './review';
import type { By } from './user-acts';

/**
 * Does with an offer what the operator has decided; false where its state did not allow it, such as at the
 * second click. The employer is told by mail. To publish it so is a gift, and is logged as one. What was paid for and
 * waits to be read is left to its review (review-acts.ts), which publishes it for the days that were paid for or gives
 * back the money.
 */
export async function decideOffer(db: Db, offerId: number, decision: Decision, by: By): Promise<boolean> {
  if (await isPaidAndUnread(db, offerId)) return false;
  switch (decision.act) {
    case 'publish':
      return inTurn(db, async (tx) => {
        const published = await publishOffer(tx, offerId, { ...by, days: decision.days });
        const facts = { days: decision.days };
        if (published) await recordEvents(tx, [offerId], 'offer.gifted', by.actor, by.now, facts);
        return published;
      });
    case 'suspend':
      return suspendOffer(db, offerId, { ...by, reason: decision.reason });
    case 'remove':
      return removeOffer(db, offerId, { ...by, reason: decision.reason });
    case 'lift':
      return liftSuspension(db, offerId, by);
    case 'keep':
      return false;
  }
}

async function isPaidAndUnread(db: Db, offerId: number): Promise<boolean> {
  const line = await getForReview(db, offerId);
  return line !== null && line.order !== null;
}

/**
 * Closes the open reports of an offer that the operator has read, up to that id, with what was decided on the
 * offer, all or nothing; resolves to how many. A report that came meanwhile stays open.
 */
export async function decideReports(
  db: Db,
  offerId: number,
  upTo: number,
  decision: Decision,
  by: By,
): Promise<number> {
  return inTurn(db, async (tx) => {
    const changed = await decideOffer(tx, offerId, decision, by);
    return handleReports(tx, offerId, { ...by, upTo, outcome: changed ? decision.act : 'keep' });
  });
}

/** Puts an offer above the others of its list, or back among them; false if it is there already. */
export async function featureOffer(
  db: Db,
  offerId: number,
  featured: boolean,
  { actor, now }: By,
): Promise<boolean> {
  const moved = await moveOffers(db, {
    where: sql`id = ${offerId} and featured <> ${featured} and state <> 'removed'`,
    set: sql`featured = ${featured}`,
    event: featured ? 'offer.featured' : 'offer.unfeatured',
    actor,
    now,
  });
  return moved.length > 0;
}
