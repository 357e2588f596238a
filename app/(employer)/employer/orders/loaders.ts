import { fulfilContext, payments } from '@/app/payments';
import { database } from '@/db/pool';
import { readCredits } from '@/domain/billing/credits';
import { countOrders, findOrderTerms, listPendingPacks } from '@/domain/billing/employer-orders';
import { listPlans } from '@/domain/billing/plans';
import { findOrder, findReturningOrder, listOrders } from '@/domain/billing/queries';
import type { CompanyId } from '@/domain/companies/input';

const PAGE_SIZE = 25;

/** Credits, packs and one page of orders. Never cached. */
export async function loadOrders(companyId: CompanyId, asked: unknown, now: Date) {
  const db = database();
  const [total, credits, plans, pending] = await Promise.all([
    countOrders(db, companyId),
    readCredits(db, companyId, now),
    listPlans(db),
    listPendingPacks(db, companyId),
  ]);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(typeof asked === 'string' && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1, pages);
  const orders = await listOrders(db, companyId, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
  return {
    ...{ credits, pending, page, pages },
    packs: plans.filter(({ kind, active }) => kind === 'pack' && active),
    orders: orders.map((order) => ({ ...order, createdAt: order.createdAt.toISOString() })),
  };
}

/**
 * An order of the company as Stripe knows it now; null where there is none. One that is not paid yet is looked up, so
 * that a webhook that is late, or never comes, keeps nobody waiting.
 */
export async function loadOrder(companyId: CompanyId, orderId: number) {
  const db = database();
  const known = await findOrderTerms(db, companyId, orderId);
  if (!known) return null;
  const order = known.sessionId
    ? await findReturningOrder(db, payments(), { companyId, sessionId: known.sessionId }, fulfilContext())
    : await findOrder(db, companyId, orderId);
  // Again, because fulfilling changes them.
  const terms = await findOrderTerms(db, companyId, orderId);
  return order && terms && { ...order, ...terms };
}
