import type Stripe from 'stripe';
import { Refusal } from './errors';
import { recordBalance } from './objects/balance';
import { buildRefund } from './objects/refund';
import { emit, newId, type Sandbox, seconds } from './sandbox';

export type RefundRequest = {
  /** Minor units; all that is left if absent. */
  amount?: number | undefined;
  reason?: Stripe.Refund['reason'] | undefined;
  metadata?: Record<string, string>;
};

/** Gives money back. Refuses what was never taken, is disputed, or is more than is left. */
export function refundCharge(sandbox: Sandbox, charge: Stripe.Charge, request: RefundRequest): Stripe.Refund {
  const left = charge.amount - charge.amount_refunded;
  if (charge.disputed && !sandbox.state.all('dispute').some((one) => isWon(one, charge))) {
    throw new Refusal(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  if (charge.status !== 'succeeded') {
    throw new Refusal(`Charge ${charge.id} has not been paid; cannot issue a refund.`, {
      code: 'charge_not_refundable',
    });
  }
  if (left === 0) {
    throw new Refusal(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  const amount = request.amount ?? left;
  if (amount > left) {
    const of = charge.amount_refunded > 0 ? 'unrefunded amount on charge' : 'charge amount';
    // Stripe gives no code with this one, only the message and the parameter.
    throw new Refusal(
      `Refund amount (${shown(amount, charge)}) is greater than ${of} (${shown(left, charge)})`,
      { param: 'amount' },
    );
  }
  const id = newId('re');
  const refund = buildRefund({
    id,
    charge,
    amount,
    created: seconds(sandbox),
    reason: request.reason ?? null,
    metadata: request.metadata ?? {},
    // A bank debit goes back as it came: later.
    status: charge.payment_method_details?.type === 'card' ? 'succeeded' : 'pending',
    balanceTransaction: moveBalance(sandbox, charge, -amount, id, 'refund'),
  });
  sandbox.state.put('refund', refund);
  const updated = countRefunds(sandbox, charge, amount);
  emit(sandbox, 'refund.created', refund);
  emit(sandbox, 'charge.refunded', updated, {
    amount_refunded: charge.amount_refunded,
    refunded: charge.refunded,
  });
  return refund;
}

/** A refund on its way arrives, or the bank sends it back. */
export function settleRefund(
  sandbox: Sandbox,
  refund: Stripe.Refund,
  outcome: 'succeed' | 'fail',
): Stripe.Refund {
  if (refund.status === 'failed' || (outcome === 'succeed' && refund.status !== 'pending')) {
    throw new Refusal(`Refund ${refund.id} is ${refund.status}.`);
  }
  const { pending_reason: _, ...rest } = refund;
  const charge = sandbox.state.find('charge', String(refund.charge));
  const settled: Stripe.Refund =
    outcome === 'succeed'
      ? { ...rest, status: 'succeeded' }
      : { ...rest, status: 'failed', failure_reason: 'lost_or_stolen_card' };
  if (outcome === 'fail' && charge) {
    countRefunds(sandbox, charge, -refund.amount);
    const back = moveBalance(sandbox, charge, refund.amount, refund.id, 'refund_failure');
    settled.failure_balance_transaction = back;
  }
  sandbox.state.put('refund', settled);
  emit(sandbox, 'refund.updated', settled, { status: refund.status });
  emit(sandbox, 'charge.refund.updated', settled, { status: refund.status });
  if (outcome === 'fail') emit(sandbox, 'refund.failed', settled);
  return settled;
}

function countRefunds(sandbox: Sandbox, charge: Stripe.Charge, amount: number): Stripe.Charge {
  const amount_refunded = charge.amount_refunded + amount;
  return sandbox.state.put('charge', {
    ...charge,
    amount_refunded,
    refunded: amount_refunded === charge.amount,
  });
}

function moveBalance(
  sandbox: Sandbox,
  { currency }: Stripe.Charge,
  amount: number,
  source: string,
  category: 'refund' | 'refund_failure',
): string {
  return recordBalance(sandbox, { type: 'refund', category, amount, currency, source }).id;
}

function isWon(dispute: Stripe.Dispute, charge: Stripe.Charge): boolean {
  return dispute.charge === charge.id && dispute.status === 'won';
}

function shown(amount: number, { currency }: Stripe.Charge): string {
  return `${amount / 100} ${currency.toUpperCase()}`;
}
