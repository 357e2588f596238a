import type Stripe from 'stripe';
import type { FulfilContext } from '@/domain/billing/fulfil';
import { env, paymentSettings } from '@/lib/env';
import { createPayments } from '@/lib/payments';

let client: Stripe | undefined;

/** Stripe, or the demo's sandbox in its place. */
export function payments(): Stripe {
  client ??= createPayments(paymentSettings());
  return client;
}

/** What fulfilling an order needs to know, as of now. */
export function fulfilContext(): FulfilContext {
  return { now: new Date(), operatorEmail: env().OPERATOR_EMAIL };
}
