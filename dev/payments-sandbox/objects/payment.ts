import type Stripe from 'stripe';
import { newId } from '../sandbox';

export type Method = 'card' | 'sepa_debit';

export type IntentFields = {
  session: Stripe.Checkout.Session;
  created: number;
  metadata: Record<string, string>;
  description: string | null;
  receiptEmail: string | null;
};

/** A payment that nobody has tried to make yet. */
export function buildIntent(fields: IntentFields): Stripe.PaymentIntent {
  const id = newId('pi');
  const { session } = fields;
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: session.amount_total ?? 0,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_${newId('secret')}`,
    confirmation_method: 'automatic',
    created: fields.created,
    currency: session.currency ?? '',
    customer: session.customer,
    customer_account: null,
    description: fields.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: fields.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: session.payment_method_types,
    payment_record: null,
    processing: null,
    receipt_email: fields.receiptEmail,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.PaymentIntent;
}

export type ChargeFields = {
  intent: Stripe.PaymentIntent;
  created: number;
  method: Method;
  paymentMethod: string;
  status: 'succeeded' | 'pending' | 'failed';
  failure: { code: string; message: string } | null;
  authenticated: boolean;
  payer: { email: string | null; name: string | null; address: Stripe.Address | null };
  receiptUrl: (charge: string) => string;
};

/** One attempt to take the money. */
export function buildCharge(fields: ChargeFields): Stripe.Charge {
  const id = newId(fields.method === 'card' ? 'ch' : 'py');
  const { intent, status, failure, payer } = fields;
  const taken = status === 'succeeded';
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: status === 'failed' ? 0 : intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: {
      address: payer.address,
      email: payer.email,
      name: payer.name,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: fields.method === 'card' ? 'ROLECALL SANDBOX' : null,
    captured: status !== 'failed',
    created: fields.created,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: failure ? 'declined_by_network' : 'approved_by_network',
      reason: failure?.code ?? null,
      risk_level: 'normal',
      risk_score: 12,
      seller_message: failure?.message ?? 'Payment complete.',
      type: failure ? 'issuer_declined' : 'authorized',
    },
    paid: taken,
    payment_intent: intent.id,
    payment_method: fields.paymentMethod,
    payment_method_details:
      fields.method === 'card' ? cardDetails(fields.authenticated, Boolean(failure)) : debitDetails(),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: taken ? fields.receiptUrl(id) : null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status,
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.Charge;
}

function cardDetails(authenticated: boolean, declined: boolean): Stripe.Charge.PaymentMethodDetails {
  return {
    type: 'card',
    card: {
      amount_authorized: null,
      authorization_code: null,
      brand: 'visa',
      checks: {
        address_line1_check: null,
        address_postal_code_check: null,
        cvc_check: declined ? null : 'pass',
      },
      country: 'PL',
      electronic_commerce_indicator: authenticated ? '05' : null,
      exp_month: 12,
      exp_year: 2034,
      fingerprint: 'sandboxsandbox01',
      funding: 'credit',
      installments: null,
      last4: declined ? '0002' : authenticated ? '3155' : '4242',
      mandate: null,
      network: 'visa',
      network_transaction_id: null,
      regulated_status: 'unregulated',
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
  } satisfies Stripe.Charge.PaymentMethodDetails;
}

function debitDetails(): Stripe.Charge.PaymentMethodDetails {
  return {
    type: 'sepa_debit',
    sepa_debit: {
      bank_code: '37040044',
      branch_code: null,
      country: 'DE',
      fingerprint: 'sandboxsandbox02',
      last4: '3000',
      mandate: null,
    },
  } satisfies Stripe.Charge.PaymentMethodDetails;
}
