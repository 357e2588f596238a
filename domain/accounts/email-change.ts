import { and, eq, gt, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { appUser, emailChange, verificationToken } from '@/db/schema/accounts';
import { queueMail } from '@/domain/mail/commands';
import { DomainError } from '@/lib/errors';
import { hashToken, makeToken } from '@/lib/secret';

const DAY_MS = 86_400_000;

/**
 * Begins a change of address: both addresses get a link, and it is made when both have agreed within a day. An
 * earlier one under way is given up. Whether the new address is somebody's already makes no difference here, so
 * that nobody learns of it who cannot read mail there. Throws DomainError `same_address`.
 */
export async function askEmailChange(
  db: Db,
  user: { id: string; email: string },
  newEmail: string,
  { now, siteUrl }: { now: Date; siteUrl: string },
): Promise<void> {
  if (newEmail === user.email) throw new DomainError('same_address');
  const tokens = { old: makeToken(), new: makeToken() };
  const fields = {
    newEmail,
    oldToken: hashToken(tokens.old),
    newToken: hashToken(tokens.new),
    oldConfirmedAt: null,
    newConfirmedAt: null,
    expiresAt: new Date(now.getTime() + DAY_MS),
  };
  await db.transaction(async (tx) => {
    await tx
      .insert(emailChange)
      .values({ userId: user.id, ...fields })
      .onConflictDoUpdate({ target: emailChange.userId, set: fields });
    for (const [side, to] of [
      ['old', user.email],
      ['new', newEmail],
    ] as const) {
      const url = `${siteUrl}/email-change?token=${tokens[side]}`;
      await queueMail(
        tx,
        to,
        { kind: 'email-change', url, newEmail, side },
        { key: `email-change:${side}:${user.id}` },
      );
    }
    await noteEvent(tx, user.id, 'account.email-change-asked', now);
  });
}

export type PendingChange = { newEmail: string; oldConfirmed: boolean; newConfirmed: boolean };

/** The change of address that a user has under way, or null. */
export async function findPendingChange(db: Db, userId: string, now: Date): Promise<PendingChange | null> {
  const [row] = await db
    .select()
    .from(emailChange)
    .where(and(eq(emailChange.userId, userId), gt(emailChange.expiresAt, now)));
  return row ? toPending(row) : null;
}

/** Gives a change of address up: its links are dead. False where there is none. */
export async function dropEmailChange(db: Db, userId: string, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(emailChange)
      .where(eq(emailChange.userId, userId))
      .returning({ userId: emailChange.userId });
    if (gone.length === 0) return false;
    await noteEvent(tx, userId, 'account.email-change-dropped', now);
    return true;
  });
}

export type ChangeLink = { side: 'old' | 'new'; oldEmail: string; newEmail: string; isConfirmed: boolean };

/** What a mailed link is about to agree to; null where it is altered, too old, or its change is over. */
export async function findChangeLink(db: Db, token: string, now: Date): Promise<ChangeLink | null> {
  const hash = hashToken(token);
  const [row] = await db
    .select({ change: emailChange, oldEmail: appUser.email })
    .from(emailChange)
    .innerJoin(appUser, eq(appUser.id, emailChange.userId))
    .where(and(ofToken(hash), gt(emailChange.expiresAt, now)));
  if (!row) return null;
  const { change, oldEmail } = row;
  const side = change.oldToken === hash ? 'old' : 'new';
  const isConfirmed = (side === 'old' ? change.oldConfirmedAt : change.newConfirmedAt) !== null;
  return { side, oldEmail, newEmail: change.newEmail, isConfirmed };
}

/**
 * Agrees to a change of address for the side whose link it is; the second to agree makes it, and the old address
 * is told. Safe to repeat until then. Throws DomainError `link_gone` where the link is no longer good, and
 * `address_taken` where the new address has an account of its own: then the change is given up.
 */
export async function agreeEmailChange(db: Db, token: string, now: Date): Promise<'waiting' | 'changed'> {
  const hash = hashToken(token);
  const outcome = await db.transaction(async (tx) => {
    const at = sql`${now.toISOString()}::timestamptz`;
    // Of two links that are pressed at the same moment, the second one waits here and sees the first.
    const [change] = await tx
      .update(emailChange)
      .set({
        oldConfirmedAt: sql`case when old_token = ${hash} then coalesce(old_confirmed_at, ${at}) else old_confirmed_at end`,
        newConfirmedAt: sql`case when new_token = ${hash} then coalesce(new_confirmed_at, ${at}) else new_confirmed_at end`,
      })
      .where(and(ofToken(hash), gt(emailChange.expiresAt, now)))
      .returning();
    if (!change) throw new DomainError('link_gone');
    if (!change.oldConfirmedAt || !change.newConfirmedAt) return 'waiting';
    const { userId, newEmail } = change;
    await tx.delete(emailChange).where(eq(emailChange.userId, userId));
    if (!(await moveAddress(tx, userId, newEmail, now))) return 'taken';
    await noteEvent(tx, userId, 'account.email-changed', now);
    return 'changed';
  });
  if (outcome === 'taken') throw new DomainError('address_taken');
  return outcome;
}

/** False where the new address is another user's. */
async function moveAddress(db: Db, userId: string, newEmail: string, now: Date): Promise<boolean> {
  const [user] = await db.select({ email: appUser.email }).from(appUser).where(eq(appUser.id, userId));
  const moved = await db
    .transaction((tx) =>
      tx
        .update(appUser)
        .set({ email: newEmail, emailVerified: now })
        .where(eq(appUser.id, userId))
        .returning({ id: appUser.id }),
    )
    .catch((error) => {
      if (isTaken(error)) return [];
      throw error;
    });
  if (!user || moved.length === 0) return false;
  // Sign-in links that are still in the old box would make a new account of the old address.
  await db.delete(verificationToken).where(eq(verificationToken.identifier, user.email));
  await queueMail(db, user.email, { kind: 'email-changed', newEmail });
  return true;
}

/** A violation of the one address per account (SQLSTATE 23505). */
function isTaken(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '23505';
}

function ofToken(hash: string) {
  return or(eq(emailChange.oldToken, hash), eq(emailChange.newToken, hash));
}

function toPending({ newEmail, oldConfirmedAt, newConfirmedAt }: typeof emailChange.$inferSelect) {
  return { newEmail, oldConfirmed: oldConfirmedAt !== null, newConfirmed: newConfirmedAt !== null };
}

async function noteEvent(db: Db, userId: string, type: string, at: Date): Promise<void> {
  const subject = { subject: 'user', subjectId: 0, data: { user: userId } };
  await recordEvent(db, { at, actor: `user:${userId}`, type, ...subject });
}
