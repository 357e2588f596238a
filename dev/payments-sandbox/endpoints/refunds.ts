import type Stripe from 'stripe';
import { closeDispute } from '../disputes';
import { missingParameter, noSuch, Refusal } from '../errors';
import { isWithin, listPage } from '../lists';
import { mergeMetadata } from '../objects/customer';
import {
  EXPAND,
  emptyable,
  integer,
  metadata,
  oneOf,
  optional,
  PAGE,
  type Parameters,
  range,
  refuseBoth,
  text,
} from '../parameters';
import { refundCharge } from '../refunds';
import { emit, type Sandbox } from '../sandbox';
import { endpoint } from './endpoint';

const CREATE = {
  ...EXPAND,
  amount: optional(integer({ min: 1 })),
  charge: optional(text()),
  metadata: optional(emptyable(metadata())),
  payment_intent: optional(text()),
  reason: optional(oneOf('duplicate', 'fraudulent', 'requested_by_customer')),
} satisfies Parameters<Stripe.RefundCreateParams>;

const UPDATE = {
  ...EXPAND,
  metadata: optional(emptyable(metadata())),
} satisfies Parameters<Stripe.RefundUpdateParams>;

const LIST = {
  ...PAGE,
  charge: optional(text()),
  created: optional(range()),
  payment_intent: optional(text()),
} satisfies Parameters<Stripe.RefundListParams> & Parameters<Stripe.DisputeListParams>;

type By = { charge?: string | undefined; payment_intent?: string | undefined };

export const REFUNDS = [
  endpoint('POST /v1/refunds', CREATE, (sandbox, asked) =>
    refundCharge(sandbox, requireCharge(sandbox, asked), { ...asked, metadata: asked.metadata || {} }),
  ),
  endpoint('GET /v1/refunds', LIST, ({ state }, { created, ...by }) => {
    return listPage(state.all('refund'), by, '/v1/refunds', (one) => isWithin(one, created) && isOf(one, by));
  }),
  endpoint('GET /v1/refunds/:id', EXPAND, (sandbox, _, id) => requireRefund(sandbox, id)),
  endpoint('POST /v1/refunds/:id', UPDATE, (sandbox, { metadata }, id) => {
    const refund = requireRefund(sandbox, id);
    const updated = { ...refund, metadata: mergeMetadata(refund.metadata ?? {}, metadata) };
    sandbox.state.put('refund', updated);
    emit(sandbox, 'refund.updated', updated);
    return updated;
  }),
];

/** Disputes come of the control API; here they are read, and given up. */
export const DISPUTES = [
  endpoint('GET /v1/disputes', LIST, ({ state }, { created, ...by }) => {
    return listPage(
      state.all('dispute'),
      by,
      '/v1/disputes',
      (one) => isWithin(one, created) && isOf(one, by),
    );
  }),
  endpoint('GET /v1/disputes/:id', EXPAND, (sandbox, _, id) => requireDispute(sandbox, id)),
  endpoint('POST /v1/disputes/:id/close', EXPAND, (sandbox, _, id) =>
    closeDispute(sandbox, requireDispute(sandbox, id), 'lost'),
  ),
];

export function requireRefund({ state }: Sandbox, id: string): Stripe.Refund {
  const refund = state.find('refund', id);
  if (!refund) throw noSuch('refund', id);
  return refund;
}

export function requireDispute({ state }: Sandbox, id: string): Stripe.Dispute {
  const dispute = state.find('dispute', id);
  if (!dispute) throw noSuch('dispute', id);
  return dispute;
}

/** The charge that is meant, by its own id or its payment's. */
export function requireCharge({ state }: Sandbox, by: By): Stripe.Charge {
  refuseBoth(by, 'charge', 'payment_intent');
  if (by.charge !== undefined) {
    const charge = state.find('charge', by.charge);
    if (!charge) throw noSuch('charge', by.charge, 'charge');
    return charge;
  }
  if (by.payment_intent === undefined) throw missingParameter('payment_intent');
  const intent = state.find('intent', by.payment_intent);
  if (!intent) throw noSuch('payment_intent', by.payment_intent, 'payment_intent');
  const charge = state.find('charge', String(intent.latest_charge));
  if (charge?.status !== 'succeeded') {
    throw new Refusal(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      code: 'payment_intent_unexpected_state',
      param: 'payment_intent',
    });
  }
  return charge;
}

function isOf(row: Stripe.Refund | Stripe.Dispute, { charge, payment_intent }: By): boolean {
  return (
    (charge === undefined || row.charge === charge) &&
    (payment_intent === undefined || row.payment_intent === payment_intent)
  );
}
