import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { connect } from '@/db/client';
import { createOffer, yearlyEur } from '@/db/factories';
import { startMailCatcher } from '@/dev/mail-catcher';
import { startThrowawayPostgres } from '@/dev/postgres';
import { prepareDatabase } from '@/dev/prepare-database';
import { endProcess, startProcess, WORKER_ARGUMENTS } from '@/dev/processes';
import { type MailLedger, startMailLedger } from '@/dev/testing/mail-ledger';
import { createReaders } from '@/dev/testing/readers';
import { createIssue, scheduleIssue } from '@/domain/newsletter/issues';
import { table } from './report';

const READERS = 20_000;
const OFFERS = 20;
const BODY =
  '## This fortnight\n\nWhat is new, and **who pays what**: [all offers](/offers).\n\n::featured-offers';
const UNLIMITED = { MAIL_CONCURRENCY: '16', MAIL_RATE: '0', MAIL_DOMAIN_RATE: '0' };
type Case = { workers: number; to: 'catcher' | 'ledger'; atStake: number };
const CASES: Case[] = [
  { workers: 1, to: 'catcher', atStake: 16 },
  { workers: 1, to: 'ledger', atStake: 16 },
  { workers: 1, to: 'ledger', atStake: 1 },
  { workers: 2, to: 'ledger', atStake: 16 },
];
const PATIENCE_MS = 10_000;
const GIVE_UP_MS = 300_000;

/** How fast an issue leaves, and whether two workers together lose or double anything. */
export async function benchMail(): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const one of CASES) rows.push(await sendIssue(one));
  console.log(
    `\nAn issue with ${OFFERS} offers to ${READERS.toLocaleString('en')} readers. “Catcher” is the demo’s mail server, which stores each mail in the same database; “ledger” only counts.\n`,
  );
  console.log(
    table(
      [
        'workers',
        'mail server',
        'MAIL_AT_STAKE',
        'kB a mail',
        'mails/s',
        'sent',
        'lost',
        'doubled',
        'at stake on average',
      ],
      rows,
    ),
  );
}

async function sendIssue({ workers, to, atStake }: Case): Promise<(string | number)[]> {
  const server = await startThrowawayPostgres();
  const ledger = await startMailLedger({ forNow: 0, forGood: 0 });
  await prepareDatabase(server.url);
  const catcher = await startMailCatcher(server.url);
  const connection = connect(server.url, { max: 2 });
  const { db, sql } = connection;
  const variables = {
    DATABASE_URL: server.url,
    DEMO: '1',
    SITE_URL: 'http://localhost:3000',
    AUTH_SECRET: 'x'.repeat(32),
    SMTP_URL: to === 'catcher' ? catcher.url : ledger.url,
    STRIPE_SECRET_KEY: 'sk_test_x',
    STRIPE_WEBHOOK_SECRET: 'whsec_x',
    // Nothing listens there, and nothing is sold.
    PAYMENTS_SANDBOX_URL: 'http://127.0.0.1:9',
    ...UNLIMITED,
    MAIL_AT_STAKE: String(atStake),
  };
  await createReaders(sql, READERS);
  for (let n = 0; n < OFFERS; n++) {
    await createOffer(db, {
      featured: true,
      title: `Backend developer ${n}`,
      pay: [yearlyEur(50_000, 70_000)],
    });
  }
  const running = Array.from({ length: workers }, () => startProcess(WORKER_ARGUMENTS, variables));
  try {
    const act = { actor: 'system', now: new Date() };
    const id = await createIssue(db, { subject: 'The fortnight in offers', preview: '', body: BODY }, act);
    await scheduleIssue(db, id, { at: act.now, live: false, ...act });
    const sampled = await untilSent(sql, id);
    const [took] = await sql<{ seconds: number; sent: number; size: number }[]>`
      select extract(epoch from max(settled_at) - min(started_at))::float as seconds,
        count(*) filter (where state = 'sent')::int as sent,
        (select length(frozen ->> 'html') + length(frozen ->> 'text') from issue where id = ${id}) as size
      from delivery where issue_id = ${id}`;
    if (!took) throw new Error('nothing was sent');
    const { lost, doubled } = to === 'ledger' ? count(ledger) : { lost: '', doubled: '' };
    return [
      workers,
      to,
      atStake,
      Math.round(took.size / 1_000),
      Math.round(took.sent / took.seconds),
      took.sent,
      lost,
      doubled,
      sampled.toFixed(2),
    ];
  } finally {
    await Promise.all(running.map((child) => endProcess(child, PATIENCE_MS)));
    await connection.close();
    await catcher.stop();
    await ledger.close();
    await server.stop();
  }
}

/** Waits for the end; resolves to how many mails were, on average, where a kill would leave them uncertain. */
async function untilSent(sql: Sql, id: number): Promise<number> {
  let looks = 0;
  let open = 0;
  const deadline = Date.now() + GIVE_UP_MS;
  for (;;) {
    if (Date.now() > deadline) throw new Error('the issue is not sent');
    await sleep(20 + Math.random() * 60);
    const [now] = await sql<{ state: string; sending: number }[]>`
      select state, (select count(*) from delivery d where d.claimed_by is not null and d.state = 'sending')::int
        as sending from issue where id = ${id}`;
    if (now?.state === 'sending') {
      looks += 1;
      open += now.sending;
    }
    if (now?.state === 'sent') return open / Math.max(1, looks);
  }
}

function count({ taken }: MailLedger): { lost: number; doubled: number } {
  const doubled = [...taken.values()].filter((times) => times > 1).length;
  return { lost: READERS - taken.size, doubled };
}
