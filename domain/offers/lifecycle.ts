import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { CompanyId } from '@/domain/companies/input';
import { queueMail } from '@/domain/mail/commands';
import { DomainError } from '@/lib/errors';
import { noteDebuts } from './alerts';
import { inTurn, recordEvents } from './changes';
import { closesFirst, stillToClose } from './closing';
import { listContacts } from './contacts';
import { FILLED, type Moved, moveOffers, noteAnswer, OPEN_AGAIN, PAUSED, stamp, stoodStill } from './moves';

/**
 * An offer's way from state to state, one at a time (DESIGN §2). Each function is one conditional UPDATE with
 * its event, safe to repeat and to run beside others, and resolves to whether it changed something. The
 * employer's take the company and leave the offers of others alone; the operator's do not ask.
 */

type By = { now: Date; actor: string };
/** The company that the user acts for. */
type Scope = { companyId: CompanyId };

/**
 * Gives an offer `days` days and puts it on the list, until the closing date that its employer gave it if that
 * comes first; one that has passed while it waited counts no more. Tells whoever posted it.
 */
export async function publishOffer(
  db: Db,
  offerId: number,
  { now, actor, days }: By & { days: number },
): Promise<boolean> {
  const at = stamp(now);
  return inTurn(db, async (tx) => {
    const [published] = await moveOffers(tx, {
      where: sql`id = ${offerId} and state in ('draft', 'awaiting_payment', 'in_review')`,
      set: sql`state = 'live', published_at = ${at}, confirmed_at = ${at}, asked_at = null,
        expires_at = ${at} + make_interval(days => ${days}), closes_at = ${stillToClose(at)}`,
      event: 'offer.published',
      actor,
      now,
      data: { days },
    });
    if (!published) return false;
    await noteDebuts(tx, [published.id], now);
    for (const { email } of await listContacts(tx, [published.id])) {
      await queueMail(tx, email, {
        kind: 'offer-published',
        offer: { title: published.title, url: `/offers/${published.slug}` },
        expiresAt: (published.leavesAt ?? now).toISOString(),
      });
    }
    return true;
  });
}

/** Takes a live offer off the list for as long as the employer likes: its days stand still. */
export async function pauseOffer(
  db: Db,
  { companyId }: Scope,
  offerId: number,
  { now, actor }: By,
): Promise<boolean> {
  const moved = await moveOffers(db, {
    where: sql`id = ${offerId} and company_id = ${companyId} and state = 'live'`,
    set: PAUSED(stamp(now)),
    event: 'offer.paused',
    actor,
    now,
    data: { by: 'employer' },
  });
  return moved.length > 0;
}

/**
 * Puts a paused offer back on the list with the days it had left. To do so is to say that it is open: the roll
 * call counts from here, and one that was paused for want of an answer has it. Throws DomainError `offer_over`
 * where it had no time left.
 */
export async function resumeOffer(
  db: Db,
  { companyId }: Scope,
  offerId: number,
  { now, actor }: By,
): Promise<boolean> {
  const at = stamp(now);
  const paused = sql`id = ${offerId} and company_id = ${companyId} and state = 'paused'`;
  return inTurn(db, async (tx) => {
    await noteAnswer(tx, paused, 'open', now);
    const [resumed] = await moveOffers(tx, {
      where: sql`${paused} and expires_at + ${stoodStill(at)} > ${at}`,
      set: OPEN_AGAIN(at),
      event: 'offer.resumed',
      actor,
      now,
    });
    if (resumed) return true;
    const [over] = await tx.execute(sql`select from offer where ${paused}`);
    if (over) throw new DomainError('offer_over', 'The offer had no time left when it was paused');
    return false;
  });
}

