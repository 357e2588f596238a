import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCompany, createOffer } from '@/db/factories';
import { appUser } from '@/db/schema/accounts';
import { companyMember } from '@/db/schema/companies';
import { offer, offerAnswer } from '@/db/schema/offers';
import { cacheInvalidation, event } from '@/db/schema/portal';
import { offerSearch } from '@/db/schema/search';
import { useTestDatabase } from '@/dev/testing/database';
import { listQueuedMail } from '@/dev/testing/queued-mail';
import type { CompanyId } from '@/domain/companies/input';
import { pauseOffer, resumeOffer } from '@/domain/offers/lifecycle';
import { answerRollCall, callRoll, pauseSilent } from './commands';
import { readAnswerLink } from './link';
import { findAskedOffer } from './queries';

const test = useTestDatabase();
const DAY = 86_400_000;
const monday = new Date('2026-03-02T12:00:00Z');
const later = (days: number) => new Date(monday.getTime() + days * DAY);
const link = { siteUrl: 'https://jobs.example', secret: 'secret' };
const days = { rollCallDays: 14, rollCallSilenceDays: 7 };

let company: CompanyId;
let stranger: CompanyId;

beforeEach(async () => {
  await test.db.execute(sql`truncate offer, company, app_user, event, cache_invalidation cascade`);
  await test.db.execute(sql`delete from graphile_worker._private_jobs`);
  company = (await createCompany(test.db)).id as CompanyId;
  stranger = (await createCompany(test.db)).id as CompanyId;
  await test.db.insert(appUser).values([
    { id: 'anna', email: 'anna@acme.example' },
    { id: 'bo', email: 'bo@acme.example' },
    { id: 'cy', email: 'cy@acme.example' },
  ]);
  await test.db.insert(companyMember).values([
    { companyId: company, userId: 'anna', role: 'recruiter' },
    { companyId: company, userId: 'bo', role: 'owner' },
    { companyId: company, userId: 'cy', role: 'owner' },
  ]);
});

/** A live offer of anna's, confirmed on monday, on the list for 60 days. */
async function given(fields: Partial<typeof offer.$inferInsert> = {}): Promise<number> {
  const { id } = await createOffer(test.db, {
    companyId: company,
    publishedAt: monday,
    confirmedAt: monday,
    expiresAt: later(60),
    postedBy: 'anna',
    ...fields,
  });
  return id;
}

async function one(id: number) {
  const [row] = await test.db.select().from(offer).where(eq(offer.id, id));
  if (!row) throw new Error(`no offer ${id}`);
  return row;
}

type Mail = {
  to: string;
  mail: { kind: string; closesAt?: string; offers: { title: string; url: string }[] };
};
async function mails(): Promise<Mail[]> {
  return (await listQueuedMail(test.db)) as Mail[];
}

const call = (day: number) => callRoll(test.db, link, days, later(day));
const pause = (day: number) => pauseSilent(test.db, link, days, later(day));
const answers = () => test.db.select().from(offerAnswer).orderBy(offerAnswer.id);
const byCompany = (day: number, companyId = company) => ({
  now: later(day),
  actor: 'user:anna',
  scope: { companyId },
});

describe('callRoll', () => {
  it('asks a fortnight after the last answer, once, with all offers of a person in one mail', async () => {
    const first = await given({ title: 'First' });
    const second = await given({ title: 'Second' });
    await given({ title: 'Confirmed since', confirmedAt: later(1) });
    expect(await call(13.99)).toBe(0);
    expect(await call(14)).toBe(2);
    expect(await call(14)).toBe(0);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: 'anna@acme.example',
      mail: { kind: 'roll-call', closesAt: later(21).toISOString() },
    });
    expect(mail?.mail.offers.map(({ title }) => title).sort()).toEqual(['First', 'Second']);
    const asked = mail?.mail.offers.map(({ url }) =>
      readAnswerLink(Object.fromEntries(new URL(url).searchParams), 'secret'),
    );
    expect(asked).toEqual(
      expect.arrayContaining([first, second].map((offerId) => ({ offerId, askedAt: later(14) }))),
    );
    const tags = await test.db.select({ tag: cacheInvalidation.tag }).from(cacheInvalidation);
    expect(tags.map(({ tag }) => tag).sort()).toEqual([`offer:${first}`, `offer:${second}`].sort());
    expect(await test.db.$count(event, eq(event.type, 'offer.asked'))).toBe(2);
  });

  it('asks nobody about imports, nor about what is off the list', async () => {
    await given({ source: 'board', sourceId: '1' });
    for (const state of ['paused', 'expired', 'filled', 'suspended', 'removed'] as const)
      await given({ state });
    await given({ expiresAt: later(14) });
    expect(await call(14)).toBe(0);
  });

  it('asks the owners where the one who posted it has left', async () => {
    await given();
    await test.db.delete(companyMember).where(eq(companyMember.userId, 'anna'));
    await call(14);
    expect((await mails()).map(({ to }) => to)).toEqual(['bo@acme.example', 'cy@acme.example']);
  });

  it('counts anew from the day on which a paused offer is back', async () => {
    const id = await given();
    const mine = { companyId: company };
    await pauseOffer(test.db, mine, id, { now: later(10), actor: 'user:anna' });
    expect(await call(20)).toBe(0);
    await resumeOffer(test.db, mine, id, { now: later(20), actor: 'user:anna' });
    expect(await call(33)).toBe(0);
    expect(await call(34)).toBe(1);
  });
});

