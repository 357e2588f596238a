import { and, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '@/db/client';
import { createCompany, createOffer } from '@/db/factories';
import { appUser } from '@/db/schema/accounts';
import { companyMember } from '@/db/schema/companies';
import { offer, offerAnswer } from '@/db/schema/offers';
import { cacheInvalidation, event } from '@/db/schema/portal';
import { offerSearch } from '@/db/schema/search';
import { useTestDatabase } from '@/dev/testing/database';
import { listQueuedMail } from '@/dev/testing/queued-mail';
import type { CompanyId } from '@/domain/companies/input';
import {
  discardOffer,
  fillOffer,
  liftSuspension,
  pauseOffer,
  publishOffer,
  removeOffer,
  resumeOffer,
  suspendOffer,
} from './lifecycle';
import { OFFER_STATES, type OfferState } from './rules';

const test = useTestDatabase();
const DAY = 86_400_000;
const monday = new Date('2026-03-02T12:00:00Z');
const later = (days: number) => new Date(monday.getTime() + days * DAY);
const by = (days = 0, actor = 'user:anna') => ({ now: later(days), actor });

let mine: { companyId: CompanyId };
let theirs: { companyId: CompanyId };

beforeEach(async () => {
  await test.db.execute(sql`truncate offer, company, app_user, event, cache_invalidation cascade`);
  await test.db.execute(sql`delete from graphile_worker._private_jobs`);
  mine = { companyId: (await createCompany(test.db)).id as CompanyId };
  theirs = { companyId: (await createCompany(test.db)).id as CompanyId };
  await test.db.insert(appUser).values([
    { id: 'anna', email: 'anna@acme.example' },
    { id: 'bo', email: 'bo@acme.example' },
  ]);
  await test.db.insert(companyMember).values([
    { companyId: mine.companyId, userId: 'anna', role: 'recruiter' },
    { companyId: mine.companyId, userId: 'bo', role: 'owner' },
  ]);
});

/** An offer of ours, live for 30 days from monday, in that state. */
async function given(state: OfferState, fields: Partial<typeof offer.$inferInsert> = {}): Promise<number> {
  const waiting = ['draft', 'awaiting_payment', 'in_review'].includes(state);
  const { id } = await createOffer(test.db, {
    companyId: mine.companyId,
    state,
    publishedAt: monday,
    ...(waiting && { publishedAt: null, expiresAt: null }),
    confirmedAt: waiting ? null : monday,
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

const listed = async (id: number) => (await test.db.$count(offerSearch, eq(offerSearch.id, id))) > 0;

async function events(id: number) {
  const rows = await test.db
    .select({ type: event.type, actor: event.actor, data: event.data })
    .from(event)
    .where(and(eq(event.subject, 'offer'), eq(event.subjectId, id)))
    .orderBy(event.id);
  return rows.map(({ type, actor, data }) => [type, actor, data]);
}

async function mails() {
  return listQueuedMail(test.db);
}

describe('publishOffer', () => {
  it.each(['draft', 'awaiting_payment', 'in_review'] as const)(
    'puts one in %s on the list',
    async (state) => {
      const id = await given(state);
      expect(await publishOffer(test.db, id, { ...by(3, 'user:op'), days: 30 })).toBe(true);
      expect(await one(id)).toMatchObject({
        state: 'live',
        publishedAt: later(3),
        confirmedAt: later(3),
        expiresAt: later(33),
      });
      expect(await listed(id)).toBe(true);
      expect(await events(id)).toEqual([['offer.published', 'user:op', { days: 30 }]]);
      const tags = await test.db.select({ tag: cacheInvalidation.tag }).from(cacheInvalidation);
      expect(tags.map(({ tag }) => tag)).toEqual(
        expect.arrayContaining(['offers', `offer:${id}`, `company:${mine.companyId}`, 'role:backend']),
      );
      const { slug } = await one(id);
      expect(await mails()).toMatchObject([
        {
          to: 'anna@acme.example',
          mail: {
            kind: 'offer-published',
            expiresAt: later(33).toISOString(),
            offer: { url: `/offers/${slug}` },
          },
        },
      ]);
    },
  );

  it('ends on the closing date of the employer, unless that has passed', async () => {
    const [early, late, past] = await Promise.all(
      [10, 50, -1].map((days) => given('draft', { expiresAt: null, closesAt: later(days) })),
    );
    for (const id of [early, late, past]) await publishOffer(test.db, id ?? 0, { ...by(), days: 30 });
    const ends = await Promise.all([early, late, past].map(async (id) => (await one(id ?? 0)).leavesAt));
    expect(ends).toEqual([later(10), later(30), later(30)]);
  });

  it('does nothing a second time, nor to what is or was on the list', async () => {
    const id = await given('draft');
    await publishOffer(test.db, id, { ...by(), days: 30 });
    expect(await publishOffer(test.db, id, { ...by(5), days: 30 })).toBe(false);
    expect((await one(id)).expiresAt).toEqual(later(30));
    expect(await mails()).toHaveLength(1);
    for (const state of ['paused', 'expired', 'filled', 'suspended', 'removed'] as const) {
      expect(await publishOffer(test.db, await given(state), { ...by(), days: 30 })).toBe(false);
    }
    expect(await publishOffer(test.db, 999_999, { ...by(), days: 30 })).toBe(false);
  });

  it('publishes once and mails once when two do it at the same moment', async () => {
    const id = await given('draft');
    const other = connect(test.url, { max: 1 });
    const done = await Promise.all(
      [test.db, other.db].map((db) => publishOffer(db, id, { ...by(), days: 30 })),
    );
    await other.close();
    expect(done.sort()).toEqual([false, true]);
    expect(await mails()).toHaveLength(1);
    expect(await events(id)).toHaveLength(1);
  });

  it('tells the owners where the one who posted it has left', async () => {
    const id = await given('draft');
    await test.db.delete(companyMember).where(eq(companyMember.userId, 'anna'));
    await publishOffer(test.db, id, { ...by(), days: 30 });
    expect((await mails()).map(({ to }) => to)).toEqual(['bo@acme.example']);
  });
});

describe('pauseOffer and resumeOffer', () => {
  it('take a live offer off the list and put it back with the days it had left', async () => {
    const id = await given('live', { askedAt: later(14) });
    expect(await pauseOffer(test.db, mine, id, by(15))).toBe(true);
    expect(await one(id)).toMatchObject({ state: 'paused', pausedBy: 'employer', askedAt: null });
    expect(await listed(id)).toBe(false);

    expect(await resumeOffer(test.db, mine, id, by(55))).toBe(true);
    expect(await one(id)).toMatchObject({
      state: 'live',
      pausedBy: null,
      pausedAt: null,
      confirmedAt: later(55),
      expiresAt: later(70),
    });
    expect(await listed(id)).toBe(true);
    expect(await events(id)).toEqual([
      ['offer.paused', 'user:anna', { by: 'employer' }],
      ['offer.resumed', 'user:anna', null],
    ]);
    expect(await test.db.$count(offerAnswer)).toBe(0);
  });

  it('change nothing when repeated', async () => {
    const id = await given('live');
    await pauseOffer(test.db, mine, id, by(1));
    expect(await pauseOffer(test.db, mine, id, by(5))).toBe(false);
    expect((await one(id)).pausedAt).toEqual(later(1));
    await resumeOffer(test.db, mine, id, by(6));
    expect(await resumeOffer(test.db, mine, id, by(9))).toBe(false);
    expect((await one(id)).expiresAt).toEqual(later(35));
    expect(await events(id)).toHaveLength(2);
  });

  it('leave the offers of another company alone', async () => {
    const id = await given('live');
    expect(await pauseOffer(test.db, theirs, id, by())).toBe(false);
    await pauseOffer(test.db, mine, id, by());
    expect(await resumeOffer(test.db, theirs, id, by())).toBe(false);
    expect(await one(id)).toMatchObject({ state: 'paused' });
    expect(await events(id)).toHaveLength(1);
  });

  it('bring nothing back that had no time left', async () => {
    const id = await given('paused', { pausedBy: 'employer', pausedAt: later(30), expiresAt: later(30) });
    await expect(resumeOffer(test.db, mine, id, by(31))).rejects.toMatchObject({ code: 'offer_over' });
    expect(await one(id)).toMatchObject({ state: 'paused', expiresAt: later(30) });
  });

  it('are an answer where it was paused for want of one', async () => {
    const id = await given('paused', { pausedBy: 'silence', askedAt: later(14), pausedAt: later(21) });
    await resumeOffer(test.db, mine, id, by(25));
    expect(await one(id)).toMatchObject({ state: 'live', askedAt: null, expiresAt: later(34) });
    expect(await test.db.select().from(offerAnswer)).toMatchObject([
      { offerId: id, askedAt: later(14), answeredAt: later(25), answer: 'open', by: 'employer' },
    ]);
  });

  it('give an offer its full days however often and long it stood still', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 0, max: 100_000 })), {
          minLength: 1,
          maxLength: 5,
        }),
        async (stops) => {
          const id = await given('live');
          let minutes = 0;
          let stood = 0;
          for (const [ran, still] of stops) {
            minutes += ran;
            await pauseOffer(test.db, mine, id, by(minutes / 1440));
            minutes += still;
            stood += still;
            await resumeOffer(test.db, mine, id, by(minutes / 1440));
          }
          const { expiresAt } = await one(id);
          expect((expiresAt?.getTime() ?? 0) - monday.getTime()).toBe(30 * DAY + stood * 60_000);
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('fillOffer', () => {
  it.each(['live', 'paused', 'expired'] as const)('closes one that is %s, once', async (state) => {
    const id = await given(state);
    expect(await fillOffer(test.db, theirs, id, by(1))).toBe(false);
    expect(await fillOffer(test.db, mine, id, by(2))).toBe(true);
    expect(await fillOffer(test.db, mine, id, by(3))).toBe(false);
    expect(await one(id)).toMatchObject({ state: 'filled', closedAt: later(2) });
    expect(await listed(id)).toBe(false);
    expect(await events(id)).toEqual([['offer.filled', 'user:anna', null]]);
  });

  it('answers the question that waits', async () => {
    const id = await given('live', { askedAt: later(14) });
    await fillOffer(test.db, mine, id, by(15));
    expect(await test.db.select().from(offerAnswer)).toMatchObject([
      { askedAt: later(14), answer: 'closed' },
    ]);
    expect((await one(id)).askedAt).toBeNull();
  });

  it('fills nothing that is not out yet, or is the operator’s to decide', async () => {
    for (const state of ['draft', 'awaiting_payment', 'in_review', 'suspended', 'removed'] as const) {
      expect(await fillOffer(test.db, mine, await given(state), by())).toBe(false);
    }
  });
});

describe('discardOffer', () => {
  it('deletes a draft of the company, and nothing else', async () => {
    const id = await given('draft');
    expect(await discardOffer(test.db, theirs, id, by())).toBe(false);
    expect(await discardOffer(test.db, mine, id, by())).toBe(true);
    expect(await discardOffer(test.db, mine, id, by())).toBe(false);
    expect(await test.db.$count(offer, eq(offer.id, id))).toBe(0);
    expect(await events(id)).toEqual([['offer.discarded', 'user:anna', null]]);
    for (const state of OFFER_STATES.filter((one) => one !== 'draft')) {
      expect(await discardOffer(test.db, mine, await given(state), by())).toBe(false);
    }
  });
});

describe('the operator', () => {
  const stop = (days: number) => ({ ...by(days, 'user:op'), reason: 'The pay is not true.' });

  it('suspends a live offer, and lifts it with the days it had left', async () => {
    const id = await given('live', { askedAt: later(14) });
    expect(await suspendOffer(test.db, id, stop(15))).toBe(true);
    expect(await suspendOffer(test.db, id, stop(16))).toBe(false);
    expect(await one(id)).toMatchObject({ state: 'suspended', askedAt: null });
    expect(await listed(id)).toBe(false);
    expect(await resumeOffer(test.db, mine, id, by(16))).toBe(false);

    expect(await liftSuspension(test.db, id, by(20, 'user:op'))).toBe(true);
    expect(await liftSuspension(test.db, id, by(25, 'user:op'))).toBe(false);
    expect(await one(id)).toMatchObject({ state: 'live', expiresAt: later(35), pausedAt: null });
    expect(await listed(id)).toBe(true);
    expect(await events(id)).toEqual([
      ['offer.suspended', 'user:op', { reason: 'The pay is not true.' }],
      ['offer.unsuspended', 'user:op', null],
    ]);
    expect(await mails()).toMatchObject([
      {
        to: 'anna@acme.example',
        mail: { kind: 'offer-stopped', how: 'suspended', reason: 'The pay is not true.' },
      },
    ]);
  });

  it('gives a paused offer back as paused, its days still standing', async () => {
    const id = await given('live');
    await pauseOffer(test.db, mine, id, by(10));
    await suspendOffer(test.db, id, stop(12));
    await liftSuspension(test.db, id, by(20, 'user:op'));
    expect(await one(id)).toMatchObject({ state: 'paused', pausedAt: later(10), expiresAt: later(30) });
    expect(await listed(id)).toBe(false);
    await resumeOffer(test.db, mine, id, by(30));
    expect(await one(id)).toMatchObject({ state: 'live', expiresAt: later(50) });
  });

  it('gives one that fell silent back with the question that was not answered', async () => {
    const id = await given('paused', { pausedBy: 'silence', askedAt: later(14), pausedAt: later(21) });
    await suspendOffer(test.db, id, stop(22));
    await liftSuspension(test.db, id, by(23, 'user:op'));
    expect(await one(id)).toMatchObject({ state: 'paused', pausedBy: 'silence', askedAt: later(14) });
  });

  it('removes an offer in any state, for good', async () => {
    for (const state of OFFER_STATES) {
      const id = await given(state, { postedBy: null });
      expect([state, await removeOffer(test.db, id, stop(1))]).toEqual([state, state !== 'removed']);
      expect(await one(id)).toMatchObject({ state: 'removed' });
      expect(await listed(id)).toBe(false);
      expect(await removeOffer(test.db, id, stop(2))).toBe(false);
      expect(await liftSuspension(test.db, id, by(2))).toBe(false);
    }
    // Nobody posted them: the owner hears of it.
    expect(new Set((await mails()).map(({ to }) => to))).toEqual(new Set(['bo@acme.example']));
  });
});
