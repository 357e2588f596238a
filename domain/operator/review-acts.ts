import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { planOrder } from '@/db/schema/billing';
import { returnCredit } from '@/domain/billing/credits';
import { findPaidDays } from '@/domain/billing/queries';
import { queueMail } from '@/domain/mail/commands';
import { inTurn } from '@/domain/offers/changes';
import { listContacts } from '@/domain/offers/contacts';
import { publishOffer } from '@/domain/offers/lifecycle';
import { moveOffers } from '@/domain/offers/moves';
import { DomainError } from '@/lib/errors';
import type { By } from './user-acts';

/**
 * Puts an offer that has been read on the list, for the days that were paid for; false where it does not wait (any
 * more). Throws DomainError `not_paid` where nobody pays for it.
 */
export async function approveOffer(db: Db, offerId: number, by: By): Promise<boolean> {
  return inTurn(db, async (tx) => {
    if (!(await isWaiting(tx, offerId))) return false;
    const days = await findPaidDays(tx, offerId);
    if (days === null) throw new DomainError('not_paid');
    return publishOffer(tx, offerId, { ...by, days });
  });
}

/**
 * Turns an offer down: it is a draft again, its employer is told why, and what was paid for it goes back: money by
 * the worker (task `return-payment`), a credit at once. One transaction; false where the offer does not wait.
 */
export async function turnDownOffer(
  db: Db,
  offerId: number,
  { actor, now, reason }: By & { reason: string },
): Promise<boolean> {
  return inTurn(db, async (tx) => {
    const [offer] = await moveOffers(tx, {
      where: sql`id = ${offerId} and state = 'in_review'`,
      set: sql`state = 'draft', featured = false`,
      event: 'offer.turned_down',
      actor,
      now,
      data: { reason },
    });
    if (!offer) return false;
    const returned = await returnPrice(tx, offerId, { actor, now });
    for (const { email } of await listContacts(tx, [offerId])) {
      const line = { title: offer.title, url: `/employer/offers/${offerId}` };
      await queueMail(tx, email, { kind: 'offer-turned-down', offer: line, reason, returned });
    }
    return true;
  });
}

/** The order gave nothing in the end; whether it was money or a credit that goes back. */
async function returnPrice(
  db: Db,
  offerId: number,
  { actor, now }: By,
): Promise<'money' | 'credit' | 'nothing'> {
  const [order] = await db
    .update(planOrder)
    .set({ outcome: 'refused', updatedAt: now })
    .where(
      and(
        eq(planOrder.offerId, offerId),
        eq(planOrder.outcome, 'in_review'),
        inArray(planOrder.state, ['paid', 'partly_refunded']),
        // One that was bought, published and bought again has an older one: that time on the list was had.
        sql`${planOrder.fulfilledAt} = (select max(fulfilled_at) from plan_order l
          where l.offer_id = ${offerId} and l.outcome = 'in_review')`,
      ),
    )
    .returning();
  if (!order) return 'nothing';
  const note = (type: string) =>
    recordEvent(db, { at: now, actor, type, subject: 'order', subjectId: order.id, data: { offerId } });
  await note('order.turned_down');
  if (order.packOrderId !== null) {
    await returnCredit(db, order.packOrderId, now);
    await db.update(planOrder).set({ state: 'refunded' }).where(eq(planOrder.id, order.id));
    return 'credit';
  }
  if (!order.amountTotal) return 'nothing';
  await db.execute(sql`
    select graphile_worker.add_job('return-payment', ${JSON.stringify({ orderId: order.id })}::json,
      job_key => ${`return-payment-${order.id}`})`);
  return 'money';
}

async function isWaiting(db: Db, offerId: number): Promise<boolean> {
  const waiting = await db.execute(sql`
    select from offer where id = ${offerId} and state = 'in_review' for update`);
  return waiting.length > 0;
}
