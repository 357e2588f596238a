import { beforeEach, describe, expect, test } from 'vitest';
import { createCompany, createOffer } from '@/db/factories';
import { offer, offerAnswer } from '@/db/schema/offers';
import { useTestDatabase } from '@/dev/testing/database';
import { findRole, OTHER_ROLE } from '@/domain/roles/queries';
import { findLastClosed, getRollCounts, listJustConfirmed, listRollHistory } from './roll';
import { type RollEntry, rollCells, rollFortnights } from './rules';

const database = useTestDatabase();
const now = new Date('2026-11-21T13:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

beforeEach(async () => {
  await database.db.delete(offer);
});

describe('getRollCounts', () => {
  test('counts what the UTC day has brought, without offers outside IT', async () => {
    const { db } = database;
    await createOffer(db, { publishedAt: daysAgo(0.2) });
    await createOffer(db, { publishedAt: daysAgo(5), confirmedAt: daysAgo(0.5) });
    await createOffer(db, { publishedAt: daysAgo(20), confirmedAt: daysAgo(0.6) });
    await createOffer(db, { publishedAt: daysAgo(40), expiresAt: daysAgo(-5) });
    await createOffer(db, { publishedAt: daysAgo(0.2), confirmedAt: daysAgo(0.1), role: OTHER_ROLE });
    await createOffer(db, { publishedAt: daysAgo(9), state: 'filled', closedAt: daysAgo(0.1) });
    await createOffer(db, { publishedAt: daysAgo(9), state: 'expired', closedAt: daysAgo(1) });
    expect(await getRollCounts(db, now)).toEqual({
      offers: 4,
      confirmedToday: 1,
      newToday: 1,
      closedToday: 1,
      answeredThisFortnight: 3,
    });
  });

  test('counts nothing where there is nothing', async () => {
    expect(await getRollCounts(database.db, now)).toEqual({
      offers: 0,
      confirmedToday: 0,
      newToday: 0,
      closedToday: 0,
      answeredThisFortnight: 0,
    });
  });
});

describe('listJustConfirmed', () => {
  test('puts the newest answer first, one offer per company', async () => {
    const { db } = database;
    const companyId = (await createCompany(db)).id;
    const older = await createOffer(db, { publishedAt: daysAgo(9), confirmedAt: daysAgo(3) });
    const newest = await createOffer(db, { companyId, publishedAt: daysAgo(9), confirmedAt: daysAgo(1) });
    await createOffer(db, { companyId, publishedAt: daysAgo(9), confirmedAt: daysAgo(2) });
    const posted = await createOffer(db, { publishedAt: daysAgo(2) });
    await createOffer(db, { publishedAt: daysAgo(9), confirmedAt: daysAgo(0), role: OTHER_ROLE });
    await createOffer(db, { publishedAt: daysAgo(9), confirmedAt: daysAgo(0), state: 'paused' });
    expect(await listJustConfirmed(db, 8)).toEqual([newest.id, posted.id, older.id]);
    expect(await listJustConfirmed(db, 1)).toEqual([newest.id]);
  });
});

describe('listRollHistory', () => {
  async function createAsked(
    fields: Parameters<typeof createOffer>[1],
    answers: [days: number, answer: 'open' | 'silent'][],
  ) {
    const made = await createOffer(database.db, fields);
    await database.db.insert(offerAnswer).values(
      answers.map(([days, answer]) => ({
        offerId: made.id,
        askedAt: daysAgo(days),
        answeredAt: answer === 'open' ? daysAgo(days) : null,
        answer,
        by: 'employer' as const,
      })),
    );
    return made;
  }

  test('shows the longest histories, oldest answer first, and one that has closed', async () => {
    await createAsked({ title: 'Long', publishedAt: daysAgo(60), confirmedAt: daysAgo(2) }, [
      [30, 'open'],
      [16, 'silent'],
      [2, 'open'],
    ]);
    await createAsked({ title: 'Short', publishedAt: daysAgo(30), confirmedAt: daysAgo(1) }, [
      [15, 'open'],
      [1, 'open'],
    ]);
    await createAsked({ title: 'Once', publishedAt: daysAgo(9), confirmedAt: daysAgo(1) }, [[1, 'open']]);
    await createAsked(
      { title: 'Nurse', publishedAt: daysAgo(60), confirmedAt: daysAgo(1), role: OTHER_ROLE },
      [
        [15, 'open'],
        [1, 'open'],
      ],
    );
    await createAsked({ title: 'Gone', publishedAt: daysAgo(50), state: 'filled', closedAt: daysAgo(4) }, [
      [40, 'open'],
      [20, 'open'],
    ]);
    const history = await listRollHistory(database.db, now, 9);
    expect(history.map((entry) => [entry.title, entry.closed])).toEqual([
      ['Long', false],
      ['Short', false],
      ['Gone', true],
    ]);
    expect(history[0]?.answers.map((answer) => answer.answer)).toEqual(['open', 'silent', 'open']);
    expect(Date.parse(history[0]?.publishedAt ?? '')).toBe(daysAgo(60).getTime());
  });
});

describe('listRollHistory after one import', () => {
  test('takes the listing for the answer of the source, unless the offer is as new as the listing', async () => {
    const { db } = database;
    await createOffer(db, { title: 'Older', source: 'board', publishedAt: daysAgo(30), confirmedAt: now });
    await createOffer(db, { title: 'New', source: 'board', publishedAt: daysAgo(0.5), confirmedAt: now });
    // The fortnight began between the two, on 8 November.
    const eve = { publishedAt: daysAgo(13.6), confirmedAt: daysAgo(13.5) };
    await createOffer(db, { title: 'Eve', source: 'board', ...eve });
    const history = await listRollHistory(db, now, 9);
    expect(history.map(({ title, answers }) => [title, answers.map(({ answer }) => answer)])).toEqual([
      ['Older', ['open']],
    ]);
    expect(
      rollCells(history[0] as RollEntry, rollFortnights(now)).filter((cell) => cell !== 'absent'),
    ).toEqual(['new', 'none', 'open']);
  });
});

describe('listRollHistory beside a large import', () => {
  test('still finds the offers that have something to tell', async () => {
    const { db } = database;
    const told = await createOffer(db, { publishedAt: daysAgo(40), confirmedAt: daysAgo(20) });
    const { companyId, roleId } = told;
    await db.insert(offer).values(
      Array.from({ length: 600 }, (_, n) => ({
        slug: `imported-${n}`,
        companyId,
        roleId,
        state: 'live' as const,
        title: 'Imported',
        descriptionHtml: '',
        workplace: 'remote' as const,
        applyUrl: 'https://board.example/',
        source: 'board',
        publishedAt: daysAgo(200),
        confirmedAt: now,
        expiresAt: daysAgo(-30),
      })),
    );
    expect((await listRollHistory(db, now, 9)).map(({ slug }) => slug)).toEqual([told.slug]);
  });
});

describe('findLastClosed', () => {
  test('finds the newest end of a role, and none where there is none', async () => {
    const { db } = database;
    const roleId = (await findRole(db, 'backend'))?.id ?? 0;
    expect(await findLastClosed(db, roleId)).toBeNull();
    await createOffer(db, { state: 'expired', publishedAt: daysAgo(50), closedAt: daysAgo(20) });
    await createOffer(db, { state: 'filled', publishedAt: daysAgo(50), closedAt: daysAgo(9) });
    await createOffer(db, { state: 'filled', publishedAt: daysAgo(50), closedAt: daysAgo(1), role: 'qa' });
    expect(await findLastClosed(db, roleId)).toBe(daysAgo(9).toISOString());
  });
});
