import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { appUser, verificationToken } from '@/db/schema/accounts';
import { companyMember } from '@/db/schema/companies';
import { offerDraft } from '@/db/schema/drafts';
import { queueMail } from '@/domain/mail/commands';
import { DomainError } from '@/lib/errors';
import { inTurn } from './changes';
import { closeOffers } from './commands';

/** What a user who goes decides for a company that they are the last owner of. */
export type Bequest =
  /** Another member becomes its owner. */
  | { kind: 'heir'; userId: string }
  /** Its offers are closed. */
  | { kind: 'close' }
  /** Its offers stay on the list until they run out or the roll call hears nothing: where nobody is left. */
  | { kind: 'leave' };

/** A company that somebody has to decide about before they can go. */
export type Orphan = {
  companyId: number;
  name: string;
  /** On the list, or paused. */
  openOffers: number;
  heirs: { userId: string; name: string | null; email: string }[];
};

/** The companies that a user is the last owner of and where something hangs on it: offers, or colleagues. */
export async function listOrphans(db: Db, userId: string): Promise<Orphan[]> {
  return db.execute<Orphan>(sql`
    select c.id as "companyId", c.name,
      (select count(*)::int from offer o where o.company_id = c.id and o.state in ('live', 'paused')) as "openOffers",
      coalesce((select json_agg(json_build_object('userId', u.id, 'name', u.name, 'email', u.email) order by u.email)
        from company_member h join app_user u on u.id = h.user_id
        where h.company_id = c.id and h.user_id <> ${userId}), '[]') as heirs
    from company_member m join company c on c.id = m.company_id
    where m.user_id = ${userId} and m.role = 'owner' and not exists (
        select from company_member other
        where other.company_id = c.id and other.role = 'owner' and other.user_id <> ${userId})
      and (exists (select from offer o where o.company_id = c.id and o.state in ('live', 'paused'))
        or exists (select from company_member h where h.company_id = c.id and h.user_id <> ${userId}))
    order by c.name, c.id`);
}

/**
 * Deletes an account: address, name, sessions and memberships, and drafts that no company has. Companies and
 * their offers stay, and so do events and orders, which know the user by an id that says nothing. A last mail
 * confirms it. `bequests` are by company; throws DomainError `undecided` (the message is the company's name) where
 * the user is the last owner and its open offers have nobody to answer for them: an heir has to be named among the
 * other members, or the offers closed; only where there are no other members may they be left. False where there
 * is no such user (any more).
 */
export async function deleteAccount(
  db: Db,
  userId: string,
  bequests: ReadonlyMap<number, Bequest>,
  now: Date,
): Promise<boolean> {
  const actor = `user:${userId}`;
  return inTurn(db, async (tx) => {
    // Nobody joins, leaves or changes roles there meanwhile.
    await tx.execute(sql`
      select 1 from company_member where company_id in (select company_id from company_member where user_id = ${userId})
      order by company_id, user_id for update`);
    const [user] = await tx.select({ email: appUser.email }).from(appUser).where(eq(appUser.id, userId));
    if (!user) return false;
    for (const orphan of await listOrphans(tx, userId)) {
      await settle(tx, orphan, bequests.get(orphan.companyId), { now, actor });
    }
    await tx.delete(offerDraft).where(and(eq(offerDraft.userId, userId), isNull(offerDraft.companyId)));
    await tx.delete(verificationToken).where(eq(verificationToken.identifier, user.email));
    await tx.delete(appUser).where(eq(appUser.id, userId));
    const subject = { subject: 'user', subjectId: 0, data: { user: userId } };
    await recordEvent(tx, { at: now, actor, type: 'account.deleted', ...subject });
    await queueMail(tx, user.email, { kind: 'account-deleted' });
    return true;
  });
}

async function settle(
  db: Db,
  { companyId, name, openOffers, heirs }: Orphan,
  bequest: Bequest | undefined,
  { now, actor }: { now: Date; actor: string },
): Promise<void> {
  if (bequest?.kind === 'heir') {
    if (!heirs.some(({ userId }) => userId === bequest.userId)) throw new DomainError('undecided', name);
    await db
      .update(companyMember)
      .set({ role: 'owner' })
      .where(and(eq(companyMember.companyId, companyId), eq(companyMember.userId, bequest.userId)));
    const data = { user: bequest.userId, role: 'owner' };
    const subject = { subject: 'company', subjectId: companyId, data };
    await recordEvent(db, { at: now, actor, type: 'member.role-changed', ...subject });
  } else if (bequest?.kind === 'close') {
    const open = await db.execute<{ id: number }>(sql`
      select id from offer where company_id = ${companyId} and state in ('live', 'paused') order by id`);
    const ids = open.map(({ id }) => id);
    await closeOffers(db, ids, 'filled', { now, actor });
  } else if (openOffers > 0 && (heirs.length > 0 || bequest?.kind !== 'leave')) {
    throw new DomainError('undecided', name);
  }
}
