import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { run, type WorkerEvents } from 'graphile-worker';
import { database, pool } from '@/db/pool';
import { askForRecount } from '@/domain/offers/changes';
import { createBulkMailer } from '@/lib/bulk-mailer';
import { authSecret, deliveryLimits, env, mailSettings, paymentSettings } from '@/lib/env';
import { log } from '@/lib/log';
import { createMailer } from '@/lib/mailer';
import { createPayments } from '@/lib/payments';
import { startDelivery } from './deliver';
import { openLiveness } from './liveness';
import { workerLogger } from './logger';
import { makeTasks } from './tasks';
import { timetable } from './timetable';

const CONCURRENT_JOBS = 4;

const SWEEP_MS = 10_000;

const { DATABASE_URL = '', OPERATOR_EMAIL, SITE_NAME, SITE_URL } = env();
const mail = mailSettings();
const mailer = createMailer(mail);
const bulk = createBulkMailer(mail);
const site = { name: SITE_NAME, url: SITE_URL };
const liveness = openLiveness(DATABASE_URL, () => {
  log.error('the worker lost its connection to the database');
  process.exit(1);
});
const events: WorkerEvents = new EventEmitter();
events.on('worker:create', ({ worker }) => void liveness.announce(worker.workerId).catch(endInPanic));

const runner = await run({
  connectionString: DATABASE_URL,
  taskList: makeTasks({
    db: database(),
    mailer,
    site,
    secret: authSecret(),
    payments: createPayments(paymentSettings()),
    operatorEmail: OPERATOR_EMAIL,
  }),
  events,
  parsedCronItems: timetable,
  concurrency: CONCURRENT_JOBS,
  logger: workerLogger,
  noHandleSignals: true,
});

const deliveryWorker = `delivery-${randomUUID()}`;
await liveness.announce(deliveryWorker);
const delivery = startDelivery({
  db: database(),
  sql: pool().sql,
  bulk,
  site,
  link: { siteUrl: SITE_URL, secret: authSecret() },
  from: mail.from,
  limits: deliveryLimits(),
  worker: deliveryWorker,
});
delivery.over.catch(endInPanic);

// Another version of the portal may have kept figures of another kind, or none.
void askForRecount(database()).catch((error) => log.warn({ err: error }, 'no recount of the market'));

/** At once, for what an earlier run of this very process left behind; and again for others. */
const sweep = () =>
  liveness.freeJobsOfTheDead().catch((error) => log.warn({ err: error }, 'no sweep of jobs'));
void sweep();
const sweeper = setInterval(sweep, SWEEP_MS);

function endInPanic(error: unknown): never {
  log.error({ err: error }, 'the worker cannot go on');
  process.exit(1);
}

let stopping = false;
/** Jobs that run are finished; whoever started us decides how long to wait for that. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await Promise.all([runner.stop(), delivery.stop()]);
  });
}

await Promise.all([runner.promise, delivery.over]);
clearInterval(sweeper);
mailer.close();
bulk.close();
await liveness.close();
await pool().close();
process.exit(0);
