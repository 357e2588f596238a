import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { connect } from '@/db/client';
import { offerReminder } from '@/db/schema/billing';
import { offer, offerDay, offerRevision } from '@/db/schema/offers';
import { useTestDatabase } from '@/dev/testing/database';
import { later, monday, PAID, REFUNDED, useOrders } from '@/dev/testing/orders';
import { dropQueuedMail } from '@/dev/testing/queued-mail';
import type { CompanyId } from '@/domain/companies/input';
import { expireOffers } from '@/domain/offers/commands';
import { pauseOffer, resumeOffer, suspendOffer } from '@/domain/offers/lifecycle';
import { remindEmployers } from './reminders';

const test = useTestDatabase();
const desk = useOrders(test);
const { anOffer, anOrder, hear, mails } = desk;
const by = (days: number) => ({ now: later(days), actor: 'user:anna' });
const scope = () => ({ companyId: desk.companyId as CompanyId });

/** What is told so many days after monday. */
async function remind(days: number) {
  await expireOffers(test.db, later(days));
  await dropQueuedMail(test.db);
  await remindEmployers(test.db, later(days));
  return mails();
}

describe('an offer about to leave the list', () => {
  it('is told of five days and one day before, and once it has left, each once', async () => {
    const { id } = await anOffer('live');
    await test.db.insert(offerDay).values([
      { offerId: id, day: '2026-03-02', views: 40, applies: 3 },
      { offerId: id, day: '2026-03-20', views: 2, applies: 1 },
      { offerId: id, day: '2026-02-01', views: 900, applies: 90 },
    ]);
    const told: unknown[] = [];
    for (let days = 0; days < 40; days += 0.5) {
      for (const { to, kind, ...mail } of await remind(days)) told.push([days, to, kind, mail]);
    }
    const line = { title: 'Backend developer', url: `/employer/offers/${id}/publish` };
    const until = { until: later(30).toISOString(), chosen: false };
    expect(told).toEqual([
      [25, 'anna@kvarnen.example', 'offer-expiring', { daysLeft: 5, offers: [{ ...line, ...until }] }],
      [29, 'anna@kvarnen.example', 'offer-expiring', { daysLeft: 1, offers: [{ ...line, ...until }] }],
      [
        30,
        'anna@kvarnen.example',
        'offer-expired',
        { offers: [{ ...line, views: 42, applies: 4, days: 30, paidUntil: null }] },
      ],
    ]);
  });

  it('shares a mail with the others of the same person', async () => {
    await anOffer('live', { title: 'One' });
    await anOffer('live', { title: 'Two' });
    const [mail, ...others] = await remind(26);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ offers: [{ title: 'One' }, { title: 'Two' }] });
  });

  it('is told once, by however many workers', async () => {
    await anOffer('live');
    const others = await Promise.all([0, 1, 2].map(() => connect(test.url, { max: 1 })));
    const counts = await Promise.all(others.map(({ db }) => remindEmployers(db, later(26))));
    await Promise.all(others.map(({ close }) => close()));
    expect(counts.sort()).toEqual([0, 0, 1]);
    expect(await mails()).toHaveLength(1);
  });

  it('is not told of what a nearer mail says', async () => {
    await anOffer('live');
    expect(await remind(29.5)).toMatchObject([{ daysLeft: 1 }]);
  });

  it('is told again in the days that were added, and not twice because it stood still', async () => {
    const { id } = await anOffer('live');
    expect(await remind(26)).toHaveLength(1);
    await pauseOffer(test.db, scope(), id, by(26));
    await resumeOffer(test.db, scope(), id, by(36));
    expect(await remind(36)).toEqual([]);
    await hear(await anOrder('extension', id), PAID, 37);
    expect(await remind(38)).toEqual([]);
    expect(await remind(66)).toMatchObject([{ daysLeft: 5, offers: [{ until: later(70).toISOString() }] }]);
    expect(await remind(66)).toEqual([]);
  });
});

