import { eq, sql } from 'drizzle-orm';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { delivery, issue, subscriber, subscription } from '@/db/schema/newsletter';
import { useTestDatabase } from '@/dev/testing/database';
import { createReaders } from '@/dev/testing/readers';
import { claimIssueDeliveries, freeDeliveries, markSending } from '@/domain/newsletter/deliveries';
import { getIssueProgress } from '@/domain/newsletter/issue-queries';
import { createIssue, pauseIssue, resumeIssue, scheduleIssue } from '@/domain/newsletter/issues';
import { readLeaveLink } from '@/domain/newsletter/links';
import { readMessageId } from '@/domain/newsletter/message-id';
import { startDueIssues } from '@/domain/newsletter/sending';
import { renderIssue } from '@/emails/newsletter-letter';
import { createBulkMailer } from '@/lib/bulk-mailer';
import { type DeliveryPorts, deliverDue, startDelivery } from './deliver';

const database = useTestDatabase();
const site = { name: 'Rolecall', url: 'https://jobs.example' };
const link = { siteUrl: site.url, secret: 'secret' };
const act = { actor: 'system', now: new Date() };

/** What the server does with each mail: takes it, answers a code, or hangs up (0) before or after it took it. */
type Behaviour = (to: string) => { at: 'recipient' | 'message' | 'after'; code: number } | undefined;

let behave: Behaviour = () => undefined;
let mails: (Email & { envelopeTo: string })[] = [];
let server: SMTPServer;
let url = '';

function answer(code: number): Error | null {
  const status = code === 554 ? '5.7.1' : '5.1.1';
  return code >= 400 ? Object.assign(new Error(`${status} said no`), { responseCode: code }) : null;
}

beforeEach(async () => {
  behave = () => undefined;
  mails = [];
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1,
    onRcptTo({ address }, _, done) {
      const wish = behave(address);
      done(wish?.at === 'recipient' ? answer(wish.code) : null);
    },
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo[0]?.address ?? '';
      const chunks: Buffer[] = [];
      stream.on('error', () => {});
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const wish = behave(to);
        if (wish?.at === 'message') return done(answer(wish.code));
        mails.push({ ...(await PostalMime.parse(Buffer.concat(chunks))), envelopeTo: to });
        // Whoever waits for the answer waits in vain.
        if (wish?.at === 'after')
          for (const one of server.connections) (one as { close: () => void }).close();
        else done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.server.address();
  url = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  await database.db.delete(issue);
  await database.db.delete(subscriber);
});

afterEach(() => new Promise<void>((done) => server.close(() => done())));

function portsOf(worker: string): DeliveryPorts {
  return {
    db: database.db,
    sql: database.sql,
    bulk: createBulkMailer({ url }),
    site,
    link,
    from: 'Rolecall <jobs@jobs.example>',
    limits: { concurrency: 4, atStake: 2, rate: 0, domainRate: 0 },
    worker,
  };
}

async function startIssue(readers: number): Promise<number> {
  const { db } = database;
  await createReaders(database.sql, readers, 3);
  const form = { subject: 'The fortnight', preview: 'What is new', body: 'Żółw and [more](/offers).' };
  const id = await createIssue(db, form, act);
  await scheduleIssue(db, id, { at: act.now, live: false, ...act });
  await startDueIssues(db, { link, render: (letter) => renderIssue(letter, site) }, new Date());
  return id;
}

const progressOf = (id: number) => getIssueProgress(database.db, id, new Date());

async function stateOf(id: number) {
  const [row] = await database.db.select({ state: issue.state }).from(issue).where(eq(issue.id, id));
  return row?.state;
}

