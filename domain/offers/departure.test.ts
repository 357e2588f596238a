import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '@/db/client';
import { createCompany, createMember, createOffer, createUser } from '@/db/factories';
import { appUser, session, verificationToken } from '@/db/schema/accounts';
import { company } from '@/db/schema/companies';
import { offerDraft } from '@/db/schema/drafts';
import { offer } from '@/db/schema/offers';
import { event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { dropQueuedMail, listQueuedMail } from '@/dev/testing/queued-mail';
import type { CompanyId } from '@/domain/companies/input';
import { listMembers, removeMember } from '@/domain/companies/members';
import { type Bequest, deleteAccount, listOrphans } from './departure';
import { indexOffers } from './search-index';

const test = useTestDatabase();
const now = new Date('2026-03-01T12:00:00Z');

let ours: CompanyId;
let anna: string;

beforeEach(async () => {
  await test.db.execute(sql`truncate offer, company, app_user, event, verification_token cascade`);
  await dropQueuedMail(test.db);
  ours = (await createCompany(test.db, { name: 'Kvarnen' })).id as CompanyId;
  anna = (await createMember(test.db, ours, 'owner', { email: 'anna@kvarnen.example' })).id;
});

async function liveOffer(): Promise<number> {
  const { id } = await createOffer(test.db, { companyId: ours, postedBy: anna, publishedAt: now });
  await indexOffers(test.db, [id]);
  return id;
}
const remove = (bequest?: Bequest) =>
  deleteAccount(test.db, anna, new Map(bequest ? [[ours, bequest]] : []), now);
const stateOf = async (id: number) => (await test.db.select().from(offer).where(eq(offer.id, id)))[0]?.state;
const isThere = async () => (await test.db.$count(appUser, eq(appUser.id, anna))) === 1;

describe('an account that is deleted', () => {
  it('takes name, sessions and own drafts with it; what was done stays, by the id alone', async () => {
    const expires = new Date('2026-04-01T00:00:00Z');
    await test.db.insert(session).values({ sessionToken: 's', userId: anna, expires });
    const email = 'anna@kvarnen.example';
    await test.db.insert(verificationToken).values({ identifier: email, token: 't', expires });
    const draft = { userId: anna, form: {}, createdAt: now, updatedAt: now };
    await test.db.insert(offerDraft).values([
      { id: 'own', ...draft },
      { id: 'company', ...draft, companyId: ours },
    ]);
    expect(await remove()).toBe(true);
    expect(await isThere()).toBe(false);
    expect(await test.db.$count(session)).toBe(0);
    expect(await test.db.$count(verificationToken)).toBe(0);
    const drafts = await test.db.select({ id: offerDraft.id, userId: offerDraft.userId }).from(offerDraft);
    expect(drafts).toEqual([{ id: 'company', userId: null }]);
    expect(await test.db.$count(company)).toBe(1);
    const [last] = await test.db.select().from(event);
    expect(last).toMatchObject({ actor: `user:${anna}`, type: 'account.deleted', data: { user: anna } });
    expect(JSON.stringify(last)).not.toContain('kvarnen.example');
    expect(await listQueuedMail(test.db)).toEqual([{ to: email, mail: { kind: 'account-deleted' } }]);
    expect(await remove()).toBe(false);
    expect(await listQueuedMail(test.db)).toHaveLength(1);
  });

  it('of a company’s only member has its offers closed, or left on the list', async () => {
    const id = await liveOffer();
    expect(await listOrphans(test.db, anna)).toEqual([
      { companyId: ours, name: 'Kvarnen', openOffers: 1, heirs: [] },
    ]);
    await expect(remove()).rejects.toMatchObject({ code: 'undecided', message: 'Kvarnen' });
    expect(await remove({ kind: 'close' })).toBe(true);
    expect(await stateOf(id)).toBe('filled');
  });

  it('leaves the offers on the list where so decided', async () => {
    const id = await liveOffer();
    expect(await remove({ kind: 'leave' })).toBe(true);
    const [left] = await test.db.select().from(offer).where(eq(offer.id, id));
    expect(left).toMatchObject({ state: 'live', postedBy: null, companyId: ours });
  });

  it('of a last owner names another one among the members', async () => {
    const id = await liveOffer();
    const bo = await createMember(test.db, ours, 'recruiter');
    const stranger = await createUser(test.db);
    expect((await listOrphans(test.db, anna))[0]?.heirs.map(({ userId }) => userId)).toEqual([bo.id]);
    const undecided = [undefined, { kind: 'leave' }, { kind: 'heir', userId: stranger.id }] as const;
    for (const bequest of undecided) {
      await expect(remove(bequest)).rejects.toMatchObject({ code: 'undecided' });
    }
    expect(await isThere()).toBe(true);
    expect(await remove({ kind: 'heir', userId: bo.id })).toBe(true);
    expect(await listMembers(test.db, ours)).toMatchObject([{ userId: bo.id, role: 'owner' }]);
    expect(await stateOf(id)).toBe('live');
    const types = await test.db.select({ type: event.type }).from(event).orderBy(asc(event.id));
    expect(types.map(({ type }) => type)).toEqual(['member.role-changed', 'account.deleted']);
  });

  it('of one owner of two decides nothing', async () => {
    const id = await liveOffer();
    await createMember(test.db, ours, 'owner');
    expect(await listOrphans(test.db, anna)).toEqual([]);
    expect(await remove({ kind: 'close' })).toBe(true);
    expect(await stateOf(id)).toBe('live');
  });

  it('and another owner who leaves at the same moment do not both go', async () => {
    const other = connect(test.url, { max: 4 });
    try {
      for (let round = 0; round < 10; round++) {
        const companyId = (await createCompany(test.db)).id as CompanyId;
        const [first, second] = await Promise.all([
          createMember(test.db, companyId, 'owner'),
          createMember(test.db, companyId, 'owner'),
        ]);
        await createOffer(test.db, { companyId, publishedAt: now });
        const goes = [
          () => deleteAccount(other.db, first.id, new Map(), now),
          () => removeMember(other.db, companyId, second.id, { now, actor: `user:${second.id}` }),
        ];
        const results = await Promise.allSettled((round % 2 ? goes : goes.toReversed()).map((go) => go()));
        expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
        expect(await listMembers(test.db, companyId)).toMatchObject([{ role: 'owner' }]);
      }
    } finally {
      await other.close();
    }
  });

  it('touches no company of others', async () => {
    const theirs = (await createCompany(test.db)).id as CompanyId;
    await createMember(test.db, theirs, 'owner');
    const { id } = await createOffer(test.db, { companyId: theirs, publishedAt: now });
    await deleteAccount(test.db, anna, new Map([[theirs, { kind: 'close' }]]), now);
    expect(await stateOf(id)).toBe('live');
    expect(await listMembers(test.db, theirs)).toHaveLength(1);
  });
});
