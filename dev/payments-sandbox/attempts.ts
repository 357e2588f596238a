import type Stripe from 'stripe';
import { recordBalance } from './objects/balance';
import { buildCharge, buildIntent, type ChargeFields, type Method } from './objects/payment';
import { emit, newId, type Sandbox, seconds } from './sandbox';
import type { Cart } from './state';

type Session = Stripe.Checkout.Session;
type Intent = Stripe.PaymentIntent;
type FailureCode =
  | 'card_declined'
  | 'payment_intent_authentication_failure'
  | 'payment_intent_payment_attempt_failed';

const FAILURES: Record<FailureCode, { message: string; decline?: string }> = {
  card_declined: { message: 'Your card was declined.', decline: 'generic_decline' },
  payment_intent_authentication_failure: {
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  },
  payment_intent_payment_attempt_failed: { message: 'The payment failed.' },
};

/** The session's payment: made at the first attempt, as Stripe does, and used again by later ones. */
export function createIntent(
  sandbox: Sandbox,
  session: Session,
  cart: Cart,
): { session: Session; intent: Intent } {
  const known = sandbox.state.find('intent', String(session.payment_intent));
  if (known) {
    // A promotion code may have changed the price between two attempts.
    const intent = sandbox.state.put('intent', { ...known, amount: session.amount_total ?? 0 });
    return { session, intent };
  }
  const intent = buildIntent({ session, created: seconds(sandbox), ...cart.intent });
  sandbox.state.put('intent', intent);
  emit(sandbox, 'payment_intent.created', intent);
  return { session: sandbox.state.put('session', { ...session, payment_intent: intent.id }), intent };
}

/** A payment method is chosen; what comes of it is for the others below. */
export function attemptPayment(sandbox: Sandbox, intent: Intent, method: Method): Intent {
  return sandbox.state.put('intent', {
    ...intent,
    payment_method: newId(method === 'card' ? 'pm_card' : 'pm_debit'),
  });
}

/** The money is taken; with `pending`, it is on its way. */
export function takePayment(
  sandbox: Sandbox,
  session: Session,
  intent: Intent,
  { pending = false, authenticated = false }: { pending?: boolean; authenticated?: boolean },
): Intent {
  const before = sandbox.state.find('charge', String(intent.latest_charge));
  const charge: Stripe.Charge =
    before?.status === 'pending'
      ? {
          ...before,
          status: 'succeeded',
          paid: true,
          receipt_url: receiptUrl(sandbox, before.id),
        }
      : chargeFor(sandbox, session, intent, {
          status: pending ? 'pending' : 'succeeded',
          failure: null,
          authenticated,
        });
  const balance = pending
    ? null
    : recordBalance(sandbox, {
        type: 'charge',
        category: 'charge',
        amount: charge.amount,
        currency: charge.currency,
        source: charge.id,
      }).id;
  const kept = sandbox.state.put('charge', { ...charge, balance_transaction: balance });
  const updated = sandbox.state.put('intent', {
    ...intent,
    latest_charge: kept.id,
    next_action: null,
    last_payment_error: null,
    amount_received: pending ? 0 : intent.amount,
    status: pending ? 'processing' : 'succeeded',
  });
  emit(sandbox, pending ? 'charge.pending' : 'charge.succeeded', kept);
  emit(sandbox, pending ? 'payment_intent.processing' : 'payment_intent.succeeded', updated);
  return updated;
}

/** The bank wants to ask the buyer first, at `url`. */
export function holdPayment(sandbox: Sandbox, intent: Intent, url: string): Intent {
  const held = sandbox.state.put('intent', {
    ...intent,
    next_action: { type: 'redirect_to_url', redirect_to_url: { return_url: url, url } },
    status: 'requires_action',
  });
  emit(sandbox, 'payment_intent.requires_action', held);
  return held;
}

/** The price changes while the bank asks about another: its question is void. */
export function releasePayment({ state }: Sandbox, session: Session): void {
  const intent = state.find('intent', String(session.payment_intent));
  if (intent?.status !== 'requires_action') return;
  state.put('intent', { ...intent, next_action: null, status: 'requires_payment_method' });
}

export function failPayment(sandbox: Sandbox, session: Session, intent: Intent, code: FailureCode): Intent {
  const { message, decline } = FAILURES[code];
  const before = sandbox.state.find('charge', String(intent.latest_charge));
  const failure = { failure_code: code, failure_message: message };
  // Nothing reaches the card where the bank could not ask.
  const charge: Stripe.Charge | undefined =
    before?.status === 'pending'
      ? { ...before, ...failure, status: 'failed', captured: false, amount_captured: 0 }
      : code === 'card_declined'
        ? chargeFor(sandbox, session, intent, {
            status: 'failed',
            failure: { code, message },
            authenticated: false,
          })
        : undefined;
  if (charge) {
    sandbox.state.put('charge', charge);
    emit(sandbox, 'charge.failed', charge);
  }
  const failed = sandbox.state.put('intent', {
    ...intent,
    latest_charge: charge?.id ?? intent.latest_charge,
    last_payment_error: {
      type: code === 'card_declined' ? 'card_error' : 'invalid_request_error',
      code,
      message,
      ...(decline && { decline_code: decline }),
      ...(charge && { charge: charge.id }),
    },
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  emit(sandbox, 'payment_intent.payment_failed', failed);
  return failed;
}

/** A session that ends unpaid takes its payment along. */
export function cancelIntent(sandbox: Sandbox, session: Session): void {
  const intent = sandbox.state.find('intent', String(session.payment_intent));
  if (!intent || intent.status === 'succeeded' || intent.status === 'canceled') return;
  const canceled = sandbox.state.put('intent', {
    ...intent,
    canceled_at: seconds(sandbox),
    cancellation_reason: 'automatic',
    next_action: null,
    status: 'canceled',
  });
  emit(sandbox, 'payment_intent.canceled', canceled);
}

function chargeFor(
  sandbox: Sandbox,
  session: Session,
  intent: Intent,
  result: Pick<ChargeFields, 'status' | 'failure' | 'authenticated'>,
): Stripe.Charge {
  const payer = session.customer_details;
  const paymentMethod = typeof intent.payment_method === 'string' ? intent.payment_method : '';
  return buildCharge({
    ...result,
    intent,
    created: seconds(sandbox),
    method: paymentMethod.startsWith('pm_debit') ? 'sepa_debit' : 'card',
    paymentMethod,
    payer: { email: payer?.email ?? null, name: payer?.name ?? null, address: payer?.address ?? null },
    receiptUrl: (id) => receiptUrl(sandbox, id),
  });
}

function receiptUrl(sandbox: Sandbox, charge: string): string {
  return `${sandbox.links}/receipt/${charge}`;
}
