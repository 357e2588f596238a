import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCompany, createMember, createUser } from '@/db/factories';
import { event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { dropQueuedMail, listQueuedMail } from '@/dev/testing/queued-mail';
import type { CompanyId } from './input';
import {
  acceptInvitation,
  findInvitation,
  inviteColleague,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from './invitations';
import { listMembers, listMemberships } from './members';

const test = useTestDatabase();
const now = new Date('2026-03-01T12:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const BO = 'bo@kvarnen.example';

let ours: CompanyId;
let theirs: CompanyId;
let anna: { id: string; email: string; name: string | null };

beforeEach(async () => {
  await test.db.execute(sql`truncate company, app_user, event cascade`);
  await dropQueuedMail(test.db);
  ours = (await createCompany(test.db, { name: 'Kvarnen' })).id as CompanyId;
  theirs = (await createCompany(test.db)).id as CompanyId;
  anna = await createMember(test.db, ours, 'owner', { email: 'anna@kvarnen.example', name: 'Anna' });
});

const context = (at = now) => ({ now: at, inviter: anna, siteUrl: 'https://jobs.example' });

async function invite(role: 'owner' | 'recruiter' = 'recruiter'): Promise<string> {
  await inviteColleague(test.db, ours, { email: BO, role }, context());
  return lastToken();
}

async function lastToken(): Promise<string> {
  const mail = (await listQueuedMail(test.db)).at(-1)?.mail;
  if (mail?.kind !== 'invitation') throw new Error('no invitation was mailed');
  return new URL(mail.url).searchParams.get('token') ?? '';
}

describe('an invitation', () => {
  it('is mailed, and makes whoever owns the address a member, once', async () => {
    const token = await invite('owner');
    expect(await listQueuedMail(test.db)).toEqual([
      {
        to: BO,
        mail: {
          kind: 'invitation',
          url: `https://jobs.example/invitation?token=${token}`,
          company: 'Kvarnen',
          role: 'owner',
          invitedBy: 'Anna (anna@kvarnen.example)',
        },
      },
    ]);
    expect(await findInvitation(test.db, token, now)).toEqual({
      company: 'Kvarnen',
      role: 'owner',
      email: BO,
      invitedBy: 'Anna',
    });
    const bo = await createUser(test.db, { email: BO });
    await acceptInvitation(test.db, token, bo, now);
    expect(await listMemberships(test.db, bo.id)).toMatchObject([{ companyId: ours, role: 'owner' }]);
    await expect(acceptInvitation(test.db, token, bo, now)).rejects.toMatchObject({
      code: 'invitation_gone',
    });
    expect(await findInvitation(test.db, token, now)).toBeNull();
    expect(await test.db.$count(event)).toBe(2);
  });

  it('is for its address alone', async () => {
    const token = await invite();
    const eve = await createUser(test.db, { email: 'eve@mail.example' });
    await expect(acceptInvitation(test.db, token, eve, now)).rejects.toMatchObject({
      code: 'invitation_for_other',
    });
    expect(await listMembers(test.db, ours)).toHaveLength(1);
  });

  it('holds for a week, and is refused where a letter of it differs', async () => {
    const token = await invite();
    const bo = await createUser(test.db, { email: BO });
    for (const [wrong, at] of [
      [token, inDays(7)],
      [`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, now],
      ['', now],
    ] as const) {
      expect(await findInvitation(test.db, wrong, at)).toBeNull();
      await expect(acceptInvitation(test.db, wrong, bo, at)).rejects.toMatchObject({
        code: 'invitation_gone',
      });
    }
    expect(await listMemberships(test.db, bo.id)).toEqual([]);
  });

  it('sent again works for another week, and its first link no more', async () => {
    const first = await invite();
    const [open] = await listInvitations(test.db, ours);
    expect(await resendInvitation(test.db, ours, open?.id ?? 0, context(inDays(5)))).toBe(true);
    const second = await lastToken();
    expect(await findInvitation(test.db, first, inDays(6))).toBeNull();
    expect(await findInvitation(test.db, second, inDays(11))).toMatchObject({ email: BO });
    expect(await listInvitations(test.db, ours)).toHaveLength(1);
    // The first mail had not been sent yet, and need not be any more.
    expect(await listQueuedMail(test.db)).toHaveLength(1);
  });

  it('withdrawn is dead', async () => {
    const token = await invite();
    const [open] = await listInvitations(test.db, ours);
    const by = { now, actor: `user:${anna.id}` };
    expect(await withdrawInvitation(test.db, ours, open?.id ?? 0, by)).toBe(true);
    expect(await withdrawInvitation(test.db, ours, open?.id ?? 0, by)).toBe(false);
    expect(await findInvitation(test.db, token, now)).toBeNull();
  });

  it('of another company can be neither withdrawn nor sent again', async () => {
    const token = await invite();
    const [open] = await listInvitations(test.db, ours);
    const by = { now, actor: `user:${anna.id}` };
    expect(await withdrawInvitation(test.db, theirs, open?.id ?? 0, by)).toBe(false);
    expect(await resendInvitation(test.db, theirs, open?.id ?? 0, context())).toBe(false);
    expect(await findInvitation(test.db, token, now)).not.toBeNull();
    expect(await listInvitations(test.db, theirs)).toEqual([]);
  });

  it('is not sent to a colleague, and makes nobody less than they are', async () => {
    const token = await invite('recruiter');
    const bo = await createMember(test.db, ours, 'owner', { email: BO });
    await expect(
      inviteColleague(test.db, ours, { email: BO, role: 'recruiter' }, context()),
    ).rejects.toMatchObject({ code: 'already_member' });
    await acceptInvitation(test.db, token, bo, now);
    expect(await listMemberships(test.db, bo.id)).toMatchObject([{ companyId: ours, role: 'owner' }]);
  });

  it('is one of fifty at most', async () => {
    for (let n = 0; n < 50; n++) {
      await inviteColleague(test.db, ours, { email: `p${n}@mail.example`, role: 'recruiter' }, context());
    }
    await expect(invite()).rejects.toMatchObject({ code: 'too_many_invitations' });
    // Those that have lapsed do not count.
    await inviteColleague(test.db, ours, { email: BO, role: 'recruiter' }, context(inDays(7)));
  });
});
