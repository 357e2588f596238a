import type Stripe from 'stripe';
import { expectTypeOf, test } from 'vitest';
import type { CREATE_SESSION } from './endpoints/session-parameters';
import { recordBalance } from './objects/balance';
import { createCustomer } from './objects/customer';
import { buildCoupon, buildPromotionCode } from './objects/discount';
import { buildDispute } from './objects/dispute';
import { buildInvoice, buildInvoicePayment } from './objects/invoice';
import { buildLine } from './objects/line';
import { buildCharge, buildIntent } from './objects/payment';
import { buildRefund } from './objects/refund';
import { buildSession } from './objects/session';
import type { Values } from './parameters';
import { boolean, optional, type Parameters, text } from './parameters';
import type { EventOf } from './sandbox';
import type { State } from './state';

// The compiler runs these (npm run types); each builder also ends in `satisfies` with its type of the SDK.

test('every object is one of the SDK', () => {
  expectTypeOf(createCustomer).returns.toEqualTypeOf<Stripe.Customer>();
  expectTypeOf(buildSession).returns.toEqualTypeOf<Stripe.Checkout.Session>();
  expectTypeOf(buildLine).returns.toEqualTypeOf<Stripe.LineItem>();
  expectTypeOf(buildIntent).returns.toEqualTypeOf<Stripe.PaymentIntent>();
  expectTypeOf(buildCharge).returns.toEqualTypeOf<Stripe.Charge>();
  expectTypeOf(buildInvoice).returns.toEqualTypeOf<Stripe.Invoice>();
  expectTypeOf(buildInvoicePayment).returns.toEqualTypeOf<Stripe.InvoicePayment>();
  expectTypeOf(buildRefund).returns.toEqualTypeOf<Stripe.Refund>();
  expectTypeOf(buildDispute).returns.toEqualTypeOf<Stripe.Dispute>();
  expectTypeOf(buildCoupon).returns.toEqualTypeOf<Stripe.Coupon>();
  expectTypeOf(buildPromotionCode).returns.toEqualTypeOf<Stripe.PromotionCode>();
  expectTypeOf(recordBalance).returns.toEqualTypeOf<Stripe.BalanceTransaction>();
  expectTypeOf<ReturnType<State['all']>>().not.toBeAny();
  expectTypeOf<EventOf<'charge.refunded'>['data']['object']>().toEqualTypeOf<Stripe.Charge>();
});

test('what a session is asked for is what the SDK sends', () => {
  type Read = keyof Values<typeof CREATE_SESSION>;
  expectTypeOf<Read>().toExtend<keyof Stripe.Checkout.SessionCreateParams>();
});

test('parameters follow the SDK', () => {
  type Params = { code?: string; promotion: string };
  const right = { code: optional(text()), promotion: text() } satisfies Parameters<Params>;
  expectTypeOf<Values<typeof right>>().toExtend<Params>();
  // @ts-expect-error: the SDK knows no such parameter
  ({ promotion: text(), discount: text() }) satisfies Parameters<Params>;
  // @ts-expect-error: the SDK requires it
  ({ code: optional(text()) }) satisfies Parameters<Params>;
  // @ts-expect-error: what the SDK requires cannot be left out here
  ({ promotion: optional(text()) }) satisfies Parameters<Params>;
  // @ts-expect-error: the SDK sends something else
  ({ promotion: boolean() }) satisfies Parameters<Params>;
});
