import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '@/db/client';
import { company } from '@/db/schema/companies';
import { offer, offerAnswer, offerDay, offerPay, offerPlace, offerSkill } from '@/db/schema/offers';
import { place } from '@/db/schema/places';
import { cacheInvalidation, event } from '@/db/schema/portal';
import { offerSearch } from '@/db/schema/search';
import { useTestDatabase } from '@/dev/testing/database';
import { DEFAULT_SETTINGS } from '@/domain/settings/settings';
import { closeOffers, closeUnseen, expireOffers, recordAnswers, recordApply, saveOffers } from './commands';
import type { OfferRecord } from './record';

const test = useTestDatabase();
const DAY = 86_400_000;
const monday = new Date('2026-03-02T12:00:00Z');
const later = (days: number) => new Date(monday.getTime() + days * DAY);

function record(sourceId: string, more: Partial<OfferRecord> = {}): OfferRecord {
  return {
    source: 'board',
    sourceId,
    company: { name: 'Acme', domain: 'acme.example', website: 'https://acme.example/', logoUrl: null },
    title: 'Backend developer',
    descriptionHtml: '<p>Build the ledger.</p>',
    role: 'backend',
    seniority: 'senior',
    workplace: 'remote',
    workplaceNote: null,
    partTime: false,
    featured: false,
    skills: [
      { slug: 'postgresql', required: true, level: 4 },
      { slug: 'no-such-skill', required: null, level: null },
    ],
    places: [
      { use: 'applicant', countryCode: 'PL', city: null },
      { use: 'workplace', countryCode: 'PL', city: { name: 'Kraków', geonameId: 3094802 } },
    ],
    pay: [
      {
        contract: 'employment',
        min: 2_000_000,
        max: 2_400_000,
        currency: 'PLN',
        period: 'month',
        tax: 'gross',
      },
    ],
    apply: { url: 'https://board.example/1' },
    publishedAt: later(-3),
    expiresAt: null,
    ...more,
  };
}

const rates = new Map([['PLN', 4]]);
const save = (records: OfferRecord[], now = monday, db = test.db) =>
  saveOffers(db, records, { now, actor: 'import:board', rates, settings: DEFAULT_SETTINGS });

async function one(id: number | undefined) {
  const [row] = await test.db
    .select()
    .from(offer)
    .where(eq(offer.id, id ?? 0));
  if (!row) throw new Error(`no offer ${id}`);
  return row;
}

async function tags(): Promise<string[]> {
  const rows = await test.db.delete(cacheInvalidation).returning({ tag: cacheInvalidation.tag });
  return [...new Set(rows.map(({ tag }) => tag))].sort();
}

async function events(id: number | undefined): Promise<string[]> {
  const rows = await test.db
    .select({ type: event.type })
    .from(event)
    .where(and(eq(event.subject, 'offer'), eq(event.subjectId, id ?? 0)))
    .orderBy(asc(event.id));
  return rows.map(({ type }) => type);
}

const listed = async (id: number | undefined) =>
  (await test.db.$count(offerSearch, eq(offerSearch.id, id ?? 0))) === 1;

beforeEach(async () => {
  await test.db.execute(
    sql`truncate offer, company, event, cache_invalidation, offer_search, offer_text, facet_count, term restart identity cascade`,
  );
  await test.db.delete(place).where(eq(place.kind, 'city'));
});

