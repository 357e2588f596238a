import Stripe from 'stripe';

export type PaymentSettings = {
  secretKey: string;
  /** Where the payments sandbox listens, in the demo and in tests; Stripe itself if absent. */
  sandboxUrl?: string | undefined;
};

const PATIENCE_MS = 20_000;
/** With one idempotency key for all tries, so that a repeat changes nothing. */
const RETRIES = 2;

/**
 * The client of Stripe's API, pinned to the version that the SDK's types describe. Amounts are minor units.
 * Throws if a live key would go to the sandbox.
 */
export function createPayments({ secretKey, sandboxUrl }: PaymentSettings): Stripe {
  const options = { maxNetworkRetries: RETRIES, timeout: PATIENCE_MS, telemetry: false };
  if (!sandboxUrl) return new Stripe(secretKey, options);
  if (!secretKey.startsWith('sk_test_')) throw new Error('the payments sandbox takes test keys only');
  const { hostname, port, protocol } = new URL(sandboxUrl);
  return new Stripe(secretKey, {
    ...options,
    // Node's HTTP client wants a bare IPv6 address.
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port || (protocol === 'https:' ? 443 : 80),
    protocol: protocol === 'https:' ? 'https' : 'http',
  });
}
