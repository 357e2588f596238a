import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPayments } from '@/lib/payments';
import { type PaymentsSandboxOptions, startPaymentsSandbox } from './server';
import { KEY, sessionParameters } from './testing';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'payments-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function withSandbox<T>(
  options: PaymentsSandboxOptions,
  use: (trial: {
    stripe: ReturnType<typeof createPayments>;
    sandbox: Awaited<ReturnType<typeof startPaymentsSandbox>>;
    pay: (id: string, outcome?: string) => Promise<Response>;
  }) => Promise<T>,
): Promise<T> {
  const sandbox = await startPaymentsSandbox({ secretKey: KEY, ...options });
  const pay = (id: string, outcome = 'pay') =>
    fetch(`${sandbox.url}/pay/${id}`, {
      method: 'POST',
      body: new URLSearchParams({ outcome, email: 'a@b.example' }),
      redirect: 'manual',
    });
  try {
    return await use({ stripe: createPayments({ secretKey: KEY, sandboxUrl: sandbox.url }), sandbox, pay });
  } finally {
    await sandbox.stop();
  }
}

describe('kept in a file', () => {
  const expand = ['line_items', 'payment_intent.latest_charge', 'invoice'];

  test('everything is there after a start anew, and goes on', async () => {
    const dataFile = join(folder, 'payments.jsonl');
    const before = await withSandbox({ dataFile }, async ({ stripe, pay, sandbox }) => {
      const parameters = sessionParameters({ invoice_creation: { enabled: true } });
      const { id } = await stripe.checkout.sessions.create(parameters, { idempotencyKey: 'kept' });
      const open = await stripe.checkout.sessions.create(sessionParameters());
      await pay(id);
      const session = await stripe.checkout.sessions.retrieve(id, { expand });
      return { session, open, port: sandbox.port, events: sandbox.ledger().events.length };
    });
    // A kill in the middle of a line costs that line only.
    writeFileSync(dataFile, `${readFileSync(dataFile, 'utf8')}["session",{"id":"cs_`);

    await withSandbox({ dataFile, port: before.port }, async ({ stripe, pay, sandbox }) => {
      const again = await stripe.checkout.sessions.retrieve(before.session.id, { expand });
      expect(again).toEqual(before.session);
      expect(sandbox.ledger().events).toHaveLength(before.events);
      const parameters = sessionParameters({ invoice_creation: { enabled: true } });
      const replayed = await stripe.checkout.sessions.create(parameters, { idempotencyKey: 'kept' });
      expect(replayed.id).toBe(before.session.id);
      expect((await pay(before.open.id)).status).toBe(303);
      expect((await stripe.checkout.sessions.retrieve(before.open.id)).payment_status).toBe('paid');
    });
  });

  test('what was not delivered is delivered by the next run', async () => {
    const dataFile = join(folder, 'payments.jsonl');
    const secret = 'whsec_of_the_test';
    const away = { url: 'http://127.0.0.1:9', secret };
    const events = await withSandbox({ dataFile, webhook: away }, async ({ stripe, pay, sandbox }) => {
      await pay((await stripe.checkout.sessions.create(sessionParameters())).id);
      return sandbox.ledger().events.map(({ id }) => id);
    });
    // Any server that answers 200 will do: here, another sandbox's front page.
    await withSandbox({}, async ({ sandbox: portal }) => {
      const webhook = { url: portal.url, secret };
      await withSandbox({ dataFile, webhook }, async ({ sandbox }) => {
        await vi.waitFor(() => {
          const pending = sandbox.ledger().events.filter(({ pending_webhooks }) => pending_webhooks > 0);
          expect(events.length).toBeGreaterThan(0);
          expect(sandbox.ledger().deliveries.map(({ event }) => event)).toEqual(
            expect.arrayContaining(events),
          );
          // The front page answers a POST with a plain 200.
          expect(pending).toEqual([]);
        });
      });
    });
  });
});

describe('by the clock', () => {
  test('a session runs out when its time is over, not before', async () => {
    await withSandbox({}, async ({ stripe, sandbox, pay }) => {
      const now = Math.floor(Date.now() / 1000);
      const parameters = sessionParameters({ expires_at: now + 31 * 60 });
      const { id, expires_at } = await stripe.checkout.sessions.create(parameters);
      vi.useFakeTimers({ toFake: ['Date'], now: expires_at * 1000 - 1 });
      try {
        expect((await stripe.checkout.sessions.retrieve(id)).status).toBe('open');
        vi.setSystemTime(expires_at * 1000);
        expect((await stripe.checkout.sessions.retrieve(id)).status).toBe('expired');
        expect((await pay(id)).status).toBe(200);
      } finally {
        vi.useRealTimers();
      }
      const types = sandbox.ledger().events.map(({ type }) => type);
      expect(types.filter((type) => type === 'checkout.session.expired')).toHaveLength(1);
      expect(types).not.toContain('charge.succeeded');
    });
  });

  test('a bank debit arrives by itself after a while', async () => {
    await withSandbox({ settleAfter: 50 }, async ({ stripe, pay }) => {
      const { id } = await stripe.checkout.sessions.create(sessionParameters());
      await pay(id, 'delay');
      await vi.waitFor(
        async () => expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe('paid'),
        5_000,
      );
    });
  });
});

test('pages may stand at another address than the API', async () => {
  await withSandbox({ publicUrl: 'https://demo.example/dev/payments' }, async ({ stripe, sandbox }) => {
    const { id, url } = await stripe.checkout.sessions.create(sessionParameters());
    expect(url).toBe(`https://demo.example/dev/payments/pay/${id}`);
    const page = await (await fetch(`${sandbox.url}/pay/${id}`)).text();
    expect(page).toContain(`action="https://demo.example/dev/payments/pay/${id}"`);
  });
});

test('a page of another site cannot use the control API', async () => {
  await withSandbox({}, async ({ sandbox }) => {
    const form = await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: '{"drop":1}' });
    expect(form.status).toBe(415);
  });
});
