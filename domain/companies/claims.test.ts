import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '@/db/client';
import { createUser, createCompany as insertCompany } from '@/db/factories';
import { company } from '@/db/schema/companies';
import { cacheInvalidation, event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { dropQueuedMail, listQueuedMail } from '@/dev/testing/queued-mail';
import { claimCompany, decideClaim, listOwnClaims, listWaitingClaims } from './claims';
import { saveCompanies } from './commands';
import { createCompany, findMatches } from './create';
import type { CompanyId } from './input';
import { acceptInvitation, inviteColleague } from './invitations';
import { listMembers, listMemberships } from './members';

const test = useTestDatabase();
const now = new Date('2026-03-01T12:00:00Z');
const context = { now, operatorEmail: 'operator@jobs.example' };
const message = 'I work there.';
const operator = { now, actor: 'user:operator' };

let kvarnen: CompanyId;

beforeEach(async () => {
  await test.db.execute(sql`truncate company, app_user, event, cache_invalidation cascade`);
  await dropQueuedMail(test.db);
  const known = { name: 'Kvarnen', nameKey: 'kvarnen', slug: 'kvarnen', domain: 'kvarnen.example' };
  kvarnen = (await insertCompany(test.db, known)).id as CompanyId;
});

const claim = (user: { id: string; email: string }, companyId: number = kvarnen) =>
  claimCompany(test.db, user, { companyId, message }, context);
const mails = async () => (await listQueuedMail(test.db)).map(({ to, mail }) => [to, mail.kind]);

describe('a claim', () => {
  it('is granted at once to an address at the company’s own domain', async () => {
    const anna = await createUser(test.db, { email: 'anna@kvarnen.example' });
    expect(await claim(anna)).toBe('granted');
    expect(await listMemberships(test.db, anna.id)).toMatchObject([{ companyId: kvarnen, role: 'owner' }]);
    await expect(claim(anna)).rejects.toMatchObject({ code: 'already_member' });
    expect(await mails()).toEqual([]);
  });

  it.each([
    ['another domain', { email: 'eve@kvarnen.example.org' }],
    ['a domain below', { email: 'eve@mail.kvarnen.example' }],
    ['an address that was not verified', { email: 'eve@kvarnen.example', emailVerified: null }],
  ])('of %s waits for the operator', async (_, fields) => {
    const eve = await createUser(test.db, fields);
    expect(await claim(eve)).toBe('waiting');
    expect(await claim(eve)).toBe('waiting');
    expect(await listMemberships(test.db, eve.id)).toEqual([]);
    expect(await mails()).toEqual([['operator@jobs.example', 'claim-received']]);
    expect(await listOwnClaims(test.db, eve.id)).toMatchObject([{ company: 'Kvarnen' }]);
  });

  it('of a mail service as if it were a company’s domain waits', async () => {
    const gmail = await insertCompany(test.db, { domain: 'gmail.com' });
    const eve = await createUser(test.db, { email: 'eve@gmail.com' });
    expect(await claim(eve, gmail.id)).toBe('waiting');
  });

  it('of a company with an owner waits for the owners, whatever the address', async () => {
    const anna = await createUser(test.db, { email: 'anna@kvarnen.example' });
    const bo = await createUser(test.db, { email: 'bo@kvarnen.example' });
    await claim(anna);
    expect(await claim(bo)).toBe('waiting');
    expect(await mails()).toEqual([
      ['operator@jobs.example', 'claim-received'],
      ['anna@kvarnen.example', 'claim-of-colleague'],
    ]);
  });

  it('of two colleagues at the same moment makes one of them the owner', async () => {
    const other = connect(test.url, { max: 4 });
    try {
      const users = await Promise.all(
        ['anna', 'bo', 'cy', 'di'].map((name) => createUser(test.db, { email: `${name}@kvarnen.example` })),
      );
      const results = await Promise.all(
        users.map((user) => claimCompany(other.db, user, { companyId: kvarnen, message }, context)),
      );
      expect(results.toSorted()).toEqual(['granted', 'waiting', 'waiting', 'waiting']);
      expect(await listMembers(test.db, kvarnen)).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  it('is settled where its user is invited meanwhile', async () => {
    const [anna, eve] = await Promise.all([
      createUser(test.db, { email: 'anna@kvarnen.example' }),
      createUser(test.db, { email: 'eve@mail.example' }),
    ]);
    await claim(anna);
    await claim(eve);
    const inviter = { now, inviter: { ...anna, name: null }, siteUrl: 'https://jobs.example' };
    await inviteColleague(test.db, kvarnen, { email: eve.email, role: 'recruiter' }, inviter);
    const mail = (await listQueuedMail(test.db)).at(-1)?.mail;
    const token = mail?.kind === 'invitation' ? new URL(mail.url).searchParams.get('token') : null;
    await acceptInvitation(test.db, token ?? '', eve, now);
    expect(await listWaitingClaims(test.db, kvarnen)).toEqual([]);
    expect(await listOwnClaims(test.db, eve.id)).toEqual([]);
  });

  it('of no company is refused', async () => {
    const anna = await createUser(test.db);
    await expect(claim(anna, 999_999)).rejects.toMatchObject({ code: 'no_company' });
  });
});

describe('decideClaim', () => {
  async function waitingClaim() {
    const eve = await createUser(test.db, { email: 'eve@mail.example' });
    await claim(eve);
    await dropQueuedMail(test.db);
    const [waiting] = await listWaitingClaims(test.db, kvarnen);
    return { eve, id: waiting?.id ?? 0 };
  }

  it('makes an owner of whom the operator believes, and says so by mail, once', async () => {
    const { eve, id } = await waitingClaim();
    expect(await decideClaim(test.db, id, true, operator)).toBe(true);
    expect(await decideClaim(test.db, id, false, operator)).toBe(false);
    expect(await listMemberships(test.db, eve.id)).toMatchObject([{ companyId: kvarnen, role: 'owner' }]);
    expect(await listQueuedMail(test.db)).toEqual([
      { to: eve.email, mail: { kind: 'claim-decided', company: 'Kvarnen', granted: true } },
    ]);
  });

  it('turned down leaves everything as it was, and may be tried again', async () => {
    const { eve, id } = await waitingClaim();
    expect(await decideClaim(test.db, id, false, operator)).toBe(true);
    expect(await decideClaim(test.db, id, true, operator)).toBe(false);
    expect(await listMemberships(test.db, eve.id)).toEqual([]);
    expect(await mails()).toEqual([['eve@mail.example', 'claim-decided']]);
    expect(await claim(eve)).toBe('waiting');
    expect(await listWaitingClaims(test.db, kvarnen)).toHaveLength(1);
  });

  it('lets an owner take somebody in as a recruiter, of their own company only', async () => {
    const { eve, id } = await waitingClaim();
    const theirs = (await insertCompany(test.db)).id as CompanyId;
    const within = (companyId: CompanyId) => ({
      ...operator,
      within: { companyId, role: 'recruiter' as const },
    });
    expect(await decideClaim(test.db, id, true, within(theirs))).toBe(false);
    expect(await listMemberships(test.db, eve.id)).toEqual([]);
    expect(await decideClaim(test.db, id, true, within(kvarnen))).toBe(true);
    expect(await listMemberships(test.db, eve.id)).toMatchObject([{ companyId: kvarnen, role: 'recruiter' }]);
  });
});

describe('createCompany', () => {
  const input = { name: 'Tarnica', website: 'https://www.tarnica.example/' };

  it('makes the user its owner, and the pages know', async () => {
    const anna = await createUser(test.db, { email: 'anna@tarnica.example' });
    const made = await createCompany(test.db, anna.id, input, now);
    expect(await listMemberships(test.db, anna.id)).toEqual([
      { companyId: made.companyId, slug: 'tarnica', name: 'Tarnica', role: 'owner' },
    ]);
    expect(await test.db.select().from(company).where(sql`slug = 'tarnica'`)).toMatchObject([
      { domain: 'tarnica.example', website: 'https://www.tarnica.example/' },
    ]);
    const tags = await test.db.select({ tag: cacheInvalidation.tag }).from(cacheInvalidation);
    expect(tags.map(({ tag }) => tag)).toContain('offers');
    expect(await test.db.$count(event)).toBe(1);
  });

  it('takes no domain that the user’s address does not show', async () => {
    const eve = await createUser(test.db, { email: 'eve@mail.example' });
    await createCompany(test.db, eve.id, { name: 'Kvarnen', website: 'https://kvarnen.example' }, now);
    const rows = await test.db.select({ domain: company.domain }).from(company).orderBy(company.id);
    expect(rows.map(({ domain }) => domain)).toEqual(['kvarnen.example', null]);
    // The real one's imported offers stay with the real one.
    const record = { name: 'Kvarnen', domain: 'kvarnen.example', website: null, logoUrl: null };
    expect((await saveCompanies(test.db, [record], now)).ids).toEqual([kvarnen]);
  });

  it('is refused the second time, also at the same moment', async () => {
    const anna = await createUser(test.db);
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => createCompany(test.db, anna.id, input, now)),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(createCompany(test.db, anna.id, input, now)).rejects.toMatchObject({
      code: 'company_exists',
    });
    expect(await listMemberships(test.db, anna.id)).toHaveLength(1);
  });

  it('finds what is known under the name or the website first', async () => {
    const website = 'https://careers.kvarnen.example/jobs';
    const found = async (name: string, site: string | null) =>
      (await findMatches(test.db, { name, website: site })).map(({ slug }) => slug);
    expect(await found('KVARNEN AB', null)).toEqual(['kvarnen']);
    expect(await found('Something else', website)).toEqual(['kvarnen']);
    expect(await found('Something else', 'https://else.example')).toEqual([]);
    const [match] = await findMatches(test.db, { name: 'Kvarnen', website: null });
    expect(match).toMatchObject({ isOwned: false, liveOffers: 0 });
  });
});
