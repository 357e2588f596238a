import Stripe from 'stripe';
import { newId } from '../sandbox';

export type InvoiceFields = {
  session: Stripe.Checkout.Session;
  lines: Stripe.LineItem[];
  number: string;
  created: number;
  links: (invoice: string) => { page: string; pdf: string };
};

/** The invoice of a completed session, paid. Amounts in minor units. */
export function buildInvoice({ session, lines, number, created, links }: InvoiceFields): Stripe.Invoice {
  const id = newId('in');
  const data = session.invoice_creation?.invoice_data;
  const payer = session.customer_details;
  const total = session.amount_total ?? 0;
  const discount = session.total_details?.amount_discount ?? 0;
  const tax = session.total_details?.amount_tax ?? 0;
  const { page, pdf } = links(id);
  return {
    id,
    object: 'invoice',
    account_country: 'PL',
    account_name: 'Payments sandbox',
    account_tax_ids: null,
    amount_due: total,
    amount_overpaid: 0,
    amount_paid: total,
    amount_remaining: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: total > 0 ? 1 : 0,
    attempted: true,
    auto_advance: false,
    automatic_tax: {
      disabled_reason: null,
      enabled: session.automatic_tax.enabled,
      liability: session.automatic_tax.liability,
      provider: session.automatic_tax.provider,
      status: session.automatic_tax.status,
    },
    automatically_finalizes_at: null,
    billing_reason: 'manual',
    collection_method: 'charge_automatically',
    created,
    currency: session.currency ?? '',
    custom_fields: data?.custom_fields ?? null,
    customer: session.customer,
    customer_account: null,
    customer_address: payer?.address ?? null,
    customer_email: payer?.email ?? null,
    customer_name: payer?.name ?? null,
    customer_phone: null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    customer_tax_ids: payer?.tax_ids ?? [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: data?.description ?? null,
    discounts: [],
    due_date: null,
    effective_at: created,
    ending_balance: 0,
    footer: data?.footer ?? null,
    from_invoice: null,
    hosted_invoice_url: page,
    invoice_pdf: pdf,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: {
      object: 'list',
      data: lines.map((line) => buildInvoiceLine(line, id, created)),
      has_more: false,
      url: `/v1/invoices/${id}/lines`,
    },
    livemode: false,
    metadata: data?.metadata ?? {},
    next_payment_attempt: null,
    number,
    on_behalf_of: null,
    parent: null,
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    period_end: created,
    period_start: created,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: null,
    status: 'paid',
    status_transitions: {
      finalized_at: created,
      marked_uncollectible_at: null,
      paid_at: created,
      voided_at: null,
    },
    subtotal: session.amount_subtotal ?? 0,
    subtotal_excluding_tax: null,
    test_clock: null,
    total,
    total_discount_amounts: discount > 0 ? [{ amount: discount, discount: newId('di') }] : [],
    total_excluding_tax: total - tax,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: created,
  } satisfies Stripe.Invoice;
}

function buildInvoiceLine(line: Stripe.LineItem, invoice: string, created: number): Stripe.InvoiceLineItem {
  return {
    id: newId('il'),
    object: 'line_item',
    amount: line.amount_subtotal,
    currency: line.currency,
    description: line.description,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice,
    livemode: false,
    metadata: line.metadata ?? {},
    parent: null,
    period: { end: created, start: created },
    pretax_credit_amounts: [],
    pricing: line.price && {
      price_details: { price: line.price.id, product: String(line.price.product) },
      type: 'price_details',
      unit_amount_decimal: line.price.unit_amount_decimal,
    },
    quantity: line.quantity,
    quantity_decimal: Stripe.Decimal.from(line.quantity ?? 1),
    subscription: null,
    subtotal: line.amount_subtotal,
    taxes: [],
  } satisfies Stripe.InvoiceLineItem;
}

/** Which payment paid the invoice. */
export function buildInvoicePayment(invoice: Stripe.Invoice, intent: string): Stripe.InvoicePayment {
  return {
    id: newId('inpay'),
    object: 'invoice_payment',
    amount_paid: invoice.amount_paid,
    amount_requested: invoice.amount_due,
    created: invoice.created,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent, type: 'payment_intent' },
    status: 'paid',
    status_transitions: { canceled_at: null, paid_at: invoice.created },
  } satisfies Stripe.InvoicePayment;
}
