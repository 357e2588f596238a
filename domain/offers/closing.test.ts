import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createCompany, createMember } from '@/db/factories';
import { offer } from '@/db/schema/offers';
import { event } from '@/db/schema/portal';
import { offerSearch } from '@/db/schema/search';
import { useTestDatabase } from '@/dev/testing/database';
import type { CompanyId } from '@/domain/companies/input';
import { expireOffers } from './commands';
import { findBoardOffer } from './dashboard';
import { createOffer, type EmployerOffer, updateOffer } from './employer-offers';
import { liftSuspension, pauseOffer, publishOffer, resumeOffer, suspendOffer } from './lifecycle';
import { getOffer } from './queries';

const test = useTestDatabase();
const DAY_MS = 86_400_000;
const monday = new Date('2026-03-02T12:00:00Z');
const day = (n: number) => new Date(monday.getTime() + n * DAY_MS);

const written: EmployerOffer = {
  title: 'Data engineer, timetables',
  descriptionHtml: '<p>We time trains.</p>',
  role: 'data-engineer',
  seniority: 'senior',
  workplace: 'remote',
  workplaceNote: null,
  partTime: false,
  skills: [],
  places: [{ use: 'applicant', countryCode: 'PL', city: null }],
  pay: [{ contract: 'b2b', min: null, max: null, currency: null, period: null, tax: null }],
  apply: { email: 'jobs@company.example' },
  payReason: null,
  closesAt: null,
  form: {},
};

let offers = 0;
/** An offer of thirty days from monday, with that closing date, and what its employer may do with it. */
async function published(closesAt: Date | null = null) {
  const companyId = (await createCompany(test.db)).id as CompanyId;
  const { id: userId } = await createMember(test.db, companyId);
  const by = (n: number) => ({ now: day(n), actor: `user:${userId}` });
  const key = `closing-${offers++}`;
  const offerOf = { ...written, closesAt };
  const id = await createOffer(test.db, companyId, key, offerOf, { ...by(0), userId });
  await publishOffer(test.db, id, { ...by(0), days: 30 });
  return {
    id,
    companyId,
    /** Another closing date, on that day. */
    close: (at: Date | null, n: number) =>
      updateOffer(test.db, companyId, id, { ...written, closesAt: at }, by(n)),
    pause: (n: number) => pauseOffer(test.db, { companyId }, id, by(n)),
    resume: (n: number) => resumeOffer(test.db, { companyId }, id, by(n)),
    by,
  };
}

/** State and end, as pages and search have them once the worker has looked on that day. */
async function seen(id: number, n: number) {
  await expireOffers(test.db, day(n));
  const [row] = await test.db.select().from(offer).where(eq(offer.id, id));
  const [found] = await test.db.select().from(offerSearch).where(eq(offerSearch.id, id));
  const page = await getOffer(test.db, id);
  if (found) expect([found.expires, page?.expiresAt]).toEqual([row?.leavesAt, row?.leavesAt?.toISOString()]);
  expect(found !== undefined).toBe(row?.state === 'live');
  return { state: row?.state, until: row?.leavesAt, closedAt: row?.closedAt, paidUntil: row?.expiresAt };
}

it('closes on the day that its employer chose, and not before', async () => {
  const { id } = await published(day(10));
  expect(await seen(id, 9)).toMatchObject({ state: 'live', until: day(10) });
  expect(await seen(id, 11)).toMatchObject({ state: 'expired', closedAt: day(10), paidUntil: day(30) });
});

it('may be shortened and lengthened again, as often as one likes', async () => {
  const { id, close } = await published();
  for (const at of [day(5), day(20), day(8), null, day(25)]) {
    await close(at, 1);
    expect(await seen(id, 1)).toMatchObject({ state: 'live', until: at ?? day(30), paidUntil: day(30) });
  }
});

it('has no more days than were paid for, however late it is to close', async () => {
  const { id, close } = await published();
  await close(day(45), 1);
  expect(await seen(id, 29)).toMatchObject({ state: 'live', until: day(30) });
  expect(await seen(id, 31)).toMatchObject({ state: 'expired', closedAt: day(30) });
});

it('closes on that day however long it was paused', async () => {
  const { id, pause, resume } = await published(day(20));
  await pause(5);
  await resume(15);
  expect(await seen(id, 15)).toMatchObject({ state: 'live', until: day(20), paidUntil: day(40) });
  expect(await seen(id, 21)).toMatchObject({ state: 'expired', closedAt: day(20) });
});

it('is open again where that day passed while it was paused: who puts it back says so', async () => {
  const { id, pause, resume } = await published(day(10));
  await pause(5);
  expect(await seen(id, 12)).toMatchObject({ state: 'paused' });
  await resume(15);
  expect(await seen(id, 15)).toMatchObject({ state: 'live', until: day(40) });
});

it('is not published with a closing date that passed while it waited', async () => {
  const { id } = await published(day(-1));
  expect(await seen(id, 0)).toMatchObject({ state: 'live', until: day(30) });
});

it('is back with the days it has left once its closing date is moved or taken away', async () => {
  for (const at of [day(20), null]) {
    const { id, close } = await published(day(10));
    expect(await seen(id, 12)).toMatchObject({ state: 'expired' });
    await close(at, 13);
    expect(await seen(id, 13)).toMatchObject({ state: 'live', until: at ?? day(30), closedAt: null });
    const events = await test.db.select().from(event).where(eq(event.subjectId, id)).orderBy(event.id);
    expect(events.at(-1)).toMatchObject({ type: 'offer.resumed', at: day(13) });
  }
});

it('is not back by an edit once the days are over, nor one that its employer filled', async () => {
  const over = await published(day(10));
  await seen(over.id, 31);
  await over.close(null, 32);
  expect(await seen(over.id, 32)).toMatchObject({ state: 'expired' });
  const ran = await published();
  await seen(ran.id, 31);
  await ran.close(day(50), 32);
  expect(await seen(ran.id, 32)).toMatchObject({ state: 'expired' });
});

it('stays off the list by the operator’s word, and closes on its day when that is lifted', async () => {
  const { id, by } = await published(day(10));
  await seen(id, 12);
  expect(await suspendOffer(test.db, id, { ...by(12), reason: 'Disputed.' })).toBe(true);
  expect(await suspendOffer(test.db, id, { ...by(12), reason: 'Disputed.' })).toBe(false);
  await liftSuspension(test.db, id, by(15));
  expect(await seen(id, 15)).toMatchObject({ state: 'expired', closedAt: day(10), paidUntil: day(33) });
});

it('says on the board which of the two ends it', async () => {
  const { id, companyId, close } = await published(day(10));
  const board = (n: number) => findBoardOffer(test.db, companyId, id, day(n));
  expect(await board(1)).toMatchObject({ closesFirst: true });
  await close(day(40), 1);
  expect(await board(1)).toMatchObject({ closesFirst: false });
  await close(day(12), 1);
  await seen(id, 13);
  expect(await board(13)).toMatchObject({ state: 'expired', closesFirst: true });
  expect(await board(31)).toMatchObject({ state: 'expired', closesFirst: false });
});
