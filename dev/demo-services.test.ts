import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseEnv } from '@/lib/env';
import { createPayments } from '@/lib/payments';
import { findDemoServices, startDemoServices } from './demo-services';

// With a mail server of its own, the demo starts no catcher, which would need a database.
const DEMO = { SMTP_URL: 'smtp://127.0.0.1:25' };
const demo = (more: Record<string, string> = {}) => parseEnv({ ...DEMO, ...more });

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'demo-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const paymentsOf = ({ variables }: Awaited<ReturnType<typeof startDemoServices>>) =>
  createPayments({
    secretKey: variables.STRIPE_SECRET_KEY,
    sandboxUrl: variables.PAYMENTS_SANDBOX_URL,
  });

test('the next start finds keys, address and payments as they were', async () => {
  const first = await startDemoServices(demo(), '', dataDir);
  const customer = await paymentsOf(first).customers.create({ name: 'Kvarnen' });
  await first.stop();
  const second = await startDemoServices(demo(), '', dataDir);
  expect(second.variables).toEqual(first.variables);
  expect(await paymentsOf(second).customers.retrieve(customer.id)).toMatchObject({ name: 'Kvarnen' });
  expect(findDemoServices(demo(), dataDir)).toEqual(second.variables);
  await second.stop();
});

test('where its address is taken, the sandbox moves', async () => {
  const first = await startDemoServices(demo(), '', dataDir);
  await first.stop();
  const { port } = new URL(first.variables.PAYMENTS_SANDBOX_URL);
  const other = createServer();
  await new Promise<void>((ready) => other.listen(Number(port), '127.0.0.1', ready));
  const second = await startDemoServices(demo(), '', dataDir);
  expect(second.variables.PAYMENTS_SANDBOX_URL).not.toBe(first.variables.PAYMENTS_SANDBOX_URL);
  await paymentsOf(second).customers.create({});
  await second.stop();
  await new Promise((done) => other.close(done));
});

test("with a key of Stripe's own there is no sandbox", async () => {
  const before = await startDemoServices(demo(), '', dataDir);
  await before.stop();
  const stripe = { STRIPE_SECRET_KEY: 'sk_test_own', STRIPE_WEBHOOK_SECRET: 'whsec_own' };
  const services = await startDemoServices(demo(stripe), '', dataDir);
  expect(services.variables).toMatchObject({ ...stripe, PAYMENTS_SANDBOX_URL: '' });
  expect(findDemoServices(demo(stripe), dataDir)).toMatchObject({ ...stripe, PAYMENTS_SANDBOX_URL: '' });
  await services.stop();
});

test('a live portal beside the data of a demo gets nothing of it', async () => {
  const services = await startDemoServices(demo(), '', dataDir);
  await services.stop();
  const live = {
    DATABASE_URL: 'postgres://rolecall@db.example/rolecall',
    SITE_URL: 'https://jobs.example',
    AUTH_SECRET: 'x'.repeat(32),
    SMTP_URL: 'smtp://mail.example',
    STRIPE_SECRET_KEY: 'sk_live_1',
    STRIPE_WEBHOOK_SECRET: 'whsec_1',
  };
  const { AUTH_SECRET, SMTP_URL, STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET } = live;
  expect(findDemoServices(parseEnv(live), dataDir)).toEqual({
    AUTH_SECRET,
    SMTP_URL,
    STRIPE_SECRET_KEY,
    STRIPE_WEBHOOK_SECRET,
  });
});
