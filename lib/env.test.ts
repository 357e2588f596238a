import { describe, expect, test } from 'vitest';
import { EnvError, parseEnv } from './env';

const LIVE = {
  DATABASE_URL: 'postgres://rolecall@db.example/rolecall',
  SITE_URL: 'https://jobs.example',
  AUTH_SECRET: 'x'.repeat(32),
  SMTP_URL: 'smtp://mail.example',
  STRIPE_SECRET_KEY: 'sk_live_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
};
const SANDBOX = { PAYMENTS_SANDBOX_URL: 'http://127.0.0.1:4242' };

describe('the payments sandbox', () => {
  test('has no place in a live portal', () => {
    expect(parseEnv(LIVE).demo).toBe(false);
    expect(() => parseEnv({ ...LIVE, ...SANDBOX })).toThrow(EnvError);
    expect(() => parseEnv({ ...LIVE, ...SANDBOX })).toThrow(/PAYMENTS_SANDBOX_URL belongs to the demo/);
    const testKey = { ...LIVE, STRIPE_SECRET_KEY: 'sk_test_1' };
    expect(() => parseEnv({ ...testKey, ...SANDBOX })).toThrow(/PAYMENTS_SANDBOX_URL/);
  });

  test('never gets a live key, in the demo either', () => {
    expect(() => parseEnv({ ...SANDBOX, STRIPE_SECRET_KEY: 'sk_live_1' })).toThrow(/live key/);
    const demo = parseEnv({ ...SANDBOX, STRIPE_SECRET_KEY: 'sk_test_1' });
    expect(demo).toMatchObject({ demo: true, PAYMENTS_SANDBOX_URL: 'http://127.0.0.1:4242' });
    expect(parseEnv({ ...LIVE, ...SANDBOX, STRIPE_SECRET_KEY: 'sk_test_1', DEMO: '1' }).demo).toBe(true);
  });
});
