import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { connect } from '@/db/client';
import { EVENT_TYPES } from '@/domain/billing/event-types';
import { createPayments } from '@/lib/payments';
import { seededRandom } from '../seeded-random';
import { startTestMailServer } from '../testing/mail-server';
import type { TrialPortal } from '../trial-portal';
import { insist } from './browser';
import { copyLedger, openBooks, readBooks } from './money-books';
import { type Buyer, createBuyer, type Market } from './money-buyers';
import { buySomething } from './money-purchases';
import type { Findings } from './report';

const AT_ONCE = 20;
const PURCHASES_OF_A_COMPANY = 8;
/** Of a hundred kills so many hit the web process; the others hit the worker. */
const WEB_SHARE = 0.6;
const RECONCILE_EVERY_MS = 15_000;
const PATIENCE_MS = 300_000;
const FAULTS = {
  copies: 3,
  delay: [0, 3_000] as [number, number],
  reorder: 400,
  drop: 0.1,
  apiCut: 0.02,
  seed: 5,
};

/**
 * `count` purchases, twenty at once, while the web process and the worker are killed and the webhooks come three times,
 * late, in any order or not at all. Then the clock of the sandbox runs out, the reconciler runs, and what is in the
 * tables is compared with what the sandbox has taken.
 */
export async function moneyChaos(
  startPortal: (variables: Record<string, string>) => Promise<TrialPortal>,
  count: number,
): Promise<Findings> {
  const mail = await startTestMailServer();
  const portal = await startPortal({ SMTP_URL: mail.url });
  const connection = connect(portal.variables.DATABASE_URL, { max: AT_ONCE });
  const { sql } = connection;
  const noted: Record<string, number> = {};
  const note = (what: string) => {
    noted[what] = (noted[what] ?? 0) + 1;
  };
  const random = seededRandom(23);
  const payments = createPayments({
    secretKey: portal.variables.STRIPE_SECRET_KEY ?? '',
    sandboxUrl: portal.payments.url,
  });
  const market: Market = { portal, connection, payments, random, note };
  let over = false;
  try {
    portal.payments.setWebhook({
      url: `${portal.addresses[0]}/api/stripe/webhook`,
      secret: portal.variables.STRIPE_WEBHOOK_SECRET ?? '',
      events: [...EVENT_TYPES],
    });
    await openBooks(sql);
    const companies = Math.ceil(count / PURCHASES_OF_A_COMPANY);
    const buyers: Buyer[] = [];
    for (let n = 0; n < companies; n++) buyers.push(await createBuyer(market, n));

    portal.payments.setFaults(FAULTS);
    const harm = Promise.all([
      killAtRandom(portal, seededRandom(31), note, () => over),
      reconcileNowAndThen(sql, () => over),
    ]);
    let next = 0;
    const queue = Array.from({ length: Math.min(AT_ONCE, count) }, async () => {
      for (let n = next++; n < count; n = next++) {
        const buyer = buyers[n % companies];
        if (buyer) await buySomething(market, buyer, n).catch((error) => giveUp(n, error));
      }
    });
    await Promise.all(queue);

    // Nobody pays any more: what is open runs out.
    for (const { id, status } of portal.payments.ledger().sessions)
      if (status === 'open') await portal.payments.control('POST', `sessions/${id}/expire`, {});
    // The reconciler leaves young orders alone; it is killed once itself.
    await sql`update plan_order set created_at = created_at - interval '1 hour' where state in ('open', 'processing')`;
    await reconcile(sql);
    await sleep(1_000);
    over = true;
    await harm;
    await portal.payments.idle();
    await untilQuiet(sql);
    await reconcile(sql);
    await untilQuiet(sql);

    await copyLedger(sql, portal.payments.ledger());
    const books = await readBooks(sql);
    const receipts = mail.received.flatMap(
      ({ text = '' }) => /\/employer\/orders\/(\d+)/.exec(text)?.[1] ?? [],
    );
    const [letters] = await sql<{ lost: number }[]>`
      select count(*)::int as lost from books.mail
      where kind = 'receipt' and substring(url from '[0-9]+$') <> all(${[...new Set(receipts)]}::text[])`;
    const deliveries = portal.payments.ledger().deliveries;
    const of = (outcome: string) => deliveries.filter((one) => one.outcome === outcome).length;
    return {
      facts: {
        purchases: count,
        ...noted,
        'webhooks delivered': of('delivered'),
        'webhooks not answered, or with a fault': of('unreachable') + of('refused'),
        'events that were never delivered': of('dropped'),
        ...books.facts,
        'letters received': mail.received.length,
      },
      losses: {
        ...books.losses,
        'receipts not received': letters?.lost ?? 0,
        'buyers who gave up': noted['buyers who gave up'] ?? 0,
      },
    };
  } finally {
    over = true;
    await connection.close();
    await portal.stop();
    await mail.stop();
  }

  function giveUp(n: number, error: unknown): void {
    console.error(`Purchase ${n}:`, error);
    note('buyers who gave up');
  }
}

/** Kills one or the other, at any moment, and starts it again. */
async function killAtRandom(
  { webs, workers }: TrialPortal,
  random: () => number,
  note: (what: string) => void,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    await sleep(500 + random() * 6_500);
    const isWeb = random() < WEB_SHARE;
    const victim = (isWeb ? webs : workers)[0];
    await victim?.kill();
    note(isWeb ? 'web process killed' : 'worker killed');
    await sleep(random() * 500);
    await victim?.start();
  }
}

async function reconcileNowAndThen(sql: Sql, isOver: () => boolean): Promise<void> {
  for (let waited = 0; !isOver(); waited += 500) {
    if (waited % RECONCILE_EVERY_MS === 0) await reconcile(sql);
    await sleep(500);
  }
}

/** As the timetable does every ten minutes. */
async function reconcile(sql: Sql): Promise<void> {
  await insist(() => sql`select graphile_worker.add_job('reconcile-orders', job_key => 'reconcile-orders')`);
}

/** Settles when the worker has nothing to do but what the timetable will bring. */
async function untilQuiet(sql: Sql): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const waiting = await sql`
      select task_identifier as task, attempts, last_error as error from graphile_worker.jobs
      where attempts < max_attempts and (run_at <= now() + interval '1 minute' or attempts > 0) limit 5`;
    if (waiting.length === 0) return;
    if (Date.now() > deadline) throw new Error(`The worker is not done: ${JSON.stringify(waiting)}`);
    await sleep(500);
  }
}
