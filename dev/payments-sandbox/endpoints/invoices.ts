import type Stripe from 'stripe';
import { noSuch } from '../errors';
import { isWithin, listPage, wholeList } from '../lists';
import { EXPAND, object, oneOf, optional, PAGE, type Parameters, range, text } from '../parameters';
import { endpoint } from './endpoint';

const LIST = {
  ...PAGE,
  created: optional(range()),
  customer: optional(text()),
  status: optional(oneOf('draft', 'open', 'paid', 'uncollectible', 'void')),
} satisfies Parameters<Stripe.InvoiceListParams>;

const LIST_PAYMENTS = {
  ...PAGE,
  created: optional(range()),
  invoice: optional(text()),
  payment: optional(object({ payment_intent: optional(text()), type: oneOf('payment_intent') })),
  status: optional(oneOf('canceled', 'open', 'paid')),
} satisfies Parameters<Stripe.InvoicePaymentListParams>;

/** Invoices come of sessions with `invoice_creation`. */
export const INVOICES = [
  endpoint('GET /v1/invoices', LIST, ({ state }, { created, customer, status, ...page }) => {
    return listPage(
      state.all('invoice'),
      page,
      '/v1/invoices',
      (one) =>
        isWithin(one, created) &&
        (customer === undefined || one.customer === customer) &&
        (status === undefined || one.status === status),
    );
  }),
  endpoint('GET /v1/invoices/:id', EXPAND, ({ state }, _, id) => {
    const invoice = state.find('invoice', id);
    if (!invoice) throw noSuch('invoice', id);
    return invoice;
  }),
  endpoint('GET /v1/invoices/:id/lines', PAGE, ({ state }, _, id) => {
    const invoice = state.find('invoice', id);
    if (!invoice) throw noSuch('invoice', id);
    return wholeList(invoice.lines.data, `/v1/invoices/${id}/lines`);
  }),
  endpoint('GET /v1/invoice_payments', LIST_PAYMENTS, ({ state }, { created, ...by }) => {
    const intent = by.payment?.payment_intent;
    return listPage(
      state.all('invoicePayment'),
      by,
      '/v1/invoice_payments',
      (one) =>
        isWithin(one, created) &&
        (by.invoice === undefined || one.invoice === by.invoice) &&
        (intent === undefined || one.payment.payment_intent === intent) &&
        (by.status === undefined || one.status === by.status),
    );
  }),
];
