import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { appUser } from '@/db/schema/accounts';
import { company, companyInvitation, companyMember } from '@/db/schema/companies';
import { queueMail } from '@/domain/mail/commands';
import { DomainError } from '@/lib/errors';
import { hashToken, makeToken } from '@/lib/secret';
import type { CompanyId, MemberRole } from './input';
import { joinCompany } from './join';

/** How long an invitation holds, as its letter says. */
export const INVITATION_DAYS = 7;
/** Invitations of a company that may be open at once. */
const MOST_OPEN = 50;
const DAY_MS = 86_400_000;

type Inviter = {
  now: Date;
  inviter: { id: string; email: string; name: string | null };
  /** Origin of the links in the mail. */
  siteUrl: string;
};

/**
 * Invites the owner of an address, by mail. Who is invited a second time gets a new link, and the earlier one is
 * dead. Throws DomainError `already_member`, or `too_many_invitations` while 50 others are open.
 */
export async function inviteColleague(
  db: Db,
  companyId: CompanyId,
  { email, role }: { email: string; role: MemberRole },
  { now, inviter, siteUrl }: Inviter,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [known] = await tx
      .select({ name: company.name })
      .from(company)
      .where(eq(company.id, companyId))
      .for('no key update');
    const [member] = await tx
      .select({ id: appUser.id })
      .from(companyMember)
      .innerJoin(appUser, eq(appUser.id, companyMember.userId))
      .where(and(eq(companyMember.companyId, companyId), eq(appUser.email, email)));
    if (member) throw new DomainError('already_member');
    const others = await tx.$count(
      companyInvitation,
      sql`company_id = ${companyId} and email <> ${email} and expires_at > ${now.toISOString()}::timestamptz`,
    );
    if (others >= MOST_OPEN) throw new DomainError('too_many_invitations');
    const token = makeToken();
    const fields = {
      role,
      token: hashToken(token),
      invitedBy: inviter.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS),
    };
    const [invitation] = await tx
      .insert(companyInvitation)
      .values({ companyId, email, ...fields })
      .onConflictDoUpdate({ target: [companyInvitation.companyId, companyInvitation.email], set: fields })
      .returning({ id: companyInvitation.id });
    await queueMail(
      tx,
      email,
      {
        kind: 'invitation',
        url: `${siteUrl}/invitation?token=${token}`,
        company: known?.name ?? '',
        role,
        invitedBy: inviter.name ? `${inviter.name} (${inviter.email})` : inviter.email,
      },
      { key: `invitation:${companyId}:${email}` },
    );
    await recordEvent(tx, {
      at: now,
      actor: `user:${inviter.id}`,
      type: 'member.invited',
      subject: 'company',
      subjectId: companyId,
      data: { invitation: invitation?.id, role },
    });
  });
}

/** Mails an invitation once more, with a new link and another week; false where there is none. */
export async function resendInvitation(
  db: Db,
  companyId: CompanyId,
  invitationId: number,
  context: Inviter,
): Promise<boolean> {
  const [open] = await db
    .select({ email: companyInvitation.email, role: companyInvitation.role })
    .from(companyInvitation)
    .where(and(eq(companyInvitation.id, invitationId), eq(companyInvitation.companyId, companyId)));
  if (!open) return false;
  await inviteColleague(db, companyId, open, context);
  return true;
}

/** Takes an invitation back: its link is dead. False where there is none. */
export async function withdrawInvitation(
  db: Db,
  companyId: CompanyId,
  invitationId: number,
  { now, actor }: { now: Date; actor: string },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(companyInvitation)
      .where(and(eq(companyInvitation.id, invitationId), eq(companyInvitation.companyId, companyId)))
      .returning({ id: companyInvitation.id });
    if (gone.length === 0) return false;
    await recordEvent(tx, {
      at: now,
      actor,
      type: 'member.invitation-withdrawn',
      subject: 'company',
      subjectId: companyId,
      data: { invitation: invitationId },
    });
    return true;
  });
}

export type OpenInvitation = {
  id: number;
  email: string;
  role: MemberRole;
  createdAt: Date;
  /** May be past: then only a new mail helps. */
  expiresAt: Date;
};

/** Invitations that nobody took up yet, oldest first. */
export async function listInvitations(db: Db, companyId: CompanyId): Promise<OpenInvitation[]> {
  return db
    .select({
      id: companyInvitation.id,
      email: companyInvitation.email,
      role: companyInvitation.role,
      createdAt: companyInvitation.createdAt,
      expiresAt: companyInvitation.expiresAt,
    })
    .from(companyInvitation)
    .where(eq(companyInvitation.companyId, companyId))
    .orderBy(asc(companyInvitation.createdAt), asc(companyInvitation.id));
}

export type Invitation = { company: string; role: MemberRole; email: string; invitedBy: string | null };

/** What the mailed link invites to; null where it was used, withdrawn, altered or is too old. */
export async function findInvitation(db: Db, token: string, now: Date): Promise<Invitation | null> {
  const [found] = await db
    .select({
      company: company.name,
      role: companyInvitation.role,
      email: companyInvitation.email,
      invitedBy: sql<string | null>`coalesce(${appUser.name}, ${appUser.email})`,
    })
    .from(companyInvitation)
    .innerJoin(company, eq(company.id, companyInvitation.companyId))
    .leftJoin(appUser, eq(appUser.id, companyInvitation.invitedBy))
    .where(and(eq(companyInvitation.token, hashToken(token)), gt(companyInvitation.expiresAt, now)));
  return found ?? null;
}

/**
 * Makes the user a member of the company that the link invites to, once; who is one already is never made less.
 * Resolves to the company's slug. Throws DomainError `invitation_gone` where the link is no longer good, and
 * `invitation_for_other` where it was mailed to another address than the user's.
 */
export async function acceptInvitation(
  db: Db,
  token: string,
  user: { id: string; email: string },
  now: Date,
): Promise<string> {
  return db.transaction(async (tx) => {
    const [taken] = await tx
      .delete(companyInvitation)
      .where(
        and(
          eq(companyInvitation.token, hashToken(token)),
          eq(companyInvitation.email, user.email),
          gt(companyInvitation.expiresAt, now),
        ),
      )
      .returning({ companyId: companyInvitation.companyId, role: companyInvitation.role });
    if (!taken) {
      const other = await findInvitation(tx, token, now);
      throw new DomainError(other ? 'invitation_for_other' : 'invitation_gone');
    }
    const { companyId, role } = taken;
    await joinCompany(tx, companyId, user.id, role, now);
    await recordEvent(tx, {
      at: now,
      actor: `user:${user.id}`,
      type: 'member.joined',
      subject: 'company',
      subjectId: companyId,
      data: { user: user.id, role },
    });
    const [known] = await tx.select({ slug: company.slug }).from(company).where(eq(company.id, companyId));
    return known?.slug ?? '';
  });
}
