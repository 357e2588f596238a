import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCompany, createOffer, createSubscriber, createSubscription, yearlyEur } from '@/db/factories';
import { delivery } from '@/db/schema/newsletter';
import { useTestDatabase } from '@/dev/testing/database';
import { inspectListMail } from '@/dev/testing/list-mail';
import { startTestMailServer, type TestMailServer } from '@/dev/testing/mail-server';
import { queueInstantAlerts } from '@/domain/newsletter/alert-deliveries';
import { matchAlerts } from '@/domain/newsletter/alert-matching';
import { parseAlertQuery } from '@/domain/newsletter/input';
import { closeOffers } from '@/domain/offers/commands';
import { publishOffer } from '@/domain/offers/lifecycle';
import { writeSetting } from '@/domain/settings/settings';
import { type BulkMailer, createBulkMailer } from '@/lib/bulk-mailer';
import { deliverDue } from './deliver';

const test = useTestDatabase();
const site = { name: 'Zażółć & Sons', url: 'https://jobs.example' };
const link = { siteUrl: site.url, secret: 'secret' };

let server: TestMailServer;
let bulk: BulkMailer;
beforeAll(async () => {
  server = await startTestMailServer();
  bulk = createBulkMailer({ url: server.url });
});
afterAll(async () => {
  bulk.close();
  await server.stop();
});

const deliver = () =>
  deliverDue({
    db: test.db,
    sql: test.sql,
    bulk,
    site,
    link,
    from: '"Zażółć" <no-reply@jobs.example>',
    limits: { concurrency: 4, atStake: 2, rate: 0, domainRate: 0 },
    worker: 'one',
  });

it('an offer that is published comes by mail to who asked for such, once, as a careful postmaster wants it', async () => {
  const { db } = test;
  const now = new Date();
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  await writeSetting(db, 'postalAddress', 'ul. Wzorcowa 7, 00-000 Łódź', now);
  const query = 'role=backend&salary_min=60000';
  const alert = { kind: 'alert', query, filters: parseAlertQuery(query), frequency: 'instant' } as const;
  for (const email of ['anna@kvarnen.example', 'bo@kvarnen.example']) {
    await createSubscription(db, (await createSubscriber(db, { email })).id, { ...alert, confirmedAt: now });
  }
  const company = await createCompany(db, { name: 'Kvarnen <Älv> & Co' });
  const titles = ['Timetable developer', '<b>Signals</b> & “points”', 'Of little pay'];
  const ids: number[] = [];
  for (const [n, title] of titles.entries()) {
    const pay = [n === 2 ? yearlyEur(20_000, 30_000) : yearlyEur(60_000, 80_000)];
    const { id } = await createOffer(db, { state: 'draft', companyId: company.id, title, pay });
    await publishOffer(db, id, { now: after(1), actor: 'system', days: 30 });
    ids.push(id);
  }
  const jobs = await db.execute(sql`select from graphile_worker.jobs where task_identifier = 'match-alerts'`);
  expect(jobs).toHaveLength(1);

  await matchAlerts(db, after(3));
  expect(await queueInstantAlerts(db, after(30))).toBe(2);
  await deliver();
  await deliver();
  expect(server.received.map(({ envelopeTo }) => envelopeTo[0]).sort()).toEqual([
    'anna@kvarnen.example',
    'bo@kvarnen.example',
  ]);
  const [mail] = server.received;
  if (!mail) throw new Error('nothing arrived');
  const { headers, faults } = inspectListMail(mail.raw);
  expect(faults).toEqual([]);
  expect(headers.get('list-id')).toBe('<alerts.jobs.example>');
  expect(mail.subject).toBe('2 new offers: Backend, from 60 000 EUR a year');
  const { text = '', html = '' } = mail;
  for (const part of [
    titles[0],
    titles[1],
    'Kvarnen <Älv> & Co',
    '60\u00a0000–80\u00a0000\u00a0EUR',
    'You get this because',
    'Backend, from 60\u00a0000 EUR a year',
    'https://jobs.example/offers?role=backend&salary_min=60000',
    'https://jobs.example/newsletter/unsubscribe?list=',
    'https://jobs.example/newsletter/unsubscribe?all=',
    'https://jobs.example/newsletter/preferences?',
    'ul. Wzorcowa 7, 00-000 Łódź',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain(titles[2]);
  expect(html).not.toContain('<b>Signals');

  // What has closed before its mail leaves takes the mail with it.
  const { id } = await createOffer(db, {
    state: 'draft',
    companyId: company.id,
    pay: [yearlyEur(70_000, 90_000)],
  });
  await publishOffer(db, id, { now: after(40), actor: 'system', days: 30 });
  await matchAlerts(db, after(41));
  expect(await queueInstantAlerts(db, after(60))).toBe(2);
  await closeOffers(db, [id], 'filled', { now: after(61), actor: 'system' });
  await deliver();
  expect(server.received).toHaveLength(2);
  const states = await db.select({ state: delivery.state }).from(delivery).orderBy(delivery.id);
  expect(states.map(({ state }) => state)).toEqual(['sent', 'sent', 'skipped', 'skipped']);
});
