import type Stripe from 'stripe';
import { newId, type Sandbox, seconds } from '../sandbox';

/** What moved the balance: a charge up, a refund or dispute down. The sandbox takes no fees. */
export function recordBalance(
  sandbox: Sandbox,
  fields: {
    type: 'charge' | 'refund' | 'adjustment';
    category: 'charge' | 'refund' | 'dispute' | 'dispute_reversal' | 'refund_failure';
    amount: number;
    currency: string;
    source: string;
  },
): Stripe.BalanceTransaction {
  const created = seconds(sandbox);
  const transaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount: fields.amount,
    available_on: created,
    balance_type: 'payments',
    created,
    currency: fields.currency,
    description: null,
    exchange_rate: null,
    fee: 0,
    fee_details: [],
    net: fields.amount,
    reporting_category: fields.category,
    source: fields.source,
    status: 'available',
    type: fields.type,
  } satisfies Stripe.BalanceTransaction;
  sandbox.state.put('balance', transaction);
  return transaction;
}
