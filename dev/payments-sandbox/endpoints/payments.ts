import type Stripe from 'stripe';
import { noSuch } from '../errors';
import { isWithin, listPage } from '../lists';
import { mergeMetadata } from '../objects/customer';
import {
  currency,
  EXPAND,
  emptyable,
  metadata,
  oneOf,
  optional,
  PAGE,
  type Parameters,
  range,
  text,
} from '../parameters';
import { endpoint } from './endpoint';

const LIST_INTENTS = {
  ...PAGE,
  created: optional(range()),
  customer: optional(text()),
} satisfies Parameters<Stripe.PaymentIntentListParams>;

const LIST_CHARGES = {
  ...LIST_INTENTS,
  payment_intent: optional(text()),
} satisfies Parameters<Stripe.ChargeListParams>;

const UPDATE_INTENT = {
  ...EXPAND,
  description: optional(text({ max: 1_000 })),
  metadata: optional(emptyable(metadata())),
} satisfies Parameters<Stripe.PaymentIntentUpdateParams>;

const LIST_BALANCE = {
  ...PAGE,
  created: optional(range()),
  currency: optional(currency()),
  source: optional(text()),
  type: optional(oneOf('adjustment', 'charge', 'refund')),
} satisfies Parameters<Stripe.BalanceTransactionListParams>;

/** What was paid is only read here: it comes of sessions. */
export const PAYMENTS = [
  endpoint('GET /v1/payment_intents', LIST_INTENTS, ({ state }, { created, customer, ...page }) => {
    return listPage(
      state.all('intent'),
      page,
      '/v1/payment_intents',
      (one) => isWithin(one, created) && (customer === undefined || one.customer === customer),
    );
  }),
  endpoint('GET /v1/payment_intents/:id', EXPAND, ({ state }, _, id) => {
    const intent = state.find('intent', id);
    if (!intent) throw noSuch('payment_intent', id);
    return intent;
  }),
  endpoint('POST /v1/payment_intents/:id', UPDATE_INTENT, ({ state }, { metadata, description }, id) => {
    const intent = state.find('intent', id);
    if (!intent) throw noSuch('payment_intent', id);
    return state.put('intent', {
      ...intent,
      metadata: mergeMetadata(intent.metadata, metadata),
      description: description ?? intent.description,
    });
  }),
  endpoint('GET /v1/charges', LIST_CHARGES, ({ state }, { created, customer, payment_intent, ...page }) => {
    return listPage(
      state.all('charge'),
      page,
      '/v1/charges',
      (one) =>
        isWithin(one, created) &&
        (customer === undefined || one.customer === customer) &&
        (payment_intent === undefined || one.payment_intent === payment_intent),
    );
  }),
  endpoint('GET /v1/charges/:id', EXPAND, ({ state }, _, id) => {
    const charge = state.find('charge', id);
    if (!charge) throw noSuch('charge', id);
    return charge;
  }),
  endpoint('GET /v1/balance_transactions', LIST_BALANCE, ({ state }, { created, ...by }) => {
    return listPage(
      state.all('balance'),
      by,
      '/v1/balance_transactions',
      (one) =>
        isWithin(one, created) &&
        (by.currency === undefined || one.currency === by.currency) &&
        (by.source === undefined || one.source === by.source) &&
        (by.type === undefined || one.type === by.type),
    );
  }),
  endpoint('GET /v1/balance_transactions/:id', EXPAND, ({ state }, _, id) => {
    const transaction = state.find('balance', id);
    if (!transaction) throw noSuch('balance_transaction', id);
    return transaction;
  }),
];