describe('saveOffers', () => {
  it('publishes a new offer with all that belongs to it', async () => {
    const { created, updated, unchanged } = await save([record('1')]);
    expect([created.length, updated.length, unchanged.length]).toEqual([1, 0, 0]);
    const row = await one(created[0]);
    expect(row).toMatchObject({
      slug: `backend-developer-acme-${row.id}`,
      state: 'live',
      publishedAt: later(-3),
      confirmedAt: monday,
      sourceSeenAt: monday,
      expiresAt: later(30),
      closedAt: null,
    });
    const [pay] = await test.db.select().from(offerPay);
    expect(pay).toMatchObject({
      statedMin: 2_000_000,
      currency: 'PLN',
      yearlyEurMin: 60_000,
      yearlyEurMax: 72_000,
    });
    expect(await test.db.$count(offerSkill)).toBe(1);
    const places = await test.db
      .select({ slug: place.slug, use: offerPlace.use })
      .from(offerPlace)
      .innerJoin(place, eq(place.id, offerPlace.placeId))
      .orderBy(offerPlace.position);
    expect(places).toEqual([
      { slug: 'poland', use: 'applicant' },
      { slug: 'krakow', use: 'workplace' },
    ]);
    expect(await events(row.id)).toEqual(['offer.published']);
    expect(await listed(row.id)).toBe(true);
    expect(await tags()).toEqual(
      [
        'company:1',
        'offer:1',
        'offers',
        'place:krakow',
        'place:poland',
        'role:backend',
        'skill:postgresql',
      ].sort(),
    );
  });

  it('makes the page of a country stale by an offer in one of its cities', async () => {
    await save([
      record('1', {
        places: [{ use: 'workplace', countryCode: 'PL', city: { name: 'Kraków', geonameId: 3094802 } }],
      }),
    ]);
    const places = (await tags()).filter((tag) => tag.startsWith('place:'));
    expect(places).toEqual(['place:krakow', 'place:poland']);
  });

  it('finds nothing to do the second time, but takes it for an answer, once a day', async () => {
    const { created } = await save([record('1')]);
    await tags();
    expect(await save([record('1')], later(0.1))).toEqual({ created: [], updated: [], unchanged: created });
    expect(await test.db.$count(offerAnswer)).toBe(0);
    await save([record('1')], later(1));
    await save([record('1')], later(1.2));
    const answers = await test.db.select().from(offerAnswer);
    expect(answers).toMatchObject([{ answer: 'open', by: 'source', answeredAt: later(1) }]);
    expect(await one(created[0])).toMatchObject({
      confirmedAt: later(1.2),
      sourceSeenAt: later(1.2),
      expiresAt: later(31.2),
      publishedAt: later(-3),
    });
    expect(await events(created[0])).toEqual(['offer.published']);
    expect(await tags()).toEqual(['offer:1', 'offers']);
    const [searched] = await test.db.select().from(offerSearch);
    expect(searched?.expires.getTime()).toBeGreaterThanOrEqual(later(31).getTime());
  });

  it('updates what changed, keeps the address, and marks the pages that lose the offer', async () => {
    const { created } = await save([record('1')]);
    const before = await one(created[0]);
    await tags();
    const change = {
      title: 'Data engineer',
      role: 'data-engineer',
      skills: [{ slug: 'python', required: null, level: null }],
      places: [{ use: 'applicant' as const, countryCode: 'DE', city: null }],
    };
    expect(await save([record('1', change)], later(1))).toEqual({
      created: [],
      updated: created,
      unchanged: [],
    });
    const after = await one(created[0]);
    expect(after).toMatchObject({
      slug: before.slug,
      title: 'Data engineer',
      createdAt: monday,
      updatedAt: later(1),
    });
    expect(await test.db.$count(offerSkill)).toBe(1);
    expect(await tags()).toEqual(
      [
        'company:1',
        'offer:1',
        'offers',
        'place:germany',
        'place:krakow',
        'place:poland',
        'role:backend',
        'role:data-engineer',
        'skill:postgresql',
        'skill:python',
      ].sort(),
    );
    expect(await events(created[0])).toEqual(['offer.published', 'offer.updated']);
  });

  it('does not take a date that nobody stated for a change', async () => {
    await save([record('1', { publishedAt: monday })]);
    const again = await save([record('1', { publishedAt: later(2) })], later(2));
    expect(again.unchanged).toHaveLength(1);
    expect((await one(again.unchanged[0])).publishedAt).toEqual(monday);
    expect((await save([record('1', { publishedAt: later(-9) })], later(2))).updated).toHaveLength(1);
  });

  it('follows the closing date of the source', async () => {
    const { created } = await save([record('1', { expiresAt: later(5) })]);
    expect((await one(created[0])).expiresAt).toEqual(later(5));
    await save([record('1', { expiresAt: later(9) })], later(1));
    expect((await one(created[0])).expiresAt).toEqual(later(9));
  });

  it('takes the last of two records of one offer', async () => {
    const { created } = await save([record('1'), record('1', { title: 'Backend engineer' })]);
    expect(created).toHaveLength(1);
    expect((await one(created[0])).title).toBe('Backend engineer');
  });

  it('keeps offers of different sources apart', async () => {
    const { created } = await save([record('1'), record('1', { source: 'other board' })]);
    expect(created).toHaveLength(2);
  });

  it('brings back what ran out or fell silent, when it is listed again', async () => {
    const { created } = await save([record('1'), record('2')]);
    const [ranOut, silent] = created;
    await expireOffers(test.db, later(31));
    await closeOffers(test.db, [silent ?? 0], 'paused', { now: later(31), actor: 'system' });
    await save([record('2')], later(31));
    expect(await one(silent)).toMatchObject({ state: 'live' });
    expect(await listed(ranOut)).toBe(false);
    const again = await save([record('1')], later(40));
    expect(again).toEqual({ created: [], updated: [ranOut], unchanged: [] });
    expect(await one(ranOut)).toMatchObject({ state: 'live', closedAt: null, expiresAt: later(70) });
    expect(await listed(ranOut)).toBe(true);
    expect(await events(ranOut)).toEqual(['offer.published', 'offer.expired', 'offer.reopened']);
  });

  it('leaves closed what its employer has given a closing date', async () => {
    const { created } = await save([record('1')]);
    await test.db.update(offer).set({ closesAt: later(2) });
    expect(await expireOffers(test.db, later(3))).toBe(1);
    expect(await save([record('1', { title: 'New words' })], later(4))).toMatchObject({ unchanged: created });
    expect(await one(created[0])).toMatchObject({ state: 'expired', closedAt: later(2) });
  });

  it('leaves paused what its employer has paused', async () => {
    const { created } = await save([record('1')]);
    await test.db.update(offer).set({ state: 'paused', pausedBy: 'employer', pausedAt: later(1) });
    expect(await save([record('1', { title: 'New words' })], later(2))).toMatchObject({ unchanged: created });
    expect(await one(created[0])).toMatchObject({ state: 'paused', pausedBy: 'employer' });
    await test.db.update(offer).set({ pausedBy: 'silence' });
    await save([record('1')], later(3));
    expect(await one(created[0])).toMatchObject({ state: 'live', pausedBy: null, pausedAt: null });
  });

  it.each(['filled', 'removed', 'suspended'] as const)('never brings back what is %s', async (state) => {
    const { created } = await save([record('1')]);
    await test.db
      .update(offer)
      .set({ state, closedAt: later(1) })
      .where(inArray(offer.id, created));
    const again = await save([record('1', { title: 'New words' })], later(2));
    expect(again).toEqual({ created: [], updated: [], unchanged: created });
    expect(await one(created[0])).toMatchObject({ state, title: 'Backend developer', closedAt: later(1) });
  });

  it('does not end a feature that was paid for', async () => {
    const { created } = await save([record('1')]);
    await test.db.update(offer).set({ featured: true });
    await save([record('1', { title: 'New words' })], later(1));
    expect((await one(created[0])).featured).toBe(true);
  });

  it('states no pay in a currency without a rate', async () => {
    const pay = {
      contract: 'b2b' as const,
      min: 100,
      max: 100,
      currency: 'XXX',
      period: 'hour' as const,
      tax: null,
    };
    await save([record('1', { pay: [pay] })]);
    expect(await test.db.select().from(offerPay)).toMatchObject([
      { contract: 'b2b', statedMin: null, currency: null, period: null, yearlyEurMax: null },
    ]);
  });

  it('gives every offer an address of its own, of at most 80 characters', async () => {
    const titles = ['软件工程师', '🚀', 'a'.repeat(200), 'Программист', 'One more '.repeat(30)];
    await save(titles.map((title, n) => record(String(n), { title })));
    const slugs = (await test.db.select({ slug: offer.slug }).from(offer).orderBy(offer.id)).map(
      ({ slug }) => slug,
    );
    for (const slug of slugs) {
      expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*-\d+$/);
      expect(slug.length).toBeLessThanOrEqual(80);
    }
    expect(slugs[0]).toBe('acme-1');
    expect(slugs[3]).toBe('programmist-acme-4');
  });

  it('keeps one row of each when imports run at the same time', async () => {
    const others = Array.from({ length: 4 }, () => connect(test.url, { max: 2 }));
    try {
      const records = Array.from({ length: 60 }, (_, n) =>
        record(String(n), {
          company: { name: `Company ${n % 7}`, domain: null, website: null, logoUrl: null },
        }),
      );
      const results = await Promise.all(
        others.map(({ db }, n) => save(n % 2 ? records : records.toReversed(), monday, db)),
      );
      expect(results.reduce((sum, { created }) => sum + created.length, 0)).toBe(60);
      expect(await test.db.$count(offer)).toBe(60);
      expect(await test.db.$count(company)).toBe(7);
      expect(await test.db.$count(offerSearch)).toBe(60);
    } finally {
      await Promise.all(others.map(({ close }) => close()));
    }
  });

  it('leaves nothing behind where one record of the batch cannot be stored', async () => {
    await expect(save([record('1'), record('2', { role: 'no-such-role' })])).rejects.toThrow();
    expect([await test.db.$count(offer), await test.db.$count(company), (await tags()).length]).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('expireOffers', () => {
  it('closes what is past its date, and that only once', async () => {
    const { created } = await save([
      record('1', { expiresAt: later(2) }),
      record('2', { expiresAt: later(9) }),
    ]);
    await tags();
    expect(await expireOffers(test.db, later(3))).toBe(1);
    expect(await one(created[0])).toMatchObject({ state: 'expired', closedAt: later(2) });
    expect(await one(created[1])).toMatchObject({ state: 'live' });
    expect(await listed(created[0])).toBe(false);
    expect(await tags()).toEqual(
      [
        'company:1',
        'offer:1',
        'offers',
        'place:krakow',
        'place:poland',
        'role-closed:backend',
        'role:backend',
        'skill:postgresql',
      ].sort(),
    );
    expect(await expireOffers(test.db, later(3))).toBe(0);
    expect(await events(created[0])).toEqual(['offer.published', 'offer.expired']);
  });

  it('takes any number, beside another worker', async () => {
    await save(Array.from({ length: 700 }, (_, n) => record(String(n), { expiresAt: later(1) })));
    const done = await Promise.all([expireOffers(test.db, later(2)), expireOffers(test.db, later(2))]);
    expect(done[0] + done[1]).toBe(700);
    expect(await test.db.$count(event, eq(event.type, 'offer.expired'))).toBe(700);
  });
});

describe('closeUnseen', () => {
  it('closes what the source no longer lists, as its answer', async () => {
    const { created } = await save([record('1'), record('2'), record('3', { source: 'other board' })]);
    await save([record('1')], later(1));
    expect(await closeUnseen(test.db, 'board', later(1), later(1))).toBe(1);
    expect(await one(created[1])).toMatchObject({ state: 'expired', closedAt: later(1) });
    expect(await one(created[2])).toMatchObject({ state: 'live' });
    const answers = await test.db.select().from(offerAnswer).where(eq(offerAnswer.answer, 'closed'));
    expect(answers).toMatchObject([{ offerId: created[1], by: 'source' }]);
    expect(await closeUnseen(test.db, 'board', later(1), later(1))).toBe(0);
  });

  it('refuses to close everything', async () => {
    const { created } = await save([record('1'), record('2')]);
    await expect(closeUnseen(test.db, 'board', later(1), later(1))).rejects.toMatchObject({
      code: 'snapshot_lists_nothing',
    });
    expect(await one(created[0])).toMatchObject({ state: 'live' });
  });
});

describe('closeOffers', () => {
  it('changes only offers whose state allows it', async () => {
    const { created } = await save([record('1'), record('2')]);
    const how = { now: later(1), actor: 'user:1' };
    await test.db
      .update(offer)
      .set({ state: 'suspended' })
      .where(eq(offer.id, created[1] ?? 0));
    expect(await closeOffers(test.db, created, 'filled', how)).toEqual([created[0]]);
    expect(await closeOffers(test.db, created, 'filled', how)).toEqual([]);
    expect(await closeOffers(test.db, created, 'paused', how)).toEqual([]);
    expect(await events(created[0])).toEqual(['offer.published', 'offer.filled']);
  });
});

describe('recordAnswers', () => {
  it('keeps each answer once and confirms the offer with the latest', async () => {
    const { created } = await save([record('1')]);
    const offerId = created[0] ?? 0;
    const answer = (days: number) => ({
      offerId,
      askedAt: later(days),
      answeredAt: later(days + 1),
      answer: 'open' as const,
      by: 'employer' as const,
    });
    await recordAnswers(test.db, [answer(14), answer(28)]);
    await recordAnswers(test.db, [answer(28)]);
    expect(await test.db.$count(offerAnswer)).toBe(2);
    expect((await one(offerId)).confirmedAt).toEqual(later(29));
  });
});

describe('recordApply', () => {
  it('counts by UTC day, for live offers', async () => {
    const { created } = await save([record('1'), record('2')]);
    const [live = 0, closed = 0] = created;
    await closeOffers(test.db, [closed], 'filled', { now: monday, actor: 'user:1' });
    await Promise.all([recordApply(test.db, live, monday), recordApply(test.db, live, monday)]);
    await recordApply(test.db, live, later(1));
    await recordApply(test.db, closed, monday);
    await recordApply(test.db, 999_999, monday);
    const days = await test.db.select().from(offerDay).orderBy(offerDay.day);
    expect(days).toMatchObject([
      { offerId: live, day: '2026-03-02', applies: 2 },
      { offerId: live, day: '2026-03-03', applies: 1 },
    ]);
  });
});
