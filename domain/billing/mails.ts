import { eq, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { appUser } from '@/db/schema/accounts';
import { company } from '@/db/schema/companies';
import { offer } from '@/db/schema/offers';
import { queueMail } from '@/domain/mail/commands';
import type { MailData } from '@/domain/mail/input';
import type { Order } from './order-effects';
import { type OrderState, standingOf } from './rules';

/** Whom a change of an order concerns, and what they are told; in its transaction. */

type Change = { from: OrderState; refundedBefore: number };

/**
 * Tells the buyer of a payment, a failure or a refund, and operators of a dispute. `operatorEmail` is told
 * beside the operators with an account. `order` is as it is now, `change` how it was.
 */
export async function tellOfChange(
  db: Db,
  order: Order,
  { from, refundedBefore }: Change,
  operatorEmail: string | undefined,
): Promise<void> {
  if (order.state === from && order.amountRefunded === refundedBefore) return;
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
        ...gains(order, bought?.expiresAt),
      });
  }
  if (order.state === 'failed' && from !== 'failed') {
    await tellBuyer(db, order, { kind: 'payment-failed', ...subject });
  }
  if (order.amountRefunded > refundedBefore) {
    const full = order.state === 'refunded';
    await tellBuyer(db, order, {
      kind: 'payment-refunded',
      ...subject,
      amount: order.amountRefunded - refundedBefore,
      currency: order.currency,
      how: order.outcome === 'refused' ? 'returned' : full ? 'full' : 'part',
    });
  }
  const step = disputeStep(from, order.state);
  if (step) {
    const employer = await nameOf(db, order.companyId);
    const facts = { step, company: employer, plan: order.planName, ...amount };
    for (const to of await operatorsOf(db, operatorEmail)) {
      await queueMail(db, to, { kind: 'dispute', ...facts, url: `/operator/orders/${order.id}` });
    }
  }
}

function disputeStep(from: OrderState, to: OrderState): 'open' | 'won' | 'lost' | null {
  if (from === to) return null;
  if (to === 'disputed') return 'open';
  if (to === 'lost') return 'lost';
  return from === 'disputed' && to !== 'refunded' ? 'won' : null;
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
    .select({ title: offer.title, expiresAt: offer.expiresAt })
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

async function operatorsOf(db: Db, operatorEmail: string | undefined): Promise<Set<string>> {
  const rows = await db
    .select({ email: appUser.email })
    .from(appUser)
    .where(isNotNull(appUser.operatorSince));
  return new Set([...(operatorEmail ? [operatorEmail] : []), ...rows.map(({ email }) => email)]);
}
