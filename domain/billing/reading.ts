import type Stripe from 'stripe';
import { type CheckoutStep, type DisputeStep, isAllRefunded, type PaymentFacts } from './rules';

/** A payment as Stripe tells it when asked, never as an event's payload says. */
export type PaymentReading = {
  sessionId: string;
  /** Our order, as it was named to Stripe. */
  reference: string | null;
  facts: PaymentFacts;
  paymentIntentId: string | null;
  invoiceUrl: string | null;
  receiptUrl: string | null;
};

const EXPANDED = ['payment_intent.latest_charge.refunds', 'invoice'];

const MOST_REFUNDS = 1_000;

/** Asks Stripe for all there is to know of a checkout: payment, refunds, disputes, invoice. Throws as its SDK does. */
export async function readPayment(payments: Stripe, sessionId: string): Promise<PaymentReading> {
  const session = await payments.checkout.sessions.retrieve(sessionId, { expand: EXPANDED });
  const charge = chargeOf(session);
  // Ten come with the charge.
  if (charge?.refunds?.has_more) {
    const rest = payments.refunds.list({ charge: charge.id, limit: 100 });
    charge.refunds.data = await rest.autoPagingToArray({ limit: MOST_REFUNDS });
  }
  const disputes = charge?.disputed ? await payments.disputes.list({ charge: charge.id, limit: 100 }) : null;
  return toReading(session, disputes?.data ?? []);
}

/** What a session, expanded as `readPayment` does, and the disputes about its charge say. */
export function toReading(
  session: Stripe.Checkout.Session,
  disputes: readonly Pick<Stripe.Dispute, 'id' | 'status'>[],
): PaymentReading {
  const charge = chargeOf(session);
  const { payment_intent: intent, invoice } = session;
  const paid = {
    checkout: checkoutStepOf(session),
    amountTotal: session.amount_total ?? 0,
    ...refundsOf(charge),
  };
  return {
    sessionId: session.id,
    reference: session.client_reference_id,
    facts: {
      ...paid,
      wasRefunded: isAllRefunded(paid),
      disputes: Object.fromEntries(
        disputes.flatMap(({ id, status }) => {
          const step = disputeStepOf(status);
          return step ? [[id, step]] : [];
        }),
      ),
    },
    paymentIntentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    invoiceUrl: typeof invoice === 'object' ? (invoice?.hosted_invoice_url ?? null) : null,
    receiptUrl: charge?.receipt_url ?? null,
  };
}

function chargeOf({ payment_intent: intent }: Stripe.Checkout.Session): Stripe.Charge | null {
  const charge = typeof intent === 'object' ? intent?.latest_charge : null;
  return typeof charge === 'object' ? charge : null;
}

/** What was sent back, and what of it came back to us: then Stripe no longer counts it as refunded. */
function refundsOf(charge: Stripe.Charge | null): Pick<PaymentFacts, 'amountRefunded' | 'refundFailed'> {
  const sum = (refunds: Stripe.Refund[]) => refunds.reduce((total, { amount }) => total + amount, 0);
  const refunds = charge?.refunds?.data ?? [];
  return {
    amountRefunded: sum(refunds),
    refundFailed: sum(refunds.filter(({ status }) => status === 'failed' || status === 'canceled')),
  };
}

function checkoutStepOf(session: Stripe.Checkout.Session): CheckoutStep {
  if (session.status === 'open') return 'open';
  if (session.status === 'expired') return 'expired';
  if (session.payment_status !== 'unpaid') return 'paid';
  const { payment_intent: intent } = session;
  // A delayed payment that failed leaves its intent looking for another means, which a complete checkout
  // offers no more.
  const status = typeof intent === 'object' ? intent?.status : undefined;
  return status === 'requires_payment_method' || status === 'canceled' ? 'failed' : 'processing';
}

/** Null for an enquiry of the bank: no money has moved, and perhaps none will. */
function disputeStepOf(status: Stripe.Dispute.Status): DisputeStep | null {
  switch (status) {
    case 'warning_needs_response':
    case 'warning_under_review':
      return null;
    case 'won':
    case 'warning_closed':
    case 'prevented':
      return 'won';
    case 'lost':
      return 'lost';
    default:
      return 'open';
  }
}
