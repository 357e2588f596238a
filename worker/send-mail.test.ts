import { sql } from 'drizzle-orm';
import { runOnce } from 'graphile-worker';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/dev/testing/database';
import { startTestMailServer, type TestMailServer } from '@/dev/testing/mail-server';
import { queueMail } from '@/domain/mail/commands';
import type { MailData } from '@/domain/mail/input';
import { createMailer, type Mailer } from '@/lib/mailer';
import { createPayments } from '@/lib/payments';
import { openLiveness } from './liveness';
import { workerLogger } from './logger';
import { makeTasks } from './tasks';

const database = useTestDatabase();
const payments = createPayments({ secretKey: 'sk_test_x', sandboxUrl: 'http://127.0.0.1:9' });
const site = { name: 'Rolecall', url: 'https://jobs.example' };
let server: TestMailServer;
let mailer: Mailer;

beforeAll(async () => {
  server = await startTestMailServer();
  mailer = createMailer({ url: server.url, from: '"Rolecall" <no-reply@jobs.example>' });
});
afterAll(async () => {
  mailer.close();
  await server.stop();
});
beforeEach(() => {
  server.received.length = 0;
});
afterEach(async () => {
  server.refuseWith(undefined);
  await database.db.execute(sql`delete from graphile_worker._private_jobs`);
});

async function runJobs(): Promise<void> {
  // The pause before the next try is the queue's affair, not ours to wait for.
  await database.db.execute(
    sql`update graphile_worker._private_jobs set run_at = now() where locked_at is null`,
  );
  await runOnce({
    connectionString: database.url,
    taskList: makeTasks({
      db: database.db,
      mailer,
      site,
      secret: 'secret',
      payments,
      operatorEmail: undefined,
    }),
    logger: workerLogger,
    noHandleSignals: true,
  });
}

function signIn(token: string, expiresAt = new Date(Date.now() + 900_000)): MailData {
  const url = `https://jobs.example/sign-in/confirm?token=${token}`;
  return { kind: 'sign-in', url, expiresAt: expiresAt.toISOString(), draftTitle: null };
}

const waiting = async () =>
  (await database.db.execute(sql`select from graphile_worker._private_jobs`)).length;

describe('a queued mail', () => {
  it('goes out once, to one person, as HTML and as text', async () => {
    await queueMail(database.db, 'anna@kvarnen.example', signIn('a1'));
    await runJobs();
    await runJobs();
    expect(server.received).toHaveLength(1);
    const [mail] = server.received;
    expect(mail?.envelopeTo).toEqual(['anna@kvarnen.example']);
    expect(mail?.from).toMatchObject({ address: 'no-reply@jobs.example', name: 'Rolecall' });
    expect(mail?.subject).toBe('Sign in to Rolecall');
    for (const part of [mail?.html, mail?.text]) expect(part).toContain('confirm?token=a1');
  });

  it('does not go out where the change behind it was undone', async () => {
    const undone = database.db.transaction(async (tx) => {
      await queueMail(tx, 'anna@kvarnen.example', signIn('a1'));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await runJobs();
    expect(server.received).toEqual([]);
  });

  it('is replaced by a newer one under the same key', async () => {
    for (const token of ['old', 'new']) {
      await queueMail(database.db, 'anna@kvarnen.example', signIn(token), { key: 'sign-in:anna' });
    }
    await runJobs();
    expect(server.received.map(({ text }) => /token=(\w+)/.exec(text ?? '')?.[1])).toEqual(['new']);
  });

  it('is not sent with a link that has died on the way', async () => {
    await queueMail(database.db, 'anna@kvarnen.example', signIn('dead', new Date(Date.now() - 1)));
    await runJobs();
    expect(server.received).toEqual([]);
    expect(await waiting()).toBe(0);
  });

  it('is tried again while the mail server has no time, and arrives once', async () => {
    server.refuseWith(451);
    await queueMail(database.db, 'anna@kvarnen.example', signIn('a1'));
    await runJobs();
    expect(await waiting()).toBe(1);
    server.refuseWith(undefined);
    await runJobs();
    await runJobs();
    expect(server.received).toHaveLength(1);
    expect(await waiting()).toBe(0);
  });

  it('is given up where the mail server will never take it', async () => {
    server.refuseWith(550);
    await queueMail(database.db, 'nobody@kvarnen.example', signIn('a1'));
    await runJobs();
    expect(await waiting()).toBe(0);
    expect(server.received).toEqual([]);
  });
});

describe('a job of a worker that was killed', () => {
  const lock = (worker: string) =>
    database.db.execute(sql`
    update graphile_worker._private_jobs
    set locked_at = now() - interval '1 minute', locked_by = ${worker}, attempts = 1`);

  it('is done by another worker at once', async () => {
    const killed = openLiveness(database.url, () => {});
    await killed.announce('worker-killed');
    await queueMail(database.db, 'anna@kvarnen.example', signIn('a1'));
    await lock('worker-killed');
    const other = openLiveness(database.url, () => {});
    try {
      expect(await other.freeJobsOfTheDead()).toBe(0);
      await runJobs();
      expect(server.received).toHaveLength(0);

      await killed.close();
      expect(await other.freeJobsOfTheDead()).toBe(1);
      await runJobs();
      expect(server.received).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  it('tells the worker itself when its connection ends', async () => {
    const lost = Promise.withResolvers<void>();
    const liveness = openLiveness(database.url, lost.resolve);
    await liveness.announce('worker-cut');
    await database.db.execute(sql`
      select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and classid = 7265021 and database = (select oid from pg_database where datname = current_database())`);
    await lost.promise;
    await liveness.close();
  });
});
