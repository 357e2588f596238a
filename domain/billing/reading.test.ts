import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { toReading } from './reading';

type Session = Partial<Record<'status' | 'payment_status', string>> & {
  intent?: Partial<Stripe.PaymentIntent> | null;
  invoice?: Partial<Stripe.Invoice> | string | null;
};

/** As much of a session as is read. */
function session({ status = 'complete', payment_status = 'paid', intent, invoice = null }: Session) {
  return {
    id: 'cs_1',
    client_reference_id: 'order-1',
    amount_total: 14_900,
    status,
    payment_status,
    payment_intent: intent === null ? null : { id: 'pi_1', status: 'succeeded', ...intent },
    invoice,
  } as Stripe.Checkout.Session;
}

describe('toReading', () => {
  it.each([
    [{ status: 'open', payment_status: 'unpaid', intent: null }, 'open'],
    [{ status: 'expired', payment_status: 'unpaid', intent: null }, 'expired'],
    [{}, 'paid'],
    [{ payment_status: 'no_payment_required', intent: null }, 'paid'],
    [{ payment_status: 'unpaid', intent: { status: 'processing' } }, 'processing'],
    // A voucher or a bank transfer that the buyer has yet to make.
    [{ payment_status: 'unpaid', intent: { status: 'requires_action' } }, 'processing'],
    [{ payment_status: 'unpaid', intent: { status: 'requires_payment_method' } }, 'failed'],
    [{ payment_status: 'unpaid', intent: { status: 'canceled' } }, 'failed'],
  ] as [Session, string][])('reads %j as %s', (fields, checkout) => {
    expect(toReading(session(fields), []).facts.checkout).toBe(checkout);
  });

  it.each([
    ['needs_response', { dp_1: 'open' }],
    ['under_review', { dp_1: 'open' }],
    ['appeal_under_review', { dp_1: 'open' }],
    ['lost', { dp_1: 'lost' }],
    ['won', { dp_1: 'won' }],
    ['prevented', { dp_1: 'won' }],
    ['warning_closed', { dp_1: 'won' }],
    // The bank only asks.
    ['warning_needs_response', {}],
  ])('reads a dispute that is %s', (status, disputes) => {
    expect(toReading(session({}), [{ id: 'dp_1', status }]).facts.disputes).toEqual(disputes);
  });

  it('reads amounts, and addresses of papers', () => {
    const refunds = {
      data: [
        { amount: 300, status: 'succeeded' },
        { amount: 200, status: 'pending' },
      ],
    };
    const latest_charge = { id: 'ch_1', refunds, receipt_url: 'https://pay/r' } as Stripe.Charge;
    const invoice = { hosted_invoice_url: 'https://pay/i' };
    expect(toReading(session({ intent: { latest_charge }, invoice }), [])).toMatchObject({
      sessionId: 'cs_1',
      reference: 'order-1',
      paymentIntentId: 'pi_1',
      facts: { amountTotal: 14_900, amountRefunded: 500 },
      receiptUrl: 'https://pay/r',
      invoiceUrl: 'https://pay/i',
    });
    expect(toReading(session({ intent: null, invoice: 'in_1' }), [])).toMatchObject({
      paymentIntentId: null,
      facts: { amountRefunded: 0 },
      invoiceUrl: null,
    });
  });
});
