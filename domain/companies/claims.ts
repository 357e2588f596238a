import { and, asc, desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { appUser } from '@/db/schema/accounts';
import { company, companyClaim, companyMember } from '@/db/schema/companies';
import { findVerifiedEmail } from '@/domain/accounts/account';
import { listOperators } from '@/domain/accounts/operators';
import { queueMail } from '@/domain/mail/commands';
import { DomainError } from '@/lib/errors';
import { vouchesFor } from './create';
import type { CompanyId, MemberRole } from './input';
import { joinCompany } from './join';

type ClaimContext = {
  now: Date;
  /** OPERATOR_EMAIL; operators with an account are told too. */
  operatorEmail: string | undefined;
};

/**
 * Claims a company for a user. It is theirs at once where it has no owner and their verified address is at its
 * own domain, no public mail service's. Otherwise the claim waits: for its owners and the operator where it has
 * owners, else for the operator, who are told by mail. A claim that waits already stays as it is. Throws
 * DomainError `no_company`, or `already_member`.
 */
export async function claimCompany(
  db: Db,
  user: { id: string; email: string },
  { companyId, message }: { companyId: number; message: string },
  { now, operatorEmail }: ClaimContext,
): Promise<'granted' | 'waiting'> {
  return db.transaction(async (tx) => {
    // Locked, so that of two colleagues who claim at the same moment one is first.
    const [claimed] = await tx
      .select({ name: company.name, domain: company.domain })
      .from(company)
      .where(eq(company.id, companyId))
      .for('no key update');
    if (!claimed) throw new DomainError('no_company');
    const members = await tx
      .select({ userId: companyMember.userId, role: companyMember.role, email: appUser.email })
      .from(companyMember)
      .innerJoin(appUser, eq(appUser.id, companyMember.userId))
      .where(eq(companyMember.companyId, companyId));
    const owners = members.filter(({ role }) => role === 'owner');
    const mine = members.find(({ userId }) => userId === user.id);
    // A recruiter may claim a company whose last owner is gone.
    if (mine && (mine.role === 'owner' || owners.length > 0)) throw new DomainError('already_member');
    const granted = owners.length === 0 && vouchesFor(await findVerifiedEmail(tx, user.id), claimed.domain);
    const [claim] = await tx
      .insert(companyClaim)
      .values({
        companyId,
        userId: user.id,
        state: granted ? 'granted' : 'waiting',
        message,
        createdAt: now,
        decidedAt: granted ? now : null,
      })
      .onConflictDoNothing()
      .returning({ id: companyClaim.id });
    if (!claim) return 'waiting';
    const type = granted ? 'company.claimed' : 'company.claim-made';
    const data = { claim: claim.id, user: user.id };
    await recordEvent(tx, {
      at: now,
      actor: `user:${user.id}`,
      type,
      subject: 'company',
      subjectId: companyId,
      data,
    });
    if (granted) {
      await joinCompany(tx, companyId, user.id, 'owner', now);
      return 'granted';
    }
    const letter = { company: claimed.name, email: user.email };
    for (const to of await listOperators(tx, operatorEmail)) {
      await queueMail(tx, to, { kind: 'claim-received', ...letter });
    }
    for (const { email } of owners) {
      await queueMail(tx, email, { kind: 'claim-of-colleague', ...letter });
    }
    return 'waiting';
  });
}

type Decision = {
  now: Date;
  actor: string;
  /** Where an owner decides: for which company, and as what the other comes in. */
  within?: { companyId: CompanyId; role: MemberRole };
};

/**
 * Decides a claim that waits, and mails the answer; false where it does not wait (any more), or is not one of
 * the company that is decided for. Granted by the operator, it makes an owner.
 */
export async function decideClaim(
  db: Db,
  claimId: number,
  granted: boolean,
  { now, actor, within }: Decision,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [claim] = await tx
      .update(companyClaim)
      .set({ state: granted ? 'granted' : 'refused', decidedAt: now })
      .where(
        and(
          eq(companyClaim.id, claimId),
          eq(companyClaim.state, 'waiting'),
          within && eq(companyClaim.companyId, within.companyId),
        ),
      )
      .returning({ companyId: companyClaim.companyId, userId: companyClaim.userId });
    if (!claim) return false;
    const { companyId, userId } = claim;
    if (granted) await joinCompany(tx, companyId, userId, within?.role ?? 'owner', now);
    await recordEvent(tx, {
      at: now,
      actor,
      type: granted ? 'company.claim-granted' : 'company.claim-refused',
      subject: 'company',
      subjectId: companyId,
      data: { claim: claimId, user: userId },
    });
    const [told] = await tx
      .select({ email: appUser.email, company: company.name })
      .from(appUser)
      .innerJoin(company, eq(company.id, companyId))
      .where(eq(appUser.id, userId));
    if (told) {
      await queueMail(tx, told.email, { kind: 'claim-decided', company: told.company, granted });
    }
    return true;
  });
}

export type WaitingClaim = {
  id: number;
  email: string;
  name: string | null;
  message: string;
  createdAt: Date;
};

/** Claims of a company that wait for its owners, oldest first. */
export async function listWaitingClaims(db: Db, companyId: CompanyId): Promise<WaitingClaim[]> {
  return db
    .select({
      id: companyClaim.id,
      email: appUser.email,
      name: appUser.name,
      message: companyClaim.message,
      createdAt: companyClaim.createdAt,
    })
    .from(companyClaim)
    .innerJoin(appUser, eq(appUser.id, companyClaim.userId))
    .where(and(eq(companyClaim.companyId, companyId), eq(companyClaim.state, 'waiting')))
    .orderBy(asc(companyClaim.createdAt), asc(companyClaim.id));
}

export type OwnClaim = { id: number; company: string; slug: string; createdAt: Date };

/** What a user has claimed and nobody has decided, newest first. */
export async function listOwnClaims(db: Db, userId: string): Promise<OwnClaim[]> {
  return db
    .select({
      id: companyClaim.id,
      company: company.name,
      slug: company.slug,
      createdAt: companyClaim.createdAt,
    })
    .from(companyClaim)
    .innerJoin(company, eq(company.id, companyClaim.companyId))
    .where(and(eq(companyClaim.userId, userId), eq(companyClaim.state, 'waiting')))
    .orderBy(desc(companyClaim.createdAt), desc(companyClaim.id));
}
