import { describe, expect, it } from 'vitest';
import { createCompany, createMember, createOffer, createUser } from '@/db/factories';
import { session } from '@/db/schema/accounts';
import { companyClaim } from '@/db/schema/companies';
import { importRun, offerDay, offerReport } from '@/db/schema/offers';
import { event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { indexOffers } from '@/domain/offers/search-index';
import { exportActs, listActs, listAuditChoices, listEventsOf } from './audit';
import { listClaims } from './claims';
import { findCompanies, getCompanyFile } from './companies';
import { decideReports } from './offer-acts';
import { findOffers, getOfferFile } from './offers';
import { countWaiting, readOverview } from './overview';
import { listHandledReports, listReportedOffers, listReportsOf } from './reports';
import { grantOperator, withdrawOperator } from './user-acts';
import { findOrMakeUser, findUserByEmail, findUsers, getUserFile } from './users';

const test = useTestDatabase();
const now = new Date('2026-11-21T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

describe('findOffers', () => {
  const idsOf = async (search: Omit<Parameters<typeof findOffers>[1], 'page'>) =>
    (await findOffers(test.db, { ...search, page: 1 })).lines.map(({ id }) => id);

  it('finds by words of title or company whatever their accents, by id and by address', async () => {
    const brno = await createCompany(test.db, { name: 'Železnice Brno' });
    const one = await createOffer(test.db, { title: 'Návrhář 100 % front-endu', companyId: brno.id });
    expect(await idsOf({ q: 'navrhar' })).toEqual([one.id]);
    expect(await idsOf({ q: 'ZELEZNICE' })).toEqual([one.id]);
    expect(await idsOf({ q: String(one.id) })).toContain(one.id);
    expect(await idsOf({ q: `https://jobs.example/offers/navrhar-${one.id}` })).toEqual([one.id]);
    expect(await idsOf({ q: '100 %' })).toEqual([one.id]);
    expect(await idsOf({ q: '%' })).toEqual([one.id]);
    expect(await idsOf({ company: brno.slug })).toEqual([one.id]);
  });

  it('narrows to a state, and counts open reports', async () => {
    const { id } = await createOffer(test.db, { state: 'suspended' });
    await test.db.insert(offerReport).values([
      { offerId: id, reason: 'fraud', message: '', at: now },
      { offerId: id, reason: 'fraud', message: '', at: now, handledAt: now },
    ]);
    const { lines, total, capped } = await findOffers(test.db, { state: 'suspended', page: 1 });
    expect({ total, capped }).toEqual({ total: 1, capped: false });
    expect(lines).toMatchObject([{ id, state: 'suspended', reports: 1 }]);
    expect((await findOffers(test.db, { state: 'suspended', page: 2 })).lines).toEqual([]);
  });
});

describe('getOfferFile', () => {
  it('tells who posted an offer, how it is applied to, and what it was worth in 30 days', async () => {
    const user = await createUser(test.db);
    const { id } = await createOffer(test.db, {
      postedBy: user.id,
      applyUrl: null,
      applyEmail: 'hr@kvarnen.example',
    });
    const day = (days: number) => daysAgo(days).toISOString().slice(0, 10);
    await test.db.insert(offerDay).values([
      { offerId: id, day: day(0), views: 5, applies: 1 },
      { offerId: id, day: day(29), views: 7, applies: 0 },
      { offerId: id, day: day(30), views: 100, applies: 9 },
    ]);
    expect(await getOfferFile(test.db, id, now)).toMatchObject({
      ...{ applyUrl: null, applyEmail: 'hr@kvarnen.example', views: 12, applies: 1 },
      postedBy: { id: user.id, email: user.email },
      offer: { id },
    });
    expect(await getOfferFile(test.db, 999_999_999, now)).toBeNull();
  });
});

describe('readOverview', () => {
  it('counts what is live, what waits, and offers by the day', async () => {
    const before = await readOverview(test.db, now);
    const live = await createOffer(test.db, { publishedAt: daysAgo(2) });
    await indexOffers(test.db, [live.id]);
    await createOffer(test.db, { state: 'draft', publishedAt: null, expiresAt: null });
    await test.db
      .insert(importRun)
      .values({ source: 'a-source', startedAt: daysAgo(1), counts: { created: 3 } });
    await test.sql`select graphile_worker.add_job('send-mail', '{}'::json)`;
    const after = await readOverview(test.db, now);
    expect(after.live).toBe(before.live + 1);
    expect(after.waiting.drafts).toBe(before.waiting.drafts + 1);
    expect(after.days).toHaveLength(30);
    expect(after.days.at(-1)?.day).toBe('2026-11-21');
    expect((after.days.at(-3)?.offers ?? 0) - (before.days.at(-3)?.offers ?? 0)).toBe(1);
    expect(after.imports).toMatchObject([{ source: 'a-source', finishedAt: null, counts: { created: 3 } }]);
    expect(after.queue.find(({ task }) => task === 'send-mail')).toMatchObject({
      waiting: 1,
      retrying: 0,
      failed: 0,
    });
  });
});

describe('reports', () => {
  it('wait by offer, the oldest first, and are listed with what was decided', async () => {
    const [early, late] = [await createOffer(test.db), await createOffer(test.db)];
    const user = await createUser(test.db);
    const at = (offerId: number, days: number) => ({
      offerId,
      reason: 'closed',
      message: 'Gone.',
      at: daysAgo(days),
    });
    await test.db.insert(offerReport).values([at(late.id, 3), at(early.id, 5), at(early.id, 1)]);
    const queue = (await listReportedOffers(test.db)).filter(({ id }) => id === early.id || id === late.id);
    expect(queue).toMatchObject([
      { id: early.id, reports: 2, since: daysAgo(5).toISOString() },
      { id: late.id, reports: 1 },
    ]);
    const [last] = await listReportsOf(test.db, early.id);
    await decideReports(test.db, early.id, last?.id ?? 0, { act: 'keep' }, { actor: `user:${user.id}`, now });
    const { lines } = await listHandledReports(test.db, 1);
    const mine = lines.filter(({ offer }) => offer.id === early.id);
    expect(mine).toHaveLength(2);
    expect(mine[0]).toMatchObject({ outcome: 'keep', by: user.email, message: 'Gone.' });
    expect((await listReportedOffers(test.db)).map(({ id }) => id)).not.toContain(early.id);
  });
});

describe('companies, claims and users', () => {
  it('show who belongs to what', async () => {
    const firm = await createCompany(test.db, { name: 'Sadownik Agronomy', domain: 'sadownik.example' });
    const owner = await createMember(test.db, firm.id, 'owner', { name: 'Halina Wrona' });
    const claimant = await createUser(test.db);
    await createOffer(test.db, { companyId: firm.id });
    await test.db
      .insert(companyClaim)
      .values({ companyId: firm.id, userId: claimant.id, message: 'I work there.', createdAt: now });
    await test.db
      .insert(session)
      .values({ sessionToken: 'hash', userId: owner.id, expires: new Date('2026-12-01') });

    expect((await findCompanies(test.db, { q: 'SADOWNIK.ex', page: 1 })).lines).toEqual([
      { id: firm.id, name: firm.name, domain: firm.domain, live: 1, offers: 1, members: 1 },
    ]);
    expect(await getCompanyFile(test.db, firm.id)).toMatchObject({
      members: [{ id: owner.id, role: 'owner' }],
      offers: [{ state: 'live', n: 1 }],
      sources: ['employer'],
    });
    expect(await getCompanyFile(test.db, 999_999_999)).toBeNull();
    expect((await listClaims(test.db, { decided: false, page: 1 })).lines).toMatchObject([
      {
        company: { id: firm.id },
        user: { id: claimant.id },
        message: 'I work there.',
        owners: [owner.email],
      },
    ]);
    expect((await listClaims(test.db, { decided: true, page: 1 })).total).toBe(0);
    expect((await countWaiting(test.db)).claims).toBe(1);
    expect((await findUsers(test.db, { q: 'wrona', page: 1, now })).lines).toMatchObject([
      { id: owner.id, companies: [firm.name], sessions: 1, operatorSince: null },
    ]);
    const operators = { operatorEmail: claimant.email };
    expect((await findUsers(test.db, { operators, page: 1, now })).lines).toMatchObject([
      { id: claimant.id },
    ]);
    expect(await getUserFile(test.db, owner.id)).toMatchObject({
      companies: [{ id: firm.id, role: 'owner' }],
    });
    expect(await getUserFile(test.db, 'nobody')).toBeNull();
  });

  it('make a user of an address once', async () => {
    const made = await findOrMakeUser(test.db, 'new@kvarnen.example');
    expect(made.made).toBe(true);
    expect(await findOrMakeUser(test.db, 'new@kvarnen.example')).toEqual({ ...made, made: false });
    expect(await findUserByEmail(test.db, 'new@kvarnen.example')).toEqual({ id: made.id });
    expect(await findUserByEmail(test.db, 'other@kvarnen.example')).toBeNull();
  });
});

describe('the log', () => {
  it('tells what operators of now and then did, and what others did where asked', async () => {
    const [chief, former, employer] = [
      await createUser(test.db, { email: 'chief@kvarnen.example' }),
      await createUser(test.db),
      await createUser(test.db),
    ];
    await grantOperator(test.db, former.id, { actor: 'system', now });
    await withdrawOperator(test.db, former.id, { actor: 'system', now, mayBeLast: true });
    const { id } = await createOffer(test.db, { title: 'Night shift' });
    const of = (actor: string, type: string, at = now) => ({
      at,
      actor,
      type,
      subject: 'offer',
      subjectId: id,
    });
    await test.db
      .insert(event)
      .values([
        of(`user:${chief.id}`, 'offer.suspended'),
        of(`user:${former.id}`, 'offer.featured'),
        of(`user:${employer.id}`, 'offer.paused'),
        of('import:a-source', 'offer.published'),
        of('user:gone', 'offer.filled'),
      ]);
    const filter = { subject: 'offer', operatorEmail: chief.email };
    const typesOf = async (who: string, type?: string) =>
      (await listActs(test.db, { ...filter, who, type }, 1)).lines
        .filter(({ subjectId }) => subjectId === id)
        .map((line) => line.type);
    expect(await typesOf('operators')).toEqual(['offer.featured', 'offer.suspended']);
    expect(await typesOf('everyone')).toEqual([
      'offer.filled',
      'offer.paused',
      'offer.featured',
      'offer.suspended',
    ]);
    expect(await typesOf(employer.id)).toEqual(['offer.paused']);
    expect(await typesOf('everyone', 'offer.filled')).toEqual(['offer.filled']);
    const { lines } = await listActs(test.db, { ...filter, who: 'everyone', type: 'offer.filled' }, 1);
    expect(lines).toMatchObject([
      { email: null, userId: 'gone', name: 'Night shift', at: now.toISOString() },
    ]);

    const exported: string[] = [];
    for await (const batch of exportActs(test.db, { ...filter, who: 'operators' }))
      exported.push(...batch.filter(({ subjectId }) => subjectId === id).map(({ type }) => type));
    expect(exported).toEqual(['offer.featured', 'offer.suspended']);

    const { people, types, subjects } = await listAuditChoices(test.db, chief.email);
    expect(people.map((one) => one.id)).toEqual(expect.arrayContaining([chief.id, former.id]));
    expect(people.map((one) => one.id)).not.toContain(employer.id);
    expect(types).toContain('offer.paused');
    expect(subjects).toContain('offer');
    expect((await listEventsOf(test.db, 'offer', id, 3)).map(({ type }) => type)).toEqual([
      ...['offer.filled', 'offer.published', 'offer.paused'],
    ]);
  });
});
