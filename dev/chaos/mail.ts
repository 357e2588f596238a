import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { connect } from '@/db/client';
import { createIssue, scheduleIssue } from '@/domain/newsletter/issues';
import { seededRandom } from '../seeded-random';
import { type MailLedger, startMailLedger } from '../testing/mail-ledger';
import { createReaders } from '../testing/readers';
import type { TrialPortal } from '../trial-portal';
import type { Findings } from './report';

const KILLS = 20;
const AWAY_MS = 10_000;
const REFUSALS = { forNow: 0.05, forGood: 0.02 };
/** So many a second on a machine that does everything else too; no domain is spared. */
const PACE = { MAIL_CONCURRENCY: '8', MAIL_AT_STAKE: '1', MAIL_RATE: '100', MAIL_DOMAIN_RATE: '0' };
const LOOK_MS = 50;
const PATIENCE_MS = 900_000;

/**
 * An issue to `count` readers, while the worker is killed twenty times, the mail server refuses some and then is away
 * for ten seconds. Afterwards the books of the mail server are compared with the tables.
 */
export async function mailChaos(
  startPortal: (variables: Record<string, string>) => Promise<TrialPortal>,
  count: number,
): Promise<Findings> {
  const ledger = await startMailLedger(REFUSALS);
  const portal = await startPortal({ SMTP_URL: ledger.url, ...PACE });
  const connection = connect(portal.variables.DATABASE_URL, { max: 2 });
  const { db, sql } = connection;
  try {
    await createReaders(sql, count);
    const act = { actor: 'system', now: new Date() };
    const body = '## What is new\n\n::latest-offers 10\n\n::role-figures backend';
    const id = await createIssue(db, { subject: 'The fortnight in offers', preview: '', body }, act);
    const began = Date.now();
    await scheduleIssue(db, id, { at: act.now, live: false, ...act });

    const harm = { kills: 0 };
    await Promise.all([killAsItGoes(portal, ledger, count, harm), goAway(ledger, count)]);
    await untilSent(sql, id);
    const seconds = Math.round((Date.now() - began) / 1_000);
    return await compare(sql, id, ledger, { count, kills: harm.kills, seconds });
  } finally {
    await connection.close();
    await portal.stop();
    await ledger.close();
  }
}

/** Kills the worker each time that another twentieth of the mails has arrived, at any moment soon after. */
async function killAsItGoes(
  { workers }: TrialPortal,
  ledger: MailLedger,
  count: number,
  harm: { kills: number },
): Promise<void> {
  const random = seededRandom(41);
  for (let n = 0; n < KILLS; n++) {
    await untilTaken(ledger, ((n + 0.3) * count * 0.9) / KILLS);
    await sleep(random() * 300);
    await workers[0]?.kill();
    harm.kills += 1;
    await sleep(random() * 300);
    await workers[0]?.start();
  }
}

async function goAway(ledger: MailLedger, count: number): Promise<void> {
  await untilTaken(ledger, count * 0.42);
  await ledger.close();
  await sleep(AWAY_MS);
  await ledger.open();
}

async function untilTaken(ledger: MailLedger, share: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (ledger.taken.size < share) {
    if (Date.now() > deadline) throw new Error('The mails do not arrive.');
    await sleep(LOOK_MS);
  }
}

/** What was refused for now would be tried again in a minute, in two, in four…: here it is at once. */
async function untilSent(sql: Sql, id: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const [now] = await sql<{ state: string }[]>`select state from issue where id = ${id}`;
    if (now?.state === 'sent') return;
    if (Date.now() > deadline) throw new Error('The issue does not come to its end.');
    await sql`update delivery set next_try_at = now() where state = 'waiting' and tries > 0`;
    await sleep(2_000);
  }
}

type Row = { email: string; state: string; reason: string | null };

async function compare(
  sql: Sql,
  id: number,
  { taken, refused }: MailLedger,
  { count, kills, seconds }: { count: number; kills: number; seconds: number },
): Promise<Findings> {
  const rows = await sql<Row[]>`
    select s.email, d.state, d.reason from delivery d join subscriber s on s.id = d.subscriber_id
    where d.issue_id = ${id}`;
  const times = ({ email }: Row) => taken.get(email) ?? 0;
  const of = (state: string) => rows.filter((row) => row.state === state);
  const uncertain = of('uncertain');
  const kept = new Set(['sent', 'failed', 'uncertain']);
  return {
    facts: {
      readers: count,
      'worker killed': kills,
      'mails taken by the mail server': [...taken.values()].reduce((sum, one) => sum + one, 0),
      'refused for now (4xx)': refused.forNow,
      'refused for good (5xx)': refused.forGood,
      sent: of('sent').length,
      'failed, with the reason': of('failed').length,
      uncertain: uncertain.length,
      'of them arrived': uncertain.filter((row) => times(row) > 0).length,
      seconds,
    },
    losses: {
      'readers without a delivery': count - rows.length,
      'neither sent nor listed': rows.filter(({ state }) => !kept.has(state)).length,
      'mailed twice': [...taken.values()].filter((one) => one > 1).length,
      'said to be sent, and not arrived': of('sent').filter((row) => times(row) === 0).length,
      'said to have failed, and arrived': of('failed').filter((row) => times(row) > 0).length,
      'failed without a reason': of('failed').filter(({ reason }) => !reason).length,
      'uncertain beyond less than one for each kill': Math.max(0, uncertain.length - (kills - 1)),
    },
  };
}
