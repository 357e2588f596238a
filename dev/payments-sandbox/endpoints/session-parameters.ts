import type Stripe from 'stripe';
import {
  boolean,
  currency,
  EXPAND,
  email,
  emptyable,
  integer,
  list,
  metadata,
  object,
  oneOf,
  optional,
  PAGE,
  type Parameters,
  range,
  text,
  url,
} from '../parameters';

type Params = Stripe.Checkout.SessionCreateParams;

const LOCALES =
  'auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW'.split(
    ' ',
  );
const METHODS = ['card', 'link', 'sepa_debit'] as const;

const productData = object({
  description: optional(text()),
  images: optional(list(url(), { max: 8 })),
  metadata: optional(metadata()),
  name: text({ max: 250 }),
  tax_code: optional(text()),
  unit_label: optional(text({ max: 12 })),
} satisfies Parameters<Stripe.Checkout.SessionCreateParams.LineItem.PriceData.ProductData>);

/** The product is made for the session: there is no catalogue here, so a price or product by id is unknown. */
const priceData = object({
  currency: currency(),
  product_data: productData,
  tax_behavior: optional(oneOf('exclusive', 'inclusive', 'unspecified')),
  unit_amount: integer({ max: 99_999_999 }),
} satisfies Parameters<Stripe.Checkout.SessionCreateParams.LineItem.PriceData>);

const lineItem = object({
  metadata: optional(metadata()),
  price_data: priceData,
  quantity: integer({ min: 1, max: 999_999 }),
} satisfies Parameters<Stripe.Checkout.SessionCreateParams.LineItem>);

const invoiceData = object({
  custom_fields: optional(
    emptyable(list(object({ name: text({ max: 40 }), value: text({ max: 140 }) }), { max: 4 })),
  ),
  description: optional(text({ max: 1_500 })),
  footer: optional(text()),
  metadata: optional(metadata()),
} satisfies Parameters<Stripe.Checkout.SessionCreateParams.InvoiceCreation.InvoiceData>);

/**
 * What a session can be asked for: payment by card or bank debit on the hosted page. Of what the SDK leaves
 * open, `mode`, `line_items` and `success_url` are required here, as they are at Stripe for such a session.
 */
export const CREATE_SESSION = {
  ...EXPAND,
  allow_promotion_codes: optional(boolean()),
  allowed_payment_method_types: optional(list(oneOf(...METHODS), { min: 1 })),
  automatic_tax: optional(object({ enabled: boolean() })),
  billing_address_collection: optional(oneOf('auto', 'required')),
  cancel_url: optional(url()),
  client_reference_id: optional(text({ max: 200 })),
  currency: optional(currency()),
  customer: optional(text()),
  customer_creation: optional(oneOf('always', 'if_required')),
  customer_email: optional(email()),
  customer_update: optional(
    object({ address: optional(oneOf('auto', 'never')), name: optional(oneOf('auto', 'never')) }),
  ),
  discounts: optional(
    list(object({ coupon: optional(text()), promotion_code: optional(text()) }), { min: 1, max: 1 }),
  ),
  excluded_payment_method_types: optional(list(oneOf(...METHODS))),
  expires_at: optional(integer()),
  invoice_creation: optional(object({ enabled: boolean(), invoice_data: optional(invoiceData) })),
  line_items: list(lineItem, { min: 1 }),
  locale: optional(oneOf(...LOCALES)),
  metadata: optional(metadata()),
  mode: oneOf('payment'),
  payment_intent_data: optional(
    object({
      description: optional(text({ max: 1_000 })),
      metadata: optional(metadata()),
      receipt_email: optional(email()),
    } satisfies Parameters<Stripe.Checkout.SessionCreateParams.PaymentIntentData>),
  ),
  submit_type: optional(oneOf('auto', 'pay')),
  success_url: url(),
  tax_id_collection: optional(
    object({ enabled: boolean(), required: optional(oneOf('never', 'if_supported')) }),
  ),
  ui_mode: optional(oneOf('hosted_page')),
} satisfies Parameters<Params>;

export const UPDATE_SESSION = {
  ...EXPAND,
  metadata: optional(emptyable(metadata())),
} satisfies Parameters<Stripe.Checkout.SessionUpdateParams>;

export const LIST_SESSIONS = {
  ...PAGE,
  created: optional(range()),
  customer: optional(text()),
  customer_details: optional(object({ email: email() })),
  payment_intent: optional(text()),
  status: optional(oneOf('complete', 'expired', 'open')),
} satisfies Parameters<Stripe.Checkout.SessionListParams>;