it('sends everybody one mail of their own, and then the issue is sent', async () => {
  const id = await startIssue(25);
  await deliverDue(portsOf('one'));
  expect(mails.map(({ envelopeTo }) => envelopeTo).sort()).toEqual(
    (await database.db.select().from(subscriber)).map(({ email }) => email).sort(),
  );
  for (const mail of mails) {
    const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? '';
    const [reader] = await database.db
      .select({ id: subscription.id })
      .from(subscription)
      .innerJoin(subscriber, eq(subscriber.id, subscription.subscriberId))
      .where(eq(subscriber.email, mail.envelopeTo));
    expect(mail.to?.[0]?.address).toBe(mail.envelopeTo);
    const deliveryId = readMessageId(mail.messageId ?? '', 'secret');
    const oneClick = new URL(header('list-unsubscribe').slice(1, -1));
    const leaving = { subscriptionId: reader?.id, deliveryId };
    expect(readLeaveLink(Object.fromEntries(oneClick.searchParams), 'secret')).toEqual(leaving);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(mail.text).toContain('Żółw');
    for (const body of [mail.text, mail.html?.replaceAll('&amp;', '&')]) {
      expect(body).not.toContain('mark.invalid');
      expect(body).toContain(oneClick.search);
    }
  }
  expect(await progressOf(id)).toMatchObject({ total: 25, sent: 25, waiting: 0 });
  expect(await stateOf(id)).toBe('sent');
});

it('shares the work among workers, who lose and double nothing', async () => {
  const id = await startIssue(300);
  await Promise.all([deliverDue(portsOf('one')), deliverDue(portsOf('two')), deliverDue(portsOf('three'))]);
  await deliverDue(portsOf('one'));
  expect(new Set(mails.map(({ envelopeTo }) => envelopeTo)).size).toBe(300);
  expect(mails).toHaveLength(300);
  expect(await progressOf(id)).toMatchObject({ sent: 300, uncertain: 0 });
});

describe('a refusal', () => {
  it('for good is a failure, and an address that does not work gets no list any more', async () => {
    const id = await startIssue(6);
    behave = (to) => (to.startsWith('reader-1@') ? { at: 'recipient', code: 550 } : undefined);
    await deliverDue(portsOf('one'));
    expect(await progressOf(id)).toMatchObject({ sent: 5, failed: 1, bounced: 1 });
    const [bounced] = await database.db.select().from(subscriber).where(eq(subscriber.state, 'bounced'));
    expect(bounced?.email).toMatch(/^reader-1@/);
    const [row] = await database.db.select().from(delivery).where(eq(delivery.state, 'failed'));
    expect(row?.reason).toContain('550');
    expect(await stateOf(id)).toBe('sent');
  });

  it('for now is tried again later, and not for ever', async () => {
    const id = await startIssue(3);
    behave = (to) => (to.startsWith('reader-2@') ? { at: 'message', code: 451 } : undefined);
    for (let tries = 1; tries < 8; tries++) {
      await deliverDue(portsOf('one'));
      expect(await progressOf(id)).toMatchObject({ sent: 2, waiting: 1 });
      const [row] = await database.db.select().from(delivery).where(eq(delivery.state, 'waiting'));
      expect(row).toMatchObject({ tries, claimedBy: null });
      const minutes = ((row?.nextTryAt?.getTime() ?? 0) - Date.now()) / 60_000;
      expect(minutes).toBeGreaterThan(0.8 * 2 ** (tries - 1));
      expect(minutes).toBeLessThan(1.2 * 2 ** (tries - 1));
      await database.db.execute(
        sql`update delivery set next_try_at = now() - interval '1 second' where state = 'waiting'`,
      );
    }
    await deliverDue(portsOf('one'));
    expect(await progressOf(id)).toMatchObject({ sent: 2, failed: 1, bounced: 0 });
  });

  it('of a policy says nothing about the address', async () => {
    const id = await startIssue(1);
    behave = () => ({ at: 'message', code: 554 });
    await deliverDue(portsOf('one'));
    expect(await progressOf(id)).toMatchObject({ failed: 1, bounced: 0 });
    const [reader] = await database.db.select().from(subscriber);
    expect(reader?.state).toBe('active');
  });
});

describe('trouble', () => {
  it('with the mail server is nobody’s fault: nothing is counted, and all is sent when it is back', async () => {
    const id = await startIssue(10);
    const away = { ...portsOf('one'), bulk: createBulkMailer({ url: 'smtp://127.0.0.1:9' }) };
    await deliverDue(away);
    expect(await progressOf(id)).toMatchObject({ waiting: 10, trouble: expect.stringContaining('ECONN') });
    const rows = await database.db.select().from(delivery);
    expect(rows.every(({ tries, claimedBy }) => tries === 0 && claimedBy === null)).toBe(true);
    await deliverDue(portsOf('one'));
    expect(await progressOf(id)).toMatchObject({ sent: 10 });
  });

  it('after the whole mail left makes it uncertain, and it is not sent again', async () => {
    const id = await startIssue(4);
    behave = (to) => (to.startsWith('reader-3@') ? { at: 'after', code: 0 } : undefined);
    const ports = { ...portsOf('one'), limits: { concurrency: 1, atStake: 1, rate: 0, domainRate: 0 } };
    await deliverDue(ports);
    behave = () => undefined;
    await deliverDue(ports);
    expect(await progressOf(id)).toMatchObject({ sent: 3, uncertain: 1, waiting: 0 });
    expect(mails.filter(({ envelopeTo }) => envelopeTo.startsWith('reader-3@'))).toHaveLength(1);
  });
});

