import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { planOrder } from '@/db/schema/billing';
import { offer } from '@/db/schema/offers';
import type { CompanyId } from '@/domain/companies/input';
import { inTurn } from '@/domain/offers/changes';
import { closesFirst } from '@/domain/offers/closing';
import { stamp } from '@/domain/offers/moves';
import { readSettings } from '@/domain/settings/settings';
import { DomainError } from '@/lib/errors';
import { findPackWithCredit, takeCredit } from './credits';
import { give } from './order-effects';
import { isSellable, type OrderOutcome } from './rules';

/**
 * Publishes a draft for one credit of the company's, or hands it to the operator where offers are read first; renews
 * an offer that has run out. The credit is spent in the transaction that does it, so that a repetition spends none.
 * Null where the company has no such offer; throws DomainError `not_for_sale` where it is in another state (by now),
 * `no_credits` where none is left.
 */
export async function spendCredit(
  db: Db,
  companyId: CompanyId,
  { offerId, userId }: { offerId: number; userId: string },
  now: Date,
): Promise<{ orderId: number; outcome: OrderOutcome | null } | null> {
  return inTurn(db, async (tx) => {
    const [subject] = await tx
      .select({
        state: offer.state,
        featured: offer.featured,
        closesFirst: closesFirst(stamp(now)),
      })
      .from(offer)
      .where(and(eq(offer.id, offerId), eq(offer.companyId, companyId)))
      .for('no key update');
    if (!subject) return null;
    const renewal = subject.state === 'expired';
    if (!isSellable(renewal ? 'extension' : 'publication', subject)) throw new DomainError('not_for_sale');
    const pack = await findPackWithCredit(tx, companyId, now);
    if (!pack) throw new DomainError('no_credits');
    const [order] = await tx
      .insert(planOrder)
      .values({
        companyId,
        offerId,
        userId,
        purpose: renewal ? 'extension' : 'publication',
        state: 'paid',
        planCode: pack.planCode,
        planKind: renewal ? 'extension' : 'basic',
        planName: pack.planName,
        price: 0,
        currency: pack.currency,
        days: pack.days,
        amountTotal: 0,
        packOrderId: pack.id,
        createdAt: now,
        updatedAt: now,
      })
      .returning();
    if (!order) throw new Error('The insert returned no row');
    await takeCredit(tx, pack.id, order.id, now);
    const actor = `user:${userId}`;
    const data = { pack: pack.id };
    await recordEvent(tx, {
      at: now,
      actor,
      type: 'order.paid',
      subject: 'order',
      subjectId: order.id,
      data,
    });
    const { reviewBeforePublishing: review } = await readSettings(tx);
    const { outcome } = await give(tx, order, { now, actor, review });
    return { orderId: order.id, outcome };
  });
}