/** Closes an offer for good: the role is filled. Where the roll call waits for an answer, this is it. */
export async function fillOffer(
  db: Db,
  { companyId }: Scope,
  offerId: number,
  { now, actor }: By,
): Promise<boolean> {
  const at = stamp(now);
  const open = sql`id = ${offerId} and company_id = ${companyId} and state in ('live', 'paused', 'expired')`;
  return inTurn(db, async (tx) => {
    await noteAnswer(tx, open, 'closed', now);
    const filled = await moveOffers(tx, {
      where: open,
      set: FILLED(at),
      event: 'offer.filled',
      actor,
      now,
    });
    return filled.length > 0;
  });
}

/** Deletes an offer that was never published nor paid for; what happened to it stays in the log. */
export async function discardOffer(
  db: Db,
  { companyId }: Scope,
  offerId: number,
  { now, actor }: By,
): Promise<boolean> {
  return inTurn(db, async (tx) => {
    const gone = await tx.execute(sql`
      delete from offer where id = ${offerId} and company_id = ${companyId} and state = 'draft'
        and published_at is null returning id`);
    if (gone.length > 0) await recordEvents(tx, [offerId], 'offer.discarded', actor, now);
    return gone.length > 0;
  });
}

/**
 * The operator takes a live or paused offer off the list until `liftSuspension`, and its days stand still; so do
 * those that one has left which closed on its employer's date, and might be put back by a later one.
 * Mails the reason to whoever posted it, or to the owners of the company.
 */
export async function suspendOffer(
  db: Db,
  offerId: number,
  { now, actor, reason }: By & { reason: string },
): Promise<boolean> {
  const at = stamp(now);
  return inTurn(db, async (tx) => {
    const [suspended] = await moveOffers(tx, {
      where: sql`id = ${offerId} and (state in ('live', 'paused') or state = 'expired' and ${closesFirst(at)})`,
      // A question that is open lapses, and is asked anew when the offer is back; a silence can still be broken then.
      set: sql`state = 'suspended', asked_at = case when paused_by = 'silence' then asked_at end,
        paused_at = coalesce(paused_at, ${at}), closed_at = null`,
      event: 'offer.suspended',
      actor,
      now,
      data: { reason },
    });
    if (suspended) await mailStop(tx, suspended, 'suspended', reason);
    return suspended !== undefined;
  });
}

/** Gives back the state before the suspension, live or paused, with the days that the offer had left. */
export async function liftSuspension(db: Db, offerId: number, { now, actor }: By): Promise<boolean> {
  const at = stamp(now);
  const lifted = await moveOffers(db, {
    where: sql`id = ${offerId} and state = 'suspended'`,
    set: sql`state = (case when paused_by is null then 'live' else 'paused' end)::offer_state,
      expires_at = expires_at + case when paused_by is null then ${stoodStill(at)} else interval '0' end,
      paused_at = case when paused_by is not null then paused_at end`,
    event: 'offer.unsuspended',
    actor,
    now,
  });
  return lifted.length > 0;
}

/**
 * The operator removes an offer in whatever state for good; its page is gone. Mails the reason to whoever
 * posted it, or to the owners of the company.
 */
export async function removeOffer(
  db: Db,
  offerId: number,
  { now, actor, reason }: By & { reason: string },
): Promise<boolean> {
  const at = stamp(now);
  return inTurn(db, async (tx) => {
    const [removed] = await moveOffers(tx, {
      where: sql`id = ${offerId} and state <> 'removed'`,
      set: sql`state = 'removed', closed_at = coalesce(closed_at, ${at}), asked_at = null, paused_by = null,
        paused_at = null`,
      event: 'offer.removed',
      actor,
      now,
      data: { reason },
    });
    if (removed) await mailStop(tx, removed, 'removed', reason);
    return removed !== undefined;
  });
}

async function mailStop(db: Db, offer: Moved, how: 'suspended' | 'removed', reason: string): Promise<void> {
  for (const { email } of await listContacts(db, [offer.id])) {
    const line = { title: offer.title, url: `/employer/offers/${offer.id}` };
    await queueMail(db, email, { kind: 'offer-stopped', offer: line, how, reason });
  }
}
