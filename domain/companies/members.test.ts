import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '@/db/client';
import { createCompany, createMember } from '@/db/factories';
import { companyInvitation, companyMember } from '@/db/schema/companies';
import { event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import type { CompanyId } from './input';
import { changeRole, listMembers, listMemberships, removeMember } from './members';

const test = useTestDatabase();
const now = new Date('2026-03-01T12:00:00Z');
const by = (userId: string) => ({ now, actor: `user:${userId}` });

let ours: CompanyId;
let theirs: CompanyId;
let owner: string;
let recruiter: string;

beforeEach(async () => {
  await test.db.execute(sql`truncate company, app_user, event cascade`);
  ours = (await createCompany(test.db)).id as CompanyId;
  theirs = (await createCompany(test.db)).id as CompanyId;
  owner = (await createMember(test.db, ours, 'owner')).id;
  recruiter = (await createMember(test.db, ours, 'recruiter')).id;
});

const rolesOf = async (companyId: CompanyId) =>
  new Map((await listMembers(test.db, companyId)).map(({ userId, role }) => [userId, role]));
const events = async () =>
  (await test.db.select({ type: event.type }).from(event).orderBy(asc(event.id))).map(({ type }) => type);

describe('changeRole', () => {
  it('makes a recruiter an owner, once', async () => {
    expect(await changeRole(test.db, ours, recruiter, 'owner', by(owner))).toBe(true);
    expect(await changeRole(test.db, ours, recruiter, 'owner', by(owner))).toBe(false);
    expect((await rolesOf(ours)).get(recruiter)).toBe('owner');
    expect(await events()).toEqual(['member.role-changed']);
  });

  it('refuses to make the last owner a recruiter', async () => {
    await expect(changeRole(test.db, ours, owner, 'recruiter', by(owner))).rejects.toMatchObject({
      code: 'last_owner',
    });
    await changeRole(test.db, ours, recruiter, 'owner', by(owner));
    expect(await changeRole(test.db, ours, owner, 'recruiter', by(owner))).toBe(true);
  });

  it('leaves the people of another company alone', async () => {
    expect(await changeRole(test.db, theirs, recruiter, 'owner', by(owner))).toBe(false);
    expect((await rolesOf(ours)).get(recruiter)).toBe('recruiter');
    expect(await events()).toEqual([]);
  });
});

describe('removeMember', () => {
  it('removes a colleague, once, and the invitations that they had sent', async () => {
    await test.db.insert(companyInvitation).values({
      companyId: ours,
      email: 'friend@mail.example',
      role: 'recruiter',
      token: 'x',
      invitedBy: recruiter,
      expiresAt: now,
    });
    expect(await removeMember(test.db, ours, recruiter, by(owner))).toBe(true);
    expect(await removeMember(test.db, ours, recruiter, by(owner))).toBe(false);
    expect([...(await rolesOf(ours)).keys()]).toEqual([owner]);
    expect(await test.db.$count(companyInvitation)).toBe(0);
    expect(await events()).toEqual(['member.removed']);
  });

  it('does not let the last owner go', async () => {
    await expect(removeMember(test.db, ours, owner, by(owner))).rejects.toMatchObject({ code: 'last_owner' });
    expect((await rolesOf(ours)).get(owner)).toBe('owner');
    expect(await events()).toEqual([]);
  });

  it('lets an owner leave who is not the last', async () => {
    await changeRole(test.db, ours, recruiter, 'owner', by(owner));
    expect(await removeMember(test.db, ours, owner, by(owner))).toBe(true);
    expect(await listMemberships(test.db, owner)).toEqual([]);
    expect(await events()).toEqual(['member.role-changed', 'member.left']);
  });

  it('leaves the people of another company alone', async () => {
    expect(await removeMember(test.db, theirs, recruiter, by(owner))).toBe(false);
    expect((await rolesOf(ours)).size).toBe(2);
  });
});

describe('owners who go at the same moment', () => {
  it.each([2, 3, 5])('of %i one stays, however they go', async (count) => {
    const other = connect(test.url, { max: 6 });
    try {
      for (let round = 0; round < 10; round++) {
        const companyId = (await createCompany(test.db)).id as CompanyId;
        const owners = await Promise.all(
          Array.from({ length: count }, () => createMember(test.db, companyId, 'owner')),
        );
        const goes = await Promise.allSettled(
          owners.map(({ id }, n) =>
            n % 2 === round % 2
              ? removeMember(other.db, companyId, id, by(id))
              : changeRole(other.db, companyId, id, 'recruiter', by(id)),
          ),
        );
        const refused = goes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
        expect(refused.map(({ reason }) => reason.code)).toEqual(['last_owner']);
        const left = await test.db.select().from(companyMember).where(eq(companyMember.companyId, companyId));
        expect(left.filter(({ role }) => role === 'owner')).toHaveLength(1);
      }
    } finally {
      await other.close();
    }
  });
});