describe('pauseSilent', () => {
  it('takes an offer off the list after a week of silence, and says so', async () => {
    const id = await given();
    await call(14);
    expect(await pause(20.99)).toBe(0);
    expect(await pause(21)).toBe(1);
    expect(await pause(22)).toBe(0);
    expect(await one(id)).toMatchObject({ state: 'paused', pausedBy: 'silence', pausedAt: later(21) });
    expect(await test.db.$count(offerSearch, eq(offerSearch.id, id))).toBe(0);
    expect(await answers()).toMatchObject([
      { offerId: id, askedAt: later(14), answeredAt: null, answer: 'silent', by: 'employer' },
    ]);
    const [, mail] = await mails();
    expect(mail).toMatchObject({ to: 'anna@acme.example', mail: { kind: 'roll-call-silent' } });
    // The address in the second mail answers the same question.
    const [line] = mail?.mail.offers ?? [];
    expect(readAnswerLink(Object.fromEntries(new URL(line?.url ?? '').searchParams), 'secret')).toEqual({
      offerId: id,
      askedAt: later(14),
    });
  });
});

describe('answerRollCall', () => {
  it('confirms, once', async () => {
    const id = await given();
    await call(14);
    expect(await answerRollCall(test.db, [id], 'open', byCompany(16))).toEqual([id]);
    expect(await answerRollCall(test.db, [id], 'open', byCompany(17))).toEqual([]);
    expect(await answerRollCall(test.db, [id], 'closed', byCompany(17))).toEqual([]);
    expect(await one(id)).toMatchObject({
      state: 'live',
      confirmedAt: later(16),
      askedAt: null,
      expiresAt: later(60),
    });
    expect(await answers()).toMatchObject([{ askedAt: later(14), answeredAt: later(16), answer: 'open' }]);
    expect(await call(29)).toBe(0);
    expect(await call(30)).toBe(1);
  });

  it('brings back, however late, with the days that it stood still', async () => {
    const id = await given();
    await call(14);
    await pause(21);
    expect(await answerRollCall(test.db, [id], 'open', byCompany(51))).toEqual([id]);
    expect(await one(id)).toMatchObject({
      state: 'live',
      pausedBy: null,
      pausedAt: null,
      confirmedAt: later(51),
      expiresAt: later(90),
    });
    expect(await test.db.$count(offerSearch, eq(offerSearch.id, id))).toBe(1);
    expect((await answers()).map(({ answer }) => answer)).toEqual(['silent', 'open']);
  });

  it.each([15, 25])('closes for good on day %i', async (day) => {
    const id = await given();
    await call(14);
    await pause(Math.min(21, day));
    await answerRollCall(test.db, [id], 'closed', byCompany(day));
    expect(await one(id)).toMatchObject({ state: 'filled', closedAt: later(day), askedAt: null });
    expect((await answers()).at(-1)).toMatchObject({ answer: 'closed', answeredAt: later(day) });
  });

  it('takes no answer that was not asked for', async () => {
    const unasked = await given();
    const ofEmployer = await given();
    await call(14);
    await answerRollCall(test.db, [unasked], 'open', byCompany(14));
    await pauseOffer(test.db, { companyId: company }, ofEmployer, { now: later(15), actor: 'user:anna' });
    expect(await answerRollCall(test.db, [unasked, ofEmployer, 999_999], 'open', byCompany(16))).toEqual([]);
  });

  it('takes none from another company, and answers all of one’s own at once', async () => {
    const ids = [await given(), await given()];
    const theirs = await given({ companyId: stranger });
    await call(14);
    expect(await answerRollCall(test.db, ids, 'open', byCompany(15, stranger))).toEqual([]);
    const done = await answerRollCall(test.db, [...ids, theirs], 'open', byCompany(15));
    expect(done.sort((a, b) => a - b)).toEqual(ids);
    expect((await one(theirs)).askedAt).toEqual(later(14));
  });

  it('takes from a mail the answer to its own question only', async () => {
    const id = await given();
    await call(14);
    const fromMail = (day: number, askedAt: Date) => ({ now: later(day), actor: 'mail', scope: { askedAt } });
    const question = { offerId: id, askedAt: later(14) };
    expect(await findAskedOffer(test.db, question)).toMatchObject({
      waits: true,
      answer: null,
      isSilent: false,
    });
    expect(await answerRollCall(test.db, [id], 'open', fromMail(15, later(14)))).toEqual([id]);
    expect(await findAskedOffer(test.db, question)).toMatchObject({
      waits: false,
      answer: 'open',
      answeredAt: expect.stringContaining('2026-03-17T12:00:00'),
    });
    await call(29);
    // The first mail is of no use for the second question.
    expect(await answerRollCall(test.db, [id], 'closed', fromMail(30, later(14)))).toEqual([]);
    expect(await answerRollCall(test.db, [id], 'closed', fromMail(30, later(29)))).toEqual([id]);
  });
});
