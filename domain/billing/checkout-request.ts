import type Stripe from 'stripe';
import type { Plan } from './plans';

/** A checkout lasts for half an hour at least at Stripe; a minute more, for clocks that differ. */
const CHECKOUT_MS = 31 * 60_000;

export type CheckoutUrls = {
  /** Stripe puts the session's id in place of {CHECKOUT_SESSION_ID}. */
  success: string;
  cancel: string;
};

type Wanted = {
  reference: string;
  plan: Plan;
  /** What is listed, for the buyer's invoice; null for a pack. */
  offerTitle: string | null;
  customerId: string;
  urls: CheckoutUrls;
  settings: { automaticTax: boolean; promotionCodes: boolean };
};

/** When a checkout that is opened `now` closes by itself; whole seconds, as Stripe counts. */
export function checkoutEnd(now: Date): Date {
  return new Date(Math.ceil((now.getTime() + CHECKOUT_MS) / 1_000) * 1_000);
}

/** What Stripe is asked to open a checkout for an order with. Stored with it, to be asked again in the same words. */
export function checkoutRequest(
  { reference, plan, offerTitle, customerId, urls, settings }: Wanted,
  expiresAt: Date,
): Stripe.Checkout.SessionCreateParams {
  const metadata = { order: reference };
  return {
    mode: 'payment',
    client_reference_id: reference,
    customer: customerId,
    // What the buyer types for the invoice is kept with the customer; tax ids need it.
    customer_update: { name: 'auto', address: 'auto' },
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: plan.currency.toLowerCase(),
          unit_amount: plan.price,
          product_data: { name: plan.name, ...(offerTitle && { description: offerTitle }) },
          ...(settings.automaticTax && { tax_behavior: 'exclusive' }),
        },
      },
    ],
    metadata,
    payment_intent_data: { metadata },
    invoice_creation: { enabled: true, invoice_data: { metadata } },
    tax_id_collection: { enabled: true },
    automatic_tax: { enabled: settings.automaticTax },
    allow_promotion_codes: settings.promotionCodes,
    success_url: urls.success,
    cancel_url: urls.cancel,
    expires_at: expiresAt.getTime() / 1_000,
  };
}
