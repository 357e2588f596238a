import Stripe from 'stripe';
import { afterAll, beforeAll } from 'vitest';
import { createPayments } from '@/lib/payments';
import { type PaymentsSandbox, type PaymentsSandboxOptions, startPaymentsSandbox } from './server';

export const KEY = 'sk_test_sandbox';

export type Trial = {
  sandbox: PaymentsSandbox;
  stripe: Stripe;
  /** Posts to the control API, and gives back what it answers. */
  control: (path: string, body?: object) => Promise<Record<string, unknown> & { status?: unknown }>;
  /** Presses a button on a page of the sandbox. */
  post: (path: string, form: Record<string, string>) => Promise<Response>;
  /** Settles with a new session as the portal would make it. */
  begin: (changes?: Partial<Stripe.Checkout.SessionCreateParams>) => Promise<Stripe.Checkout.Session>;
  /** A session, paid. */
  buy: (changes?: Partial<Stripe.Checkout.SessionCreateParams>) => Promise<Stripe.Checkout.Session>;
};

/** A sandbox of its own for each file, reached by the real SDK. */
export function useSandbox(options: PaymentsSandboxOptions = {}): Trial {
  let sandbox: PaymentsSandbox | undefined;
  let stripe: Stripe | undefined;
  beforeAll(async () => {
    sandbox = await startPaymentsSandbox({ secretKey: KEY, retryBase: 20, ...options });
    stripe = createPayments({ secretKey: KEY, sandboxUrl: sandbox.url });
  });
  afterAll(() => sandbox?.stop());
  const running = () => {
    if (!sandbox || !stripe) throw new Error('the sandbox runs in tests only');
    return { sandbox, stripe };
  };

  async function control(path: string, body: object = {}) {
    const response = await fetch(`${running().sandbox.url}/sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, unknown>;
  }
  const begin: Trial['begin'] = (changes) =>
    running().stripe.checkout.sessions.create(sessionParameters(changes));

  return {
    get sandbox() {
      return running().sandbox;
    },
    get stripe() {
      return running().stripe;
    },
    control,
    begin,
    post: (path, form) =>
      fetch(new URL(path, running().sandbox.url), {
        method: 'POST',
        body: new URLSearchParams(form),
        redirect: 'manual',
      }),
    async buy(changes) {
      const { id } = await begin(changes);
      await control(`sessions/${id}/pay`);
      return running().stripe.checkout.sessions.retrieve(id);
    },
  };
}

/** What the portal asks for when somebody buys a featured offer for 249.00 EUR. */
export function sessionParameters(
  changes: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    client_reference_id: 'order-1',
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'eur', unit_amount: 24_900, product_data: { name: 'Featured, 30 days' } },
      },
    ],
    metadata: { order: '1' },
    payment_intent_data: { metadata: { order: '1' } },
    success_url: 'http://localhost:3000/done?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://localhost:3000/draft',
    ...changes,
  };
}

/** What the SDK threw. */
export async function refusalOf(promise: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Stripe.errors.StripeError) return outcome;
  throw new Error('Stripe refused nothing', { cause: outcome });
}
