import { sql } from 'drizzle-orm';
import { runOnce } from 'graphile-worker';
import { expect, test } from 'vitest';
import { createCompany, createMember, createOffer, yearlyEur } from '@/db/factories';
import { cacheInvalidation } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { listQueuedMail } from '@/dev/testing/queued-mail';
import { getPayFigures } from '@/domain/market/queries';
import { changeExchangeRates } from '@/domain/offers/exchange-rates';
import { readAnswerLink } from '@/domain/rollcall/link';
import { createMailer } from '@/lib/mailer';
import { createPayments } from '@/lib/payments';
import { workerLogger } from './logger';
import { makeTasks, type TaskPorts } from './tasks';
import { timetable } from './timetable';

const database = useTestDatabase();

function ports(): TaskPorts {
  // Nothing listens there, and none of these tests sends a mail.
  const mailer = createMailer({ url: 'smtp://127.0.0.1:9', from: 'portal@rolecall.example' });
  return {
    db: database.db,
    mailer,
    site: { name: 'Rolecall', url: 'http://localhost:3000' },
    secret: 'secret',
    // Nor there, and nothing has been sold.
    payments: createPayments({ secretKey: 'sk_test_x', sandboxUrl: 'http://127.0.0.1:9' }),
    operatorEmail: undefined,
  };
}

/** Does everything that is waiting in the queue, but for what is left out. */
async function runJobs({ without }: { without?: string } = {}): Promise<void> {
  const tasks = Object.entries(makeTasks(ports())).filter(([task]) => task !== without);
  await runOnce({
    connectionString: database.url,
    taskList: Object.fromEntries(tasks),
    logger: workerLogger,
    noHandleSignals: true,
  });
}

test('the timetable asks for every task there is but those that others ask for, and for no other', () => {
  const asked = ['send-mail', 'recompute-pay', 'return-payment', 'send-test-issue', 'index-skill'];
  const tasks = Object.keys(makeTasks(ports())).filter((task) => !asked.includes(task));
  expect(timetable.map((item) => item.task).sort()).toEqual(tasks.sort());
});

test('a job that was committed with its change is done', async () => {
  const { db } = database;
  await db.transaction((tx) => tx.execute(sql`select graphile_worker.add_job('turn-day', '{}'::json)`));
  await runJobs();
  expect(await db.select({ tag: cacheInvalidation.tag }).from(cacheInvalidation)).toEqual([{ tag: 'day' }]);
});

test('invalidations are kept for a week', async () => {
  const { db } = database;
  await db.delete(cacheInvalidation);
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  await db.insert(cacheInvalidation).values([
    { tag: 'old', at: daysAgo(8) },
    { tag: 'recent', at: daysAgo(6) },
  ]);
  await db.execute(sql`select graphile_worker.add_job('prune-invalidations', '{}'::json)`);
  await runJobs();
  expect(await db.select({ tag: cacheInvalidation.tag }).from(cacheInvalidation)).toEqual([
    { tag: 'recent' },
  ]);
});

test('every task can be done on an empty portal', async () => {
  const { db } = database;
  for (const { task } of timetable)
    await db.execute(sql`select graphile_worker.add_job(${task}, '{}'::json)`);
  await runJobs();
  expect(await db.execute(sql`select last_error from graphile_worker.jobs`)).toHaveLength(0);
});

test('new exchange rates reach the comparable pay and the market’s figures', async () => {
  const { db } = database;
  for (let n = 0; n < 8; n += 1) {
    await createOffer(db, { pay: [{ ...yearlyEur(42_400, 42_400), currency: 'PLN' }] });
  }
  const pln = { currency: 'PLN', perEur: 4.24, asOf: '2026-11-20', source: 'A bank' };
  await changeExchangeRates(db, [pln], { actor: 'system', now: new Date(), sure: true });
  await runJobs();
  expect((await getPayFigures(db)).overall.all).toMatchObject({ offers: 8, median: 10_000 });
});

test('the roll is called, and its mail leads to the answer', async () => {
  const { db } = database;
  const { id: companyId } = await createCompany(db);
  const user = await createMember(db, companyId);
  const confirmedAt = new Date(Date.now() - 14 * 86_400_000);
  const { id } = await createOffer(db, { companyId, postedBy: user.id, confirmedAt });
  await db.execute(sql`select graphile_worker.add_job('call-roll', '{}'::json)`);
  await runJobs({ without: 'send-mail' });
  const [mail] = (await listQueuedMail(db)).filter(({ to }) => to === user.email);
  if (mail?.mail.kind !== 'roll-call') throw new Error('no mail');
  const url = new URL(mail.mail.offers[0]?.url ?? '');
  expect(url.href).toContain('http://localhost:3000/answer?');
  expect(readAnswerLink(Object.fromEntries(url.searchParams), 'secret')).toMatchObject({ offerId: id });
});
