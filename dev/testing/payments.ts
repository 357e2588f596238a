import type Stripe from 'stripe';
import { afterAll, beforeAll } from 'vitest';
import { createPayments } from '@/lib/payments';
import { type PaymentsSandbox, startPaymentsSandbox } from '../payments-sandbox/server';

export type TestPayments = {
  /** The real SDK, talking to a payments sandbox of the test file's own. */
  readonly payments: Stripe;
  readonly sandbox: PaymentsSandbox;
  /** Does what only the sandbox can do (dev/payments-sandbox/control.ts), such as `sessions/ID/pay`. */
  control: <Answer = { id: string }>(path: string, body?: object) => Promise<Answer>;
};

/** A payments sandbox without webhooks. Call it once at the top of the file. */
export function useTestPayments(): TestPayments {
  let sandbox: PaymentsSandbox | undefined;
  let payments: Stripe | undefined;

  beforeAll(async () => {
    sandbox = await startPaymentsSandbox();
    payments = createPayments({ secretKey: 'sk_test_sandbox', sandboxUrl: sandbox.url });
  });
  afterAll(() => sandbox?.stop());

  const ready = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The sandbox is there from beforeAll on, not before.');
    return value;
  };
  return {
    get payments() {
      return ready(payments);
    },
    get sandbox() {
      return ready(sandbox);
    },
    async control(path, body = {}) {
      const response = await fetch(`${ready(sandbox).url}/sandbox/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
      return (await response.json()) as never;
    },
  };
}
