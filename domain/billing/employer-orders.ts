import { and, asc, count, desc, eq, inArray, not } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { planOrder } from '@/db/schema/billing';
import { offer } from '@/db/schema/offers';
import type { CompanyId } from '@/domain/companies/input';
import { closesFirst } from '@/domain/offers/closing';
import { stamp } from '@/domain/offers/moves';
import { SOLD_SOURCES } from './rules';

/** What the employer's pages about paying need beside the orders themselves (queries.ts). */

export async function countOrders(db: Db, companyId: CompanyId): Promise<number> {
  const [counted] = await db
    .select({ orders: count() })
    .from(planOrder)
    .where(eq(planOrder.companyId, companyId));
  return counted?.orders ?? 0;
}

/** Where an order of the company is paid at Stripe, and what it was for; null if it has no such order. */
export async function findOrderTerms(db: Db, companyId: CompanyId, orderId: number) {
  const [found] = await db
    .select({
      sessionId: planOrder.sessionId,
      planCode: planOrder.planCode,
      days: planOrder.days,
      credits: planOrder.credits,
      creditsExpireAt: planOrder.creditsExpireAt,
      offerExpiresAt: offer.leavesAt,
    })
    .from(planOrder)
    .leftJoin(offer, eq(offer.id, planOrder.offerId))
    .where(and(eq(planOrder.id, orderId), eq(planOrder.companyId, companyId)));
  return found ?? null;
}

/** Orders for an offer, the newest first. */
export async function listOrdersFor(db: Db, companyId: CompanyId, offerId: number): Promise<OrderLine[]> {
  return db
    .select(LINE)
    .from(planOrder)
    .where(and(eq(planOrder.companyId, companyId), eq(planOrder.offerId, offerId)))
    .orderBy(desc(planOrder.id))
    .limit(20);
}

/** Packs of the company that wait for their payment, the newest first. */
export async function listPendingPacks(db: Db, companyId: CompanyId): Promise<OrderLine[]> {
  return db
    .select(LINE)
    .from(planOrder)
    .where(
      and(
        eq(planOrder.companyId, companyId),
        eq(planOrder.purpose, 'pack'),
        inArray(planOrder.state, ['open', 'processing']),
      ),
    )
    .orderBy(desc(planOrder.id));
}

const LINE = {
  id: planOrder.id,
  state: planOrder.state,
  purpose: planOrder.purpose,
  planCode: planOrder.planCode,
  planName: planOrder.planName,
  createdAt: planOrder.createdAt,
};
export type OrderLine = {
  [Key in keyof typeof LINE]: (typeof planOrder.$inferSelect)[Key];
};

/** What decides which plans an offer has a use for; null where the company has no such offer. */
export async function findOfferToBuyFor(db: Db, companyId: CompanyId, offerId: number, now: Date) {
  const [found] = await db
    .select({
      id: offer.id,
      title: offer.title,
      state: offer.state,
      featured: offer.featured,
      source: offer.source,
      expiresAt: offer.expiresAt,
      closesAt: offer.closesAt,
      closesFirst: closesFirst(stamp(now)),
    })
    .from(offer)
    .where(and(eq(offer.id, offerId), eq(offer.companyId, companyId)));
  return found ?? null;
}

/** Offers of the company that ran out and may be renewed, those that ran out last first; imported ones are their source's. */
export async function listRenewable(
  db: Db,
  companyId: CompanyId,
  limit: number,
  now: Date,
): Promise<{ id: number; title: string; closedAt: Date | null }[]> {
  return db
    .select({ id: offer.id, title: offer.title, closedAt: offer.closedAt })
    .from(offer)
    .where(
      and(
        eq(offer.companyId, companyId),
        eq(offer.state, 'expired'),
        not(closesFirst(stamp(now))),
        inArray(offer.source, [...SOLD_SOURCES]),
      ),
    )
    .orderBy(desc(offer.closedAt), asc(offer.id))
    .limit(limit);
}
