import { beforeAll, describe, expect, it } from 'vitest';
import { createCompany, createOffer, createPlace } from '@/db/factories';
import { offerDay } from '@/db/schema/offers';
import { event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import type { CompanyId } from '@/domain/companies/input';
import {
  BOARD_PAGE,
  countBoard,
  findBoardOffer,
  listBoard,
  listDays,
  listHistory,
  listUnanswered,
} from './dashboard';

const test = useTestDatabase();
const now = new Date('2026-03-31T12:00:00Z');
const day = (back: number) => new Date(now.getTime() - back * 86_400_000).toISOString().slice(0, 10);

let mine: CompanyId;
let theirs: CompanyId;
let live: number;
let asked: number;
let silent: number;

beforeAll(async () => {
  const { db } = test;
  mine = (await createCompany(db)).id as CompanyId;
  theirs = (await createCompany(db)).id as CompanyId;
  const city = await createPlace(db, { name: 'Kraków' });
  const publishedAt = new Date('2026-02-20T12:00:00Z');
  live = (await createOffer(db, { companyId: mine, title: 'Live', publishedAt, places: [city.id] })).id;
  asked = (await createOffer(db, { companyId: mine, title: 'Asked', publishedAt, askedAt: new Date(day(3)) }))
    .id;
  silent = (
    await createOffer(db, {
      companyId: mine,
      publishedAt,
      state: 'paused',
      pausedBy: 'silence',
      askedAt: new Date(day(9)),
    })
  ).id;
  await createOffer(db, { companyId: mine, state: 'draft', publishedAt: undefined, expiresAt: null });
  await createOffer(db, { companyId: mine, state: 'filled' });
  const foreign = await createOffer(db, { companyId: theirs, askedAt: new Date(day(3)) });
  await db.insert(offerDay).values([
    { offerId: live, day: day(0), views: 5, applies: 1 },
    { offerId: live, day: day(29), views: 7, applies: 2 },
    { offerId: live, day: day(30), views: 11, applies: 3 },
    { offerId: live, day: day(59), views: 13, applies: 4 },
    { offerId: live, day: day(60), views: 100, applies: 100 },
    { offerId: asked, day: day(1), views: 2, applies: 0 },
    { offerId: foreign.id, day: day(1), views: 1000, applies: 1000 },
  ]);
});

describe('listBoard', () => {
  it('begins with what waits for an answer, and shows no other company’s offers', async () => {
    const rows = await listBoard(test.db, mine, { page: 1 }, now);
    expect(rows.map(({ id }) => id).slice(0, 2)).toEqual([asked, silent]);
    expect(rows.map(({ state }) => state)).toEqual(['live', 'paused', 'live', 'draft', 'filled']);
  });

  it('counts thirty days, today among them, and the thirty before', async () => {
    const row = await findBoardOffer(test.db, mine, live, now);
    expect(row).toMatchObject({
      views: { now: 12, before: 24 },
      applies: { now: 3, before: 7 },
      places: [{ name: 'Kraków' }],
      isBeingEdited: false,
    });
    expect(row?.daily).toHaveLength(30);
    expect([row?.daily.at(0), row?.daily.at(-1)]).toEqual([7, 5]);
  });

  it('is narrowed to one group of states, by pages', async () => {
    const group = await listBoard(test.db, mine, { group: 'ended', page: 1 }, now);
    expect(group.map(({ state }) => state)).toEqual(['filled']);
    const many = (await createCompany(test.db)).id as CompanyId;
    for (let n = 0; n <= BOARD_PAGE; n++) await createOffer(test.db, { companyId: many });
    const pages = await Promise.all([1, 2, 3].map((page) => listBoard(test.db, many, { page }, now)));
    expect(pages.map((rows) => rows.length)).toEqual([BOARD_PAGE, 1, 0]);
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(BOARD_PAGE + 1);
  });
});

it('finds an offer for its own company only', async () => {
  expect(await findBoardOffer(test.db, theirs, live, now)).toBeNull();
});

it('adds up the company’s figures', async () => {
  expect(await countBoard(test.db, mine, now)).toEqual({
    groups: { live: 2, paused: 1, waiting: 1, ended: 1, stopped: 0 },
    views: { now: 14, before: 24 },
    applies: { now: 3, before: 7 },
  });
  const empty = (await createCompany(test.db)).id as CompanyId;
  expect((await countBoard(test.db, empty, now)).views).toEqual({ now: 0, before: 0 });
});

it('lists the questions of the company that wait, with what the offer has drawn', async () => {
  expect(await listUnanswered(test.db, mine)).toMatchObject([
    { id: asked, isSilent: false, views: 2, applies: 0 },
    { id: silent, isSilent: true, views: 0 },
  ]);
});

it('has a row for each day, whether or not there was anybody', async () => {
  const days = await listDays(test.db, live, 60, now);
  expect(days).toHaveLength(60);
  expect(days.at(-1)).toEqual({ day: '2026-03-31', views: 5, applies: 1 });
  expect(days.at(-2)).toEqual({ day: '2026-03-30', views: 0, applies: 0 });
  expect(days.at(0)).toMatchObject({ views: 13 });
});

it('tells what happened, newest first', async () => {
  const row = (type: string, actor: string) => ({ at: now, actor, type, subject: 'offer', subjectId: live });
  await test.db.insert(event).values([row('offer.published', 'system'), row('offer.paused', 'user:nobody')]);
  const history = await listHistory(test.db, live);
  expect(history).toMatchObject([
    { type: 'offer.paused', actor: 'user:nobody', who: null },
    { type: 'offer.published', actor: 'system', who: null },
  ]);
  expect(new Date(history[0]?.at ?? '')).toEqual(now);
});
