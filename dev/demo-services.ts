import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '@/lib/env';
import { DEMO_EMPLOYER } from './demo-people';
import { type MailCatcher, startMailCatcher } from './mail-catcher';

type Variables = Record<'AUTH_SECRET' | 'SMTP_URL', string>;

/**
 * What the demo has in place of the operator's own services: a mail server that sends nothing on, and a secret,
 * made once. Kept in `dataDir` for a web process or worker that is started beside the demo. What the
 * environment sets comes first.
 */
export async function startDemoServices(
  env: Env,
  databaseUrl: string,
  dataDir: string,
): Promise<{ catcher: MailCatcher | undefined; variables: Variables }> {
  const catcher = env.SMTP_URL ? undefined : await startMailCatcher(databaseUrl);
  const variables = {
    AUTH_SECRET: findDemoServices(env, dataDir).AUTH_SECRET ?? randomBytes(32).toString('hex'),
    SMTP_URL: env.SMTP_URL ?? catcher?.url ?? '',
  };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(fileOf(dataDir), JSON.stringify(variables), { mode: 0o600 });
  return { catcher, variables };
}

/** The services of the demo that runs on `dataDir`, where the environment names none; nothing in live mode. */
export function findDemoServices(env: Env, dataDir: string): Partial<Variables> {
  const { AUTH_SECRET, SMTP_URL } = env;
  const given = { ...(AUTH_SECRET && { AUTH_SECRET }), ...(SMTP_URL && { SMTP_URL }) };
  if (!env.demo) return given;
  try {
    return { ...JSON.parse(readFileSync(fileOf(dataDir), 'utf8')), ...given };
  } catch {
    return given;
  }
}

/** Who can sign in, and where the mail is. */
export function printDemoAddresses({ OPERATOR_EMAIL, PORT }: Env): void {
  console.log(
    [
      `Sign in as the operator: ${OPERATOR_EMAIL}`,
      `Sign in as an employer: ${DEMO_EMPLOYER.email}`,
      `The links are mailed to http://localhost:${PORT}/dev/mail`,
    ].join('\n'),
  );
}

function fileOf(dataDir: string): string {
  return join(dataDir, 'demo-services.json');
}
