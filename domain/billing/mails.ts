import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { company } from '@/db/schema/companies';
import { offer } from '@/db/schema/offers';
import { listOperators } from '@/domain/accounts/operators';
import { queueMail } from '@/domain/mail/commands';
import type { MailData } from '@/domain/mail/input';
import type { Order } from './order-effects';
import { type OrderState, standingOf } from './rules';

/** Whom a change of an order concerns, and what they are told; in its transaction. */

type Before = Pick<Order, 'state' | 'amountRefunded' | 'refundFailed'>;

/**
 * Tells the buyer of a payment, a failure or a refund, and operators of a dispute, or a refund that did not arrive.
 * `operatorEmail` is told beside the operators with an account. `order` is as it is now, `was` as it was.
 */
export async function tellOfChange(
  db: Db,
  order: Order,
  was: Before,
  operatorEmail: string | undefined,
): Promise<void> {
  const from = was.state;
  // One that fails makes room for another, of which a late reading tells at the same time.
  const refunded = order.amountRefunded + order.refundFailed - was.amountRefunded - was.refundFailed;
  const failed = order.refundFailed - was.refundFailed;
  if (order.state === from && refunded === 0 && failed === 0) return;
  const now = standingOf(order.state);
  const before = standingOf(from);
  const bought = await describeOffer(db, order);
  const subject = {
    plan: order.planName,
    offerTitle: bought?.title ?? null,
    url: `/employer/orders/${order.id}`,
  };
  const amount = { amount: order.amountTotal ?? 0, currency: order.currency };

  if ((before === 'waiting' || before === 'released') && (now === 'given' || now === 'held')) {
    // Money that goes back at once has no receipt: the refund's own mail explains.
    if (order.outcome !== 'refused')
      await tellBuyer(db, order, {
        kind: 'receipt',
        ...subject,
        ...amount,
        ...gains(order, bought?.leavesAt),
      });
  }
  if (order.state === 'failed' && from !== 'failed') {
    await tellBuyer(db, order, { kind: 'payment-failed', ...subject });
  }
  if (refunded > failed) {
    const full = order.state === 'refunded';
    await tellBuyer(db, order, {
      kind: 'payment-refunded',
      ...subject,
      amount: refunded - failed,
      currency: order.currency,
      how: order.outcome === 'refused' ? 'returned' : full ? 'full' : 'part',
    });
  }
  const step = disputeStep(from, order.state);
  if (!step && failed === 0) return;
  const file = {
    company: await nameOf(db, order.companyId),
    plan: order.planName,
    url: `/operator/orders/${order.id}`,
  };
  for (const to of await listOperators(db, operatorEmail)) {
    if (step) await queueMail(db, to, { kind: 'dispute', step, ...file, ...amount });
    if (failed > 0) {
      const isTaken = order.state === 'refund_failed';
      await queueMail(db, to, {
        kind: 'refund-failed',
        ...file,
        amount: failed,
        currency: order.currency,
        isTaken,
      });
    }
  }
}

function disputeStep(from: OrderState, to: OrderState): 'open' | 'won' | 'lost' | null {
  if (from === to) return null;
  if (to === 'disputed') return 'open';
  if (to === 'lost') return 'lost';
  return from === 'disputed' && standingOf(to) === 'given' ? 'won' : null;
}

/** Until when the offer is on the list, or how many credits there are and for how long. */
function gains(order: Order, listedUntil: Date | null | undefined) {
  const until =
    order.outcome === 'credited' ? order.creditsExpireAt : order.outcome === 'in_review' ? null : listedUntil;
  return { credits: order.outcome === 'credited' ? order.credits : 0, until: until?.toISOString() ?? null };
}

async function describeOffer(db: Db, { offerId }: Order) {
  if (offerId === null) return null;
  const [found] = await db
    .select({ title: offer.title, leavesAt: offer.leavesAt })
    .from(offer)
    .where(eq(offer.id, offerId));
  return found ?? null;
}

async function nameOf(db: Db, companyId: number): Promise<string> {
  const [found] = await db.select({ name: company.name }).from(company).where(eq(company.id, companyId));
  return found?.name ?? '';
}

/** The buyer; the owners of the company where the buyer's account is gone. */
async function tellBuyer(db: Db, order: Order, mail: MailData): Promise<void> {
  const readers = await db.execute<{ email: string }>(sql`
    select email from app_user where id = ${order.userId}
    union select u.email from company_member m join app_user u on u.id = m.user_id
      where m.company_id = ${order.companyId} and m.role = 'owner' and ${order.userId}::text is null`);
  for (const { email } of readers) await queueMail(db, email, mail);
}
