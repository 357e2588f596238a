import type Stripe from 'stripe';
import { newId } from '../sandbox';

export type RefundFields = {
  charge: Stripe.Charge;
  amount: number;
  created: number;
  reason: Stripe.Refund['reason'];
  metadata: Record<string, string>;
  status: 'succeeded' | 'pending';
  balanceTransaction: string | null;
  id?: string;
};

export function buildRefund(fields: RefundFields): Stripe.Refund {
  const { charge } = fields;
  const card = charge.payment_method_details?.type === 'card';
  return {
    id: fields.id ?? newId('re'),
    object: 'refund',
    amount: fields.amount,
    balance_transaction: fields.balanceTransaction,
    charge: charge.id,
    created: fields.created,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    ...(card && {
      destination_details: {
        type: 'card',
        card: { type: 'refund', reference_status: 'pending', reference_type: 'acquirer_reference_number' },
      },
    }),
    metadata: fields.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(fields.status === 'pending' && { pending_reason: 'processing' }),
    reason: fields.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: fields.status,
    transfer_reversal: null,
  } satisfies Stripe.Refund;
}
