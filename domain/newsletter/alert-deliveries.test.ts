import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCompany, createOffer, createSubscriber, createSubscription, yearlyEur } from '@/db/factories';
import { alertHit, delivery, subscriber, subscription } from '@/db/schema/newsletter';
import { offer } from '@/db/schema/offers';
import { useTestDatabase } from '@/dev/testing/database';
import { noteDebuts } from '@/domain/offers/alerts';
import { indexOffers } from '@/domain/offers/search-index';
import { queueDigests, queueInstantAlerts } from './alert-deliveries';
import { readAlertMails } from './alert-mails';
import { matchAlerts } from './alert-matching';
import { FIND_DAYS, forgetFinds, MAIL_DAYS } from './alert-retention';
import type { AlertDelivery } from './deliveries';
import { type Frequency, parseAlertQuery } from './input';
import { readLeaveLink } from './links';
import { MOST_HITS, nextDigestAt } from './rules';

/** A Friday. In Warsaw it is 8:30. */
const NOW = new Date('2026-11-20T07:30:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const later = (ms: number) => new Date(NOW.getTime() + ms);
const link = { siteUrl: 'https://jobs.example', secret: 'secret' };
const test = useTestDatabase();

beforeEach(async () => {
  await test.db.execute(sql`truncate subscriber, alert_search, alert_find, alert_batch, offer_debut cascade`);
});

async function makeAlert(
  frequency: Frequency,
  {
    query = 'role=backend',
    timeZone = null,
    pausedUntil = null,
  }: { query?: string; timeZone?: string | null; pausedUntil?: Date | null } = {},
): Promise<number> {
  const reader = await createSubscriber(test.db, { timeZone, pausedUntil });
  const alert = await createSubscription(test.db, reader.id, {
    kind: 'alert',
    query,
    filters: parseAlertQuery(query),
    frequency,
    confirmedAt: NOW,
    nextAt: nextDigestAt(frequency, timeZone ?? 'Europe/Warsaw', NOW),
  });
  return alert.id;
}

async function publish(at = NOW, fields: Parameters<typeof createOffer>[1] = {}): Promise<number> {
  const { id } = await createOffer(test.db, { publishedAt: at, ...fields });
  await indexOffers(test.db, [id]);
  await noteDebuts(test.db, [id], at);
  return id;
}

/** Closes an offer, as far as lists know. */
async function close(id: number): Promise<void> {
  await test.db.update(offer).set({ state: 'filled' }).where(eq(offer.id, id));
  await indexOffers(test.db, [id]);
}

const instant = async (at: Date) => {
  await matchAlerts(test.db, at);
  return queueInstantAlerts(test.db, new Date(at.getTime() + MINUTE / 2));
};
const digests = async (at: Date) => {
  await matchAlerts(test.db, at);
  return queueDigests(test.db, at);
};
const deliveries = () => test.db.select().from(delivery).orderBy(asc(delivery.id));
const mailed = async (alert: number) => {
  const rows = await test.db.select().from(alertHit).where(eq(alertHit.subscriptionId, alert));
  return rows.map(({ offerId }) => offerId).sort((a, b) => a - b);
};

describe('who wants to know at once', () => {
  it('gets one mail with all that came together', async () => {
    const alert = await makeAlert('instant');
    const first = await publish();
    await matchAlerts(test.db, later(1_000));
    // A moment is waited for more.
    expect(await queueInstantAlerts(test.db, later(5_000))).toBe(0);
    const second = await publish(later(5_000));
    await matchAlerts(test.db, later(6_000));
    expect(await queueInstantAlerts(test.db, later(20_000))).toBe(1);
    expect(await mailed(alert)).toEqual([first, second]);
    expect(await deliveries()).toMatchObject([
      { kind: 'alert', state: 'waiting', subscriptionId: alert, windowAt: later(20_000) },
    ]);
  });

  it('gets nothing where there is nothing new, and no offer twice', async () => {
    const alert = await makeAlert('instant');
    await makeAlert('instant', { query: 'role=qa' });
    const first = await publish();
    expect(await instant(later(MINUTE))).toBe(1);
    expect(await instant(later(2 * MINUTE))).toBe(0);
    const second = await publish(later(3 * MINUTE));
    expect(await instant(later(4 * MINUTE))).toBe(1);
    expect(await mailed(alert)).toEqual([first, second]);
    expect(await deliveries()).toHaveLength(2);
  });

  it('gets nothing of what was published before they asked', async () => {
    const alert = await makeAlert('instant');
    await publish(later(-1_000));
    const after = await publish(later(1_000));
    await instant(later(MINUTE));
    expect(await mailed(alert)).toEqual([after]);
  });

  it('gets nothing while paused, and no pile afterwards', async () => {
    const alert = await makeAlert('instant', { pausedUntil: later(7 * DAY) });
    await publish();
    expect(await instant(later(MINUTE))).toBe(0);
    const after = await publish(later(8 * DAY));
    expect(await instant(later(8 * DAY + MINUTE))).toBe(1);
    expect(await mailed(alert)).toContain(after);
    expect(await deliveries()).toHaveLength(1);
  });

  it('gets nothing after leaving', async () => {
    const alert = await makeAlert('instant');
    await test.db
      .update(subscription)
      .set({ state: 'ended', endedAt: NOW })
      .where(eq(subscription.id, alert));
    await publish();
    expect(await instant(later(MINUTE))).toBe(0);
  });

  it('is told once by two workers at a time', async () => {
    const alert = await makeAlert('instant');
    const id = await publish();
    await matchAlerts(test.db, later(1_000));
    const at = later(MINUTE);
    const mails = await Promise.all([queueInstantAlerts(test.db, at), queueInstantAlerts(test.db, at)]);
    expect(mails.sort()).toEqual([0, 1]);
    expect(await mailed(alert)).toEqual([id]);
  });
});

describe('a digest', () => {
  it('comes at eight by the clock of its reader, with what is new', async () => {
    const warsaw = await makeAlert('daily');
    const lisbon = await makeAlert('daily', { timeZone: 'Europe/Lisbon' });
    const id = await publish(later(MINUTE));
    expect(await digests(new Date('2026-11-20T08:00:00Z'))).toBe(1);
    expect(await mailed(lisbon)).toEqual([id]);
    expect(await digests(new Date('2026-11-21T06:59:00Z'))).toBe(0);
    expect(await digests(new Date('2026-11-21T07:00:00Z'))).toBe(1);
    expect(await mailed(warsaw)).toEqual([id]);
    expect((await deliveries()).map(({ windowAt }) => windowAt?.toISOString())).toEqual([
      '2026-11-20T08:00:00.000Z',
      '2026-11-21T07:00:00.000Z',
    ]);
  });

  it('comes at eight on both sides of the change of clocks', async () => {
    const alert = await makeAlert('daily');
    await test.db.update(subscription).set({ nextAt: new Date('2027-03-27T07:00:00Z') });
    await publish(later(MINUTE), { expiresAt: new Date('2027-06-01T00:00:00Z') });
    await digests(new Date('2027-03-27T07:00:30Z'));
    const [row] = await test.db.select().from(subscription).where(eq(subscription.id, alert));
    // Summer time began that night.
    expect(row?.nextAt).toEqual(new Date('2027-03-28T06:00:00Z'));
  });

  it('is left out where there is nothing new, and comes the next time', async () => {
    const alert = await makeAlert('daily');
    const first = await publish(later(MINUTE));
    const days = [1, 2, 3].map((n) => new Date(Date.UTC(2026, 10, 20 + n, 7)));
    const second = () => publish(later(2 * DAY));
    expect(await digests(days[0] ?? NOW)).toBe(1);
    expect(await digests(days[1] ?? NOW)).toBe(0);
    const late = await second();
    expect(await digests(days[2] ?? NOW)).toBe(1);
    expect(await mailed(alert)).toEqual([first, late]);
  });

  it('of the week has the whole week, once a week', async () => {
    const alert = await makeAlert('weekly');
    const [row] = await test.db.select().from(subscription).where(eq(subscription.id, alert));
    const due = row?.nextAt ?? NOW;
    const ids: number[] = [];
    for (let day = 0; later(day * DAY + MINUTE) < due; day++) {
      ids.push(await publish(later(day * DAY + MINUTE)));
      await digests(later(day * DAY + 2 * MINUTE));
    }
    expect(ids.length).toBeGreaterThan(2);
    expect(await deliveries()).toEqual([]);
    expect(await digests(due)).toBe(1);
    expect(await mailed(alert)).toEqual(ids);
    const [after] = await test.db.select().from(subscription).where(eq(subscription.id, alert));
    expect(after?.nextAt).toEqual(new Date(due.getTime() + 7 * DAY));
  });

  it('does not bring again what came at once before', async () => {
    const alert = await makeAlert('instant');
    const first = await publish();
    await instant(later(MINUTE));
    await test.db.update(subscription).set({ frequency: 'daily', nextAt: later(DAY) });
    const second = await publish(later(2 * MINUTE));
    expect(await digests(later(DAY))).toBe(1);
    expect(await mailed(alert)).toEqual([first, second]);
    const [, digest] = await deliveries();
    const hits = await test.db
      .select()
      .from(alertHit)
      .where(eq(alertHit.deliveryId, digest?.id ?? 0));
    expect(hits).toMatchObject([{ offerId: second }]);
  });

  it('is not sent to who is paused, and brings no pile when they are back', async () => {
    const alert = await makeAlert('daily', { pausedUntil: later(10 * DAY) });
    const company = await createCompany(test.db);
    for (let n = 0; n < MOST_HITS + 5; n++) await publish(later(n * 1_000), { companyId: company.id });
    expect(await digests(later(DAY))).toBe(0);
    await test.db.update(subscriber).set({ pausedUntil: null });
    expect(await digests(later(2 * DAY))).toBe(1);
    expect(await mailed(alert)).toHaveLength(MOST_HITS);
    expect(await digests(later(3 * DAY))).toBe(0);
  });
});

describe('a mail', () => {
  const read = async (at = later(MINUTE)) => {
    const rows = await deliveries();
    const claimed: AlertDelivery[] = rows.map((row) => ({
      id: row.id,
      subscriptionId: row.subscriptionId ?? 0,
      subscriberId: row.subscriberId ?? 0,
      email: 'reader@kvarnen.example',
      tries: 0,
      windowAt: row.windowAt ?? NOW,
    }));
    const mails = await readAlertMails(test.db, claimed, { link, siteName: 'Rolecall' }, at);
    return [...mails.values()].map(({ mail, headers }) => {
      if (mail.kind !== 'job-alert') throw new Error(mail.kind);
      return { ...mail, headers };
    });
  };

  it('says what is offered, why it comes, and how to leave', async () => {
    const alert = await makeAlert('instant', { query: 'q=timetable&role=backend&salary_min=60000' });
    const company = await createCompany(test.db, { name: 'Kvarnen' });
    await publish(NOW, {
      companyId: company.id,
      slug: 'timetables-1',
      title: 'Timetable developer',
      seniority: 'senior',
      workplace: 'remote',
      featured: true,
      pay: [yearlyEur(60_000, 80_000)],
    });
    await instant(later(MINUTE));
    const [mail] = await read();
    expect(mail).toMatchObject({
      search: 'Backend, “timetable”, from 60\u00a0000 EUR a year',
      frequency: 'instant',
      since: NOW.toISOString(),
      more: 0,
      moreCapped: false,
      seeAllUrl: 'https://jobs.example/offers?q=timetable&role=backend&salary_min=60000&sort=newest',
      offers: [
        {
          title: 'Timetable developer',
          company: 'Kvarnen',
          url: 'https://jobs.example/offers/timetables-1',
          pay: { amount: '60\u00a0000–80\u00a0000\u00a0EUR' },
          level: 'Senior',
          workplace: 'Remote',
          featured: true,
        },
      ],
    });
    const [sent] = await deliveries();
    const leave = readLeaveLink(
      Object.fromEntries(new URL(mail?.footer.leaveUrl ?? '').searchParams),
      'secret',
    );
    expect(leave).toEqual({ subscriptionId: alert, deliveryId: sent?.id });
    const all = readLeaveLink(Object.fromEntries(new URL(mail?.leaveAllUrl ?? '').searchParams), 'secret');
    expect(all).toMatchObject({ subscriberId: sent?.subscriberId });
    expect(mail?.headers['List-Id']).toBe('<alerts.jobs.example>');
  });

  it('leaves out what has closed since, and is not sent for nothing', async () => {
    await makeAlert('instant');
    const [gone, open] = [await publish(), await publish()];
    await instant(later(MINUTE));
    await close(gone);
    expect((await read())[0]?.offers).toHaveLength(1);
    await close(open);
    expect(await read()).toEqual([]);
  });

  it('has twenty offers at most, featured ones first, then the newest, and says how many more there are', async () => {
    await makeAlert('instant');
    const company = await createCompany(test.db);
    for (let n = 0; n < 25; n++) {
      await publish(later(n * 1_000), { companyId: company.id, title: `Offer ${n}`, featured: n === 3 });
    }
    await instant(later(MINUTE));
    const [mail] = await read();
    expect(mail?.offers.map(({ title }) => title)).toEqual([
      'Offer 3',
      ...Array.from({ length: 19 }, (_, n) => `Offer ${24 - n}`),
    ]);
    expect(mail?.more).toBe(5);
  });
});

it('finds are forgotten when they are no longer news, and searches when nobody has them', async () => {
  const alert = await makeAlert('daily', { pausedUntil: later(100 * DAY) });
  await publish();
  await matchAlerts(test.db, NOW);
  const count = async () => {
    const [row] = await test.db.execute<{ finds: number; searches: number }>(sql`
      select (select count(*)::int from alert_find) as finds, (select count(*)::int from alert_search) as searches`);
    return row;
  };
  await forgetFinds(test.db, later(FIND_DAYS * DAY - MINUTE));
  expect(await count()).toEqual({ finds: 1, searches: 1 });
  await forgetFinds(test.db, later(FIND_DAYS * DAY + MINUTE));
  expect(await count()).toEqual({ finds: 0, searches: 1 });
  await test.db.delete(subscription).where(eq(subscription.id, alert));
  await forgetFinds(test.db, NOW);
  expect(await count()).toEqual({ finds: 0, searches: 0 });
});

it('mails are forgotten after some months, and their offers are not mailed again for it', async () => {
  const alert = await makeAlert('instant');
  await publish(NOW, { expiresAt: later(365 * DAY) });
  await instant(later(MINUTE));
  await test.db.update(delivery).set({ state: 'sent', settledAt: NOW });
  await forgetFinds(test.db, later(MAIL_DAYS * DAY - MINUTE));
  expect(await mailed(alert)).toHaveLength(1);
  await forgetFinds(test.db, later(MAIL_DAYS * DAY + MINUTE));
  expect(await deliveries()).toEqual([]);
  expect(await instant(later(MAIL_DAYS * DAY + 2 * MINUTE))).toBe(0);
});
