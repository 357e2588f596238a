import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_TYPES } from '@/domain/billing/event-types';
import type { Env } from '@/lib/env';
import { DEMO_EMPLOYER } from './demo-people';
import { startMailCatcher } from './mail-catcher';
import type { PaymentsSandbox } from './payments-sandbox/server';
import { findFreePort } from './postgres';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

type Variables = Record<
  'AUTH_SECRET' | 'SMTP_URL' | 'STRIPE_SECRET_KEY' | 'STRIPE_WEBHOOK_SECRET' | 'PAYMENTS_SANDBOX_URL',
  string
>;

export type DemoServices = {
  variables: Variables;
  stop: () => Promise<void>;
};

/** A delayed payment is watched by somebody who waits for it. */
const SETTLE_AFTER_MS = 60_000;

/**
 * What the demo has in place of the operator's own services: a mail server that sends nothing on, payments in
 * which no money moves, and secrets, made once. Kept in `dataDir` for a web process or worker that is started
 * beside the demo, and for the next start. What the environment sets comes first.
 */
export async function startDemoServices(
  env: Env,
  databaseUrl: string,
  dataDir: string,
): Promise<DemoServices> {
  const catcher = env.SMTP_URL ? undefined : await startMailCatcher(databaseUrl);
  const kept = findDemoServices(env, dataDir);
  const secrets = {
    AUTH_SECRET: kept.AUTH_SECRET || randomBytes(32).toString('hex'),
    STRIPE_SECRET_KEY: kept.STRIPE_SECRET_KEY || `sk_test_${randomBytes(24).toString('hex')}`,
    STRIPE_WEBHOOK_SECRET: kept.STRIPE_WEBHOOK_SECRET || `whsec_${randomBytes(24).toString('hex')}`,
  };
  mkdirSync(dataDir, { recursive: true });
  const payments = env.STRIPE_SECRET_KEY
    ? undefined
    : await startPayments(env, dataDir, secrets, kept.PAYMENTS_SANDBOX_URL);
  const variables = {
    ...secrets,
    SMTP_URL: env.SMTP_URL ?? catcher?.url ?? '',
    PAYMENTS_SANDBOX_URL: payments?.url ?? '',
  };
  writeFileSync(fileOf(dataDir), JSON.stringify(variables), { mode: 0o600 });
  return {
    variables,
    stop: async () => {
      await payments?.stop();
      await catcher?.stop();
    },
  };
}

/** At its last address where that is still free: orders hold links to it. */
async function startPayments(
  { HOST, PORT, SITE_URL }: Env,
  dataDir: string,
  secrets: Pick<Variables, 'STRIPE_SECRET_KEY' | 'STRIPE_WEBHOOK_SECRET'>,
  lastUrl: string | undefined,
): Promise<PaymentsSandbox> {
  // Only the demo loads Stripe's library into the supervisor.
  const { localUrl, startPaymentsSandbox } = await import('./payments-sandbox/server');
  const start = (port: number) =>
    startPaymentsSandbox({
      host: HOST,
      port,
      dataFile: join(dataDir, 'payments-sandbox.jsonl'),
      ...(!LOOPBACK.has(HOST) && { publicUrl: `http://${new URL(SITE_URL).hostname}:${port}` }),
      secretKey: secrets.STRIPE_SECRET_KEY,
      webhook: {
        url: `${localUrl(HOST, PORT)}/api/stripe/webhook`,
        secret: secrets.STRIPE_WEBHOOK_SECRET,
        events: [...EVENT_TYPES],
      },
      settleAfter: SETTLE_AFTER_MS,
    });
  const lastPort = Number(lastUrl && new URL(lastUrl).port);
  if (lastPort > 0) {
    try {
      return await start(lastPort);
    } catch {
      // Taken by something else meanwhile.
    }
  }
  return start(await findFreePort());
}

/** The services of the demo that runs on `dataDir`, where the environment names none; nothing in live mode. */
export function findDemoServices(env: Env, dataDir: string): Partial<Variables> {
  const named: (keyof Variables)[] = [
    'AUTH_SECRET',
    'SMTP_URL',
    'STRIPE_SECRET_KEY',
    'STRIPE_WEBHOOK_SECRET',
  ];
  const given = Object.fromEntries(named.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  if (!env.demo) return given;
  // With a key of Stripe's own, what the sandbox needs is nobody's business.
  const stripe = { STRIPE_SECRET_KEY: '', STRIPE_WEBHOOK_SECRET: '', PAYMENTS_SANDBOX_URL: '' };
  try {
    const kept = JSON.parse(readFileSync(fileOf(dataDir), 'utf8'));
    return { ...kept, ...(env.STRIPE_SECRET_KEY && stripe), ...given };
  } catch {
    return given;
  }
}

/** Who can sign in, and where the mail and the payments are. */
export function printDemoAddresses({ OPERATOR_EMAIL, PORT }: Env, { variables }: DemoServices): void {
  const payments = variables.PAYMENTS_SANDBOX_URL;
  console.log(
    [
      `Sign in as the operator: ${OPERATOR_EMAIL}`,
      `Sign in as an employer: ${DEMO_EMPLOYER.email}`,
      `The links are mailed to http://localhost:${PORT}/dev/mail`,
      ...(payments ? [`Payments are played, no money moves: ${payments}`] : []),
    ].join('\n'),
  );
}

function fileOf(dataDir: string): string {
  return join(dataDir, 'demo-services.json');
}
