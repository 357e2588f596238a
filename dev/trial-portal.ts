import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { EVENT_TYPES } from '@/domain/billing/event-types';
import { seedDemoContent } from './demo-content';
import { untilHealthy } from './health';
import { startMailCatcher } from './mail-catcher';
import { type PaymentsSandbox, startPaymentsSandbox } from './payments-sandbox/server';
import { findFreePort, startThrowawayPostgres } from './postgres';
import { prepareDatabase } from './prepare-database';
import { endProcess, startProcess, untilExit, WORKER_ARGUMENTS, webArguments } from './processes';

/** One process of a trial portal, which may be killed and started again. */
export type TrialProcess = {
  /** SIGKILL: it gets to tidy up nothing. Settles when it is gone. */
  kill: () => Promise<void>;
  /** Settles when it is ready for work. */
  start: () => Promise<void>;
};

export type TrialPortal = {
  /** Environment under which commands work on this portal. */
  variables: Record<'DATABASE_URL' | 'SITE_URL' | 'AUTH_SECRET', string> & Record<string, string>;
  /** The address of each web process; the first is SITE_URL. */
  addresses: string[];
  webs: TrialProcess[];
  workers: TrialProcess[];
  /** In place of Stripe; delayed payments wait until they are told. */
  payments: PaymentsSandbox;
  stop: () => Promise<void>;
};

export type TrialOptions = { webs?: number; workers?: number; variables?: Record<string, string> };

const PATIENCE_MS = 5_000;
/** A web process that was killed is back within a second or two. */
const WEBHOOK_RETRY = { retryBase: 500, retryLongest: 4_000 };
const HOST = '127.0.0.1';

/**
 * A demo portal on the build in `distDir`, with free ports and a database that `stop` throws away. It believes
 * the X-Forwarded-For of anybody on loopback, so that tests can come from many clients.
 */
export async function startTrialPortal(
  distDir: string,
  { webs = 1, workers = 1, variables: extra = {} }: TrialOptions = {},
): Promise<TrialPortal> {
  const server = await startThrowawayPostgres();
  await prepareDatabase(server.url);
  await seedDemoContent(server.url);

  const catcher = await startMailCatcher(server.url);
  const ports: number[] = [];
  for (let n = 0; n < webs; n++) ports.push(await findFreePort());
  const addresses = ports.map((port) => `http://${HOST}:${port}`);
  const secretKey = `sk_test_${randomBytes(24).toString('hex')}`;
  const secret = `whsec_${randomBytes(24).toString('hex')}`;
  const payments = await startPaymentsSandbox({
    secretKey,
    webhook: { url: `${addresses[0]}/api/stripe/webhook`, secret, events: [...EVENT_TYPES] },
    ...WEBHOOK_RETRY,
  });
  const variables = {
    DATABASE_URL: server.url,
    DEMO: '1',
    HOST,
    PORT: String(ports[0]),
    SITE_URL: addresses[0] ?? '',
    NEXT_DIST_DIR: distDir,
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    SMTP_URL: catcher.url,
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: secret,
    PAYMENTS_SANDBOX_URL: payments.url,
    TRUSTED_PROXIES: HOST,
    ...extra,
  };
  const web = (port: number) =>
    trialProcess(
      () => startProcess(webArguments({ HOST, PORT: port }), { ...variables, PORT: String(port) }),
      () => untilHealthy({ HOST, PORT: port }),
    );
  const worker = () => trialProcess(() => startProcess(WORKER_ARGUMENTS, variables));
  const started = {
    webs: ports.map(web),
    workers: Array.from({ length: workers }, worker),
  };
  const all = [...started.webs, ...started.workers];
  await Promise.all(all.map((one) => one.start()));
  return {
    variables,
    addresses,
    ...started,
    payments,
    stop: async () => {
      await Promise.all(all.map((one) => one.end()));
      await payments.stop();
      await catcher.stop();
      await server.stop();
    },
  };
}

function trialProcess(spawn: () => ChildProcess, untilReady = async () => {}) {
  let child: ChildProcess | undefined;
  return {
    async start() {
      child = spawn();
      await untilReady();
    },
    async kill() {
      if (!child) return;
      const gone = untilExit(child);
      child.kill('SIGKILL');
      await gone;
    },
    async end() {
      if (child) await endProcess(child, PATIENCE_MS);
    },
  };
}