describe('an offer that closes on the day its employer chose', () => {
  const edit = (id: number) => `/employer/offers/${id}/edit`;
  const closes = (id: number, days: number | null) =>
    test.db
      .update(offer)
      .set({ closesAt: days === null ? null : later(days) })
      .where(eq(offer.id, id));

  it('is told of that day, not of buying days that it has', async () => {
    const { id } = await anOffer('live', { closesAt: later(20) });
    const told: unknown[] = [];
    for (let days = 0; days < 40; days += 0.5) {
      for (const { kind, ...mail } of await remind(days)) told.push([days, kind, mail]);
    }
    const until = later(20).toISOString();
    expect(told).toMatchObject([
      [15, 'offer-expiring', { daysLeft: 5, offers: [{ url: edit(id), until, chosen: true }] }],
      [19, 'offer-expiring', { daysLeft: 1, offers: [{ url: edit(id), until, chosen: true }] }],
      [20, 'offer-expired', { offers: [{ url: edit(id), days: 20, paidUntil: later(30).toISOString() }] }],
    ]);
  });

  it('is told again of another day, and of the end of its days where none is left', async () => {
    const { id } = await anOffer('live', { closesAt: later(20) });
    expect(await remind(16)).toHaveLength(1);
    await closes(id, 24);
    expect(await remind(20)).toMatchObject([{ daysLeft: 5, offers: [{ until: later(24).toISOString() }] }]);
    await closes(id, null);
    expect(await remind(25)).toMatchObject([{ daysLeft: 5, offers: [{ chosen: false }] }]);
    expect(await remind(26)).toEqual([]);
  });

  it('is not told of a day that it was just given', async () => {
    const { id } = await anOffer('live', { closesAt: later(14) });
    await test.db.insert(offerRevision).values({ offerId: id, form: {}, at: later(10), actor: 'user:anna' });
    expect(await remind(10)).toEqual([]);
    expect(await remind(13)).toMatchObject([{ daysLeft: 1 }]);
  });

  it('is told once that it left, though its days are over soon after', async () => {
    await anOffer('live', { closesAt: later(29) });
    expect((await remind(29)).map(({ kind }) => kind)).toEqual(['offer-expired']);
    expect(await remind(31)).toEqual([]);
  });
});

describe('nothing is told of', () => {
  it.each(['paused', 'suspended', 'draft', 'filled', 'removed'] as const)(
    'an offer that is %s',
    async (state) => {
      await anOffer(state, { expiresAt: later(30), publishedAt: monday });
      for (const days of [26, 29.5, 31]) expect(await remind(days)).toEqual([]);
    },
  );

  it('one whose days stand still when they would have been over', async () => {
    const { id } = await anOffer('live');
    await suspendOffer(test.db, id, { ...by(20), reason: 'It asks for a deposit.' });
    for (const days of [26, 29.5, 31]) expect(await remind(days)).toEqual([]);
  });

  it('one that had no more than those days, nor of those of an import', async () => {
    await anOffer('live', { expiresAt: later(4) });
    await anOffer('live', { source: 'board', sourceId: '1' });
    expect(await remind(1)).toEqual([]);
    expect(await remind(26)).toMatchObject([{ kind: 'offer-expired' }].slice(1));
    expect(await test.db.$count(offerReminder, sql`days_left > 0`)).toBe(0);
  });

  it('one that is over because its renewal was refunded, nor of what was over long ago', async () => {
    const { id } = await anOffer('expired', { closedAt: later(30), expiresAt: later(30) });
    const order = await anOrder('extension', id);
    await hear(order, PAID, 31);
    await hear(order, REFUNDED, 32);
    expect(await remind(32)).toEqual([]);
    await anOffer('expired', { closedAt: later(20), expiresAt: later(20) });
    expect(await remind(32)).toEqual([]);
  });
});
