import type Stripe from 'stripe';
import { Refusal } from './errors';
import { recordBalance } from './objects/balance';
import { buildDispute } from './objects/dispute';
import { emit, type Sandbox, seconds } from './sandbox';

/** The buyer's bank takes the money back until somebody decides. One dispute for each charge. */
export function openDispute(
  sandbox: Sandbox,
  charge: Stripe.Charge,
  { amount = charge.amount - charge.amount_refunded, reason = 'fraudulent' } = {},
): Stripe.Dispute {
  if (charge.status !== 'succeeded' || charge.disputed || amount <= 0) {
    throw new Refusal(`Charge ${charge.id} cannot be disputed.`);
  }
  const dispute = buildDispute({ charge, amount, reason, created: seconds(sandbox) });
  const withdrawn = move(sandbox, dispute, -amount, 'dispute');
  sandbox.state.put('dispute', withdrawn);
  sandbox.state.put('charge', { ...charge, disputed: true });
  emit(sandbox, 'charge.dispute.created', withdrawn);
  emit(sandbox, 'charge.dispute.funds_withdrawn', withdrawn);
  return withdrawn;
}

/** The bank decides. Once only. */
export function closeDispute(
  sandbox: Sandbox,
  dispute: Stripe.Dispute,
  status: 'won' | 'lost',
): Stripe.Dispute {
  if (dispute.status === 'won' || dispute.status === 'lost') {
    throw new Refusal(`This dispute is already closed: ${dispute.status}.`);
  }
  const decided = { ...dispute, status } satisfies Stripe.Dispute;
  const closed = status === 'won' ? move(sandbox, decided, dispute.amount, 'dispute_reversal') : decided;
  sandbox.state.put('dispute', closed);
  emit(sandbox, 'charge.dispute.closed', closed, { status: dispute.status });
  if (status === 'won') emit(sandbox, 'charge.dispute.funds_reinstated', closed);
  return closed;
}

function move(
  sandbox: Sandbox,
  dispute: Stripe.Dispute,
  amount: number,
  category: 'dispute' | 'dispute_reversal',
): Stripe.Dispute {
  const { currency, id: source } = dispute;
  const moved = recordBalance(sandbox, { type: 'adjustment', category, amount, currency, source });
  return { ...dispute, balance_transactions: [...dispute.balance_transactions, moved] };
}
