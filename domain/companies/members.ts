import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { appUser } from '@/db/schema/accounts';
import { company, companyInvitation, companyMember } from '@/db/schema/companies';
import { DomainError } from '@/lib/errors';
import type { CompanyId, MemberRole } from './input';

/** A company that a user may act for. */
export type Membership = { companyId: CompanyId; slug: string; name: string; role: MemberRole };

/** The companies of a user, by name. This is the only source of a `CompanyId`. */
export async function listMemberships(db: Db, userId: string): Promise<Membership[]> {
  const rows = await db
    .select({
      companyId: companyMember.companyId,
      slug: company.slug,
      name: company.name,
      role: companyMember.role,
    })
    .from(companyMember)
    .innerJoin(company, eq(company.id, companyMember.companyId))
    .where(eq(companyMember.userId, userId))
    .orderBy(asc(company.name), asc(company.id));
  return rows.map((row) => ({ ...row, companyId: row.companyId as CompanyId }));
}

export type Member = {
  userId: string;
  name: string | null;
  email: string;
  role: MemberRole;
  joinedAt: Date;
};

/** The people of a company, owners first, then in the order in which they came. */
export async function listMembers(db: Db, companyId: CompanyId): Promise<Member[]> {
  return db
    .select({
      userId: appUser.id,
      name: appUser.name,
      email: appUser.email,
      role: companyMember.role,
      joinedAt: companyMember.joinedAt,
    })
    .from(companyMember)
    .innerJoin(appUser, eq(appUser.id, companyMember.userId))
    .where(eq(companyMember.companyId, companyId))
    .orderBy(asc(companyMember.role), asc(companyMember.joinedAt), asc(appUser.email));
}

type Context = { now: Date; actor: string };

/**
 * Gives a member another role; false where there is no such member or nothing to change. Throws DomainError
 * `last_owner` where the company would be left without an owner.
 */
export async function changeRole(
  db: Db,
  companyId: CompanyId,
  userId: string,
  role: MemberRole,
  { now, actor }: Context,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const changed = await tx.execute(sql`
      with ${otherOwners(companyId, userId)}
      update company_member m set role = ${role}
      where m.company_id = ${companyId} and m.user_id = ${userId} and m.role <> ${role}
        and (${role} = 'owner' or (select n from other_owners) > 0)
      returning m.user_id`);
    if (changed.length === 0) {
      const held = await roleOf(tx, companyId, userId);
      if (held && held !== role) throw new DomainError('last_owner');
      return false;
    }
    const data = { user: userId, role };
    await recordEvent(tx, { at: now, actor, type: 'member.role-changed', ...of(companyId), data });
    return true;
  });
}

/**
 * Takes a member, or whoever leaves, off a company, and with them the invitations that they have sent and nobody
 * took up; false where there is no such member. Throws DomainError `last_owner` where the company would be left
 * without an owner.
 */
export async function removeMember(
  db: Db,
  companyId: CompanyId,
  userId: string,
  { now, actor }: Context,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const removed = await tx.execute(sql`
      with ${otherOwners(companyId, userId)}
      delete from company_member m
      where m.company_id = ${companyId} and m.user_id = ${userId}
        and (m.role <> 'owner' or (select n from other_owners) > 0)
      returning m.user_id`);
    if (removed.length === 0) {
      if (await roleOf(tx, companyId, userId)) throw new DomainError('last_owner');
      return false;
    }
    await tx
      .delete(companyInvitation)
      .where(and(eq(companyInvitation.companyId, companyId), eq(companyInvitation.invitedBy, userId)));
    const type = actor === `user:${userId}` ? 'member.left' : 'member.removed';
    await recordEvent(tx, { at: now, actor, type, ...of(companyId), data: { user: userId } });
    return true;
  });
}

/**
 * CTE `other_owners`: how many owners a company has besides that user. It locks the owners' rows, all in one
 * order: of two owners who go at the same moment, the second one waits for the first and then counts anew.
 */
function otherOwners(companyId: CompanyId, userId: string): SQL {
  return sql`
    owners as (
      select user_id from company_member where company_id = ${companyId} and role = 'owner'
      order by user_id for update
    ),
    other_owners as (select count(*) filter (where user_id <> ${userId}) as n from owners)`;
}

async function roleOf(db: Db, companyId: CompanyId, userId: string): Promise<MemberRole | undefined> {
  const [held] = await db
    .select({ role: companyMember.role })
    .from(companyMember)
    .where(and(eq(companyMember.companyId, companyId), eq(companyMember.userId, userId)));
  return held?.role;
}

function of(companyId: CompanyId): { subject: string; subjectId: number } {
  return { subject: 'company', subjectId: companyId };
}
