import { z } from 'zod';

const text = z.string().trim().min(1);
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be between ${least} and ${most}`);
const port = wholeNumber(1, 65_535);
const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address such as https://jobs.example.com' })
  .transform((value) => value.replace(/\/+$/, ''));
const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must look like postgres://user:password@host:5432/name',
});
const smtpUrl = z.url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587' });

const schema = z.object({
  DATABASE_URL: postgresUrl.optional(),
  DATA_DIR: text.default('.data'),
  PORT: port.default(3000),
  HOST: text.optional(),
  SITE_URL: httpUrl.optional(),
  SITE_NAME: text.default('Rolecall'),
  AUTH_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  OPERATOR_EMAIL: z.email('must be an e-mail address').optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: text.optional(),
  /** Of the newsletter and of alerts, for each worker: mails under way at once, a second, and a second to one domain. */
  MAIL_CONCURRENCY: wholeNumber(1, 100).default(8),
  /** Of those, how many at once are uncertain if the worker is killed. */
  MAIL_AT_STAKE: wholeNumber(1, 100).default(1),
  MAIL_RATE: wholeNumber(0, 100_000).default(50),
  MAIL_DOMAIN_RATE: wholeNumber(0, 100_000).default(10),
  MAIL_EVENTS_SECRET: z.string().min(16, 'must be at least 16 characters').optional(),
  TRUSTED_PROXIES: text.optional(),
  METRICS_TOKEN: text.optional(),
  AUTH_GITHUB_ID: text.optional(),
  AUTH_GITHUB_SECRET: text.optional(),
  AUTH_GOOGLE_ID: text.optional(),
  AUTH_GOOGLE_SECRET: text.optional(),
  AUTH_LINKEDIN_ID: text.optional(),
  AUTH_LINKEDIN_SECRET: text.optional(),
  STRIPE_SECRET_KEY: text.optional(),
  STRIPE_WEBHOOK_SECRET: text.optional(),
  /** Set by `npm start` in demo mode. */
  PAYMENTS_SANDBOX_URL: httpUrl.optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
  DEMO: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
});

/** Without these the portal cannot be run for real (DESIGN, contract). */
const REQUIRED_WHEN_LIVE = [
  'AUTH_SECRET',
  'SITE_URL',
  'SMTP_URL',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
] as const;

/** The demo's operator, unless OPERATOR_EMAIL names another. Reserved for examples (RFC 2606): no mail leaves. */
const DEMO_OPERATOR = 'operator@rolecall.example';

export type Env = Omit<z.output<typeof schema>, 'DEMO' | 'HOST' | 'SITE_URL'> & {
  /** Address to bind: loopback in demo mode unless HOST is set. */
  HOST: string;
  /** Origin of every absolute link, without a trailing slash. */
  SITE_URL: string;
  /** True while the portal needs no outside service: no DATABASE_URL, or DEMO=1. */
  demo: boolean;
};

/** Thrown by `parseEnv`; `message` lists every fault, one per line. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/**
 * Reads the environment. An empty value counts as not set. Throws `EnvError` naming all faults at
 * once, so that an operator mends them in one go.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const demo = given.DATABASE_URL === undefined || given.DEMO === '1';
  const parsed = schema.safeParse(given);
  const faults = parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? [];
  if (!demo) {
    for (const name of REQUIRED_WHEN_LIVE) {
      if (given[name] === undefined) faults.push(`${name} is required when DATABASE_URL is set`);
    }
    if (given.PAYMENTS_SANDBOX_URL !== undefined) {
      faults.push('PAYMENTS_SANDBOX_URL belongs to the demo, where no money moves: unset it');
    }
  }
  if (given.PAYMENTS_SANDBOX_URL && given.STRIPE_SECRET_KEY?.startsWith('sk_live_')) {
    faults.push('STRIPE_SECRET_KEY is a live key and PAYMENTS_SANDBOX_URL is set: unset one of them');
  }
  if (!parsed.success || faults.length > 0) {
    const hint = demo ? '' : '\n  (DEMO=1 runs the demo on that database instead)';
    throw new EnvError(
      `The environment needs mending:\n${faults.map((fault) => `  ${fault}`).join('\n')}${hint}`,
    );
  }
  const { DEMO: _, ...values } = parsed.data;
  return {
    ...values,
    HOST: values.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    SITE_URL: values.SITE_URL ?? `http://localhost:${values.PORT}`,
    OPERATOR_EMAIL: (values.OPERATOR_EMAIL ?? (demo ? DEMO_OPERATOR : undefined))?.toLowerCase(),
    demo,
  };
}

let cached: Env | undefined;

/** The environment of this process, parsed once. Throws as `parseEnv` does. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** The secret behind links that we sign. In demo mode `npm start` makes one up. Throws where there is none. */
export function authSecret(): string {
  const { AUTH_SECRET } = env();
  if (!AUTH_SECRET) throw new Error('AUTH_SECRET is not set: start the portal with `npm start`, or set it');
  return AUTH_SECRET;
}

/** The mail server, and from whom mail comes: MAIL_FROM, else an address at the portal's own host. */
export function mailSettings(): { url: string; from: string } {
  const { SMTP_URL, MAIL_FROM, SITE_NAME, SITE_URL } = env();
  if (!SMTP_URL) throw new Error('SMTP_URL is not set: start the portal with `npm start`, or set it');
  const name = SITE_NAME.replaceAll(/["\\\r\n]/g, '');
  return { url: SMTP_URL, from: MAIL_FROM ?? `"${name}" <no-reply@${new URL(SITE_URL).hostname}>` };
}

/**
 * What payments need: the key and the webhook's secret, and where the sandbox is in the demo. Throws where they
 * are missing.
 */
export function paymentSettings(): { secretKey: string; webhookSecret: string; sandboxUrl?: string } {
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, PAYMENTS_SANDBOX_URL } = env();
  if (!STRIPE_SECRET_KEY || !STRIPE_WEBHOOK_SECRET) {
    throw new Error('STRIPE_* is not set: start the portal with `npm start`, or set it');
  }
  return {
    secretKey: STRIPE_SECRET_KEY,
    webhookSecret: STRIPE_WEBHOOK_SECRET,
    ...(PAYMENTS_SANDBOX_URL && { sandboxUrl: PAYMENTS_SANDBOX_URL }),
  };
}

/** How fast a worker sends the mails of lists; a rate of 0 has no limit. */
export function deliveryLimits(): {
  concurrency: number;
  atStake: number;
  rate: number;
  domainRate: number;
} {
  const { MAIL_CONCURRENCY, MAIL_AT_STAKE, MAIL_RATE, MAIL_DOMAIN_RATE } = env();
  return {
    concurrency: MAIL_CONCURRENCY,
    atStake: MAIL_AT_STAKE,
    rate: MAIL_RATE,
    domainRate: MAIL_DOMAIN_RATE,
  };
}