describe('a worker that died', () => {
  it('leaves uncertain what it had marked, and to the others what it only had claimed', async () => {
    const { db } = database;
    const id = await startIssue(5);
    const claimed = await claimIssueDeliveries(db, 'dead', 10, new Date());
    const [marked] = claimed;
    await markSending(database.sql, 'dead', [marked?.id ?? 0], new Date());
    await deliverDue(portsOf('one'));
    expect(mails).toHaveLength(0);
    await freeDeliveries(db, 'dead', new Date());
    await deliverDue(portsOf('one'));
    expect(await progressOf(id)).toMatchObject({ sent: 4, uncertain: 1, waiting: 0 });
    expect(mails.map(({ envelopeTo }) => envelopeTo)).not.toContain(marked?.email);
  });

  it('cannot mark what was given to another', async () => {
    const { db } = database;
    await startIssue(1);
    const [claimed] = await claimIssueDeliveries(db, 'slow', 1, new Date());
    await freeDeliveries(db, 'slow', new Date());
    await claimIssueDeliveries(db, 'other', 1, new Date());
    expect(await markSending(database.sql, 'slow', [claimed?.id ?? 0], new Date())).toEqual(new Set());
  });
});

it('stops where the issue is paused, and goes on where it stopped', async () => {
  const { db } = database;
  const id = await startIssue(40);
  const claimed = await claimIssueDeliveries(db, 'ahead', 3, new Date());
  await pauseIssue(db, id, act);
  await deliverDue(portsOf('one'));
  expect(mails).toHaveLength(0);
  const ids = claimed.map((one) => one.id);
  expect(await markSending(database.sql, 'ahead', ids, new Date())).toEqual(new Set());
  await freeDeliveries(db, 'ahead', new Date());
  await resumeIssue(db, id, act);
  await deliverDue(portsOf('one'));
  expect(await progressOf(id)).toMatchObject({ sent: 40, waiting: 0 });
});

it('skips who left after the issue began', async () => {
  const { db } = database;
  const id = await startIssue(3);
  await db
    .update(subscriber)
    .set({ state: 'unsubscribed', endedAt: new Date() })
    .where(sql`email like 'reader-1@%'`);
  await db.delete(subscriber).where(sql`email like 'reader-2@%'`);
  await deliverDue(portsOf('one'));
  expect(await progressOf(id)).toMatchObject({ sent: 1, skipped: 2 });
});

it('keeps to so many a second for one domain', async () => {
  const id = await startIssue(30);
  const ports = { ...portsOf('one'), limits: { concurrency: 4, atStake: 1, rate: 0, domainRate: 4 } };
  await deliverDue(ports);
  // Half a second's worth and one at each of three domains at once, the others by and by.
  const { sent, waiting } = await progressOf(id);
  expect(sent).toBeLessThan(15);
  expect(sent + waiting).toBe(30);
  await database.db.execute(sql`update delivery set next_try_at = null where state = 'waiting'`);
  await deliverDue(portsOf('two'));
  expect(await progressOf(id)).toMatchObject({ sent: 30 });
});

it('ends in good order when it is stopped', async () => {
  const id = await startIssue(400);
  const running = startDelivery(portsOf('one'));
  while (mails.length < 5) await new Promise((look) => setTimeout(look, 5));
  await running.stop();
  const rows = await database.db.select().from(delivery);
  expect(rows.filter(({ claimedBy }) => claimedBy !== null)).toEqual([]);
  const { sent, waiting } = await progressOf(id);
  expect({ sent, waiting }).toEqual({ sent: mails.length, waiting: 400 - mails.length });
});
