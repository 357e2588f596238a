import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { startPaymentsSandbox } from '@/dev/payments-sandbox/server';
import { createPayments } from './payments';

test('without a sandbox it talks to Stripe, over TLS', () => {
  const payments = createPayments({ secretKey: 'sk_live_1' });
  expect(payments.getApiField('host')).toBe('api.stripe.com');
  expect(payments.getApiField('protocol')).toBe('https');
});

test('a live key never goes to the sandbox', () => {
  const settings = { secretKey: 'sk_live_1', sandboxUrl: 'http://127.0.0.1:4242' };
  expect(() => createPayments(settings)).toThrow('test keys only');
});

test.each(['127.0.0.1', '::1'])('it finds a sandbox at %s', async (host) => {
  const sandbox = await startPaymentsSandbox({ host, secretKey: 'sk_test_1' });
  const payments = createPayments({ secretKey: 'sk_test_1', sandboxUrl: sandbox.url });
  expect((await payments.customers.create({ name: 'Kvarnen' })).name).toBe('Kvarnen');
  await sandbox.stop();
});

test('a repeat after a failure carries the same idempotency key', async () => {
  const keys: unknown[] = [];
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key']);
    response.writeHead(keys.length < 3 ? 500 : 200, { 'content-type': 'application/json' });
    response.end(keys.length < 3 ? '{"error":{"type":"api_error"}}' : '{"id":"cus_1","object":"customer"}');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const payments = createPayments({ secretKey: 'sk_test_1', sandboxUrl: `http://127.0.0.1:${port}` });
  expect((await payments.customers.create({})).id).toBe('cus_1');
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});
