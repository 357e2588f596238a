import type Stripe from 'stripe';
import {
  attemptPayment,
  cancelIntent,
  createIntent,
  failPayment,
  holdPayment,
  releasePayment,
  takePayment,
} from './attempts';
import { Refusal } from './errors';
import { createCustomer, updateCustomer } from './objects/customer';
import { buildInvoice, buildInvoicePayment } from './objects/invoice';
import { findPromotionCode, redeemDiscounts, requirePromotionCode } from './promotions';
import { emit, type Sandbox, seconds } from './sandbox';
import type { Cart } from './state';
import { computeTotals } from './totals';

export type Session = Stripe.Checkout.Session;
export type Payer = {
  email: string;
  name: string;
  country?: string;
  taxId?: string;
};

/** What a buyer can make happen on the payment page. */
export const OUTCOMES = ['pay', 'decline', 'authenticate', 'delay', 'delay-fail'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The session as of now: one whose time is over is expired, whether or not anybody looked. */
export function findSession(sandbox: Sandbox, id: string): Session | undefined {
  const session = sandbox.state.find('session', id);
  const over = session?.status === 'open' && session.expires_at <= seconds(sandbox);
  return session && over ? expireSession(sandbox, session) : session;
}

/** The session stays as it was unless it is open. */
export function expireSession(sandbox: Sandbox, session: Session): Session {
  if (session.status !== 'open') {
    throw new Refusal(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    );
  }
  cancelIntent(sandbox, session);
  const expired = sandbox.state.put('session', { ...session, status: 'expired', url: null });
  emit(sandbox, 'checkout.session.expired', expired);
  return expired;
}

/**
 * The buyer tries to pay. A declined payment leaves the session open; a delayed one completes it unpaid and is
 * settled later. Returns the session as it is then; `confirm`: the bank wants to ask first.
 */
export function paySession(
  sandbox: Sandbox,
  id: string,
  payer: Payer,
  outcome: Outcome,
): { session: Session; step: 'done' | 'declined' | 'confirm' } {
  const session = rememberPayer(sandbox, requireOpen(sandbox, id), payer);
  if (session.amount_total === 0) {
    return { session: completeSession(sandbox, session, 'no_payment_required'), step: 'done' };
  }
  const { session: attempted, intent } = createIntent(sandbox, session, requireCart(sandbox, id));
  switch (outcome) {
    case 'pay':
      takePayment(sandbox, attempted, attemptPayment(sandbox, intent, 'card'), { authenticated: false });
      return { session: completeSession(sandbox, attempted, 'paid'), step: 'done' };
    case 'decline':
      failPayment(sandbox, attempted, attemptPayment(sandbox, intent, 'card'), 'card_declined');
      return { session: attempted, step: 'declined' };
    case 'authenticate':
      holdPayment(sandbox, attemptPayment(sandbox, intent, 'card'), `${sandbox.links}/pay/${id}/confirm`);
      return { session: attempted, step: 'confirm' };
    default: {
      takePayment(sandbox, attempted, attemptPayment(sandbox, intent, 'sepa_debit'), { pending: true });
      const due = sandbox.settleAfter === null ? null : sandbox.now() + sandbox.settleAfter;
      sandbox.state.put('cart', {
        ...requireCart(sandbox, id),
        settlement: { due, outcome: outcome === 'delay' ? 'succeed' : 'fail' },
      });
      return { session: completeSession(sandbox, attempted, 'unpaid'), step: 'done' };
    }
  }
}

/** The buyer answers the bank's question (3-D Secure). */
export function confirmPayment(
  sandbox: Sandbox,
  id: string,
  agreed: boolean,
): { session: Session; step: 'done' | 'declined' } {
  const session = requireOpen(sandbox, id);
  const intent = sandbox.state.find('intent', String(session.payment_intent));
  if (intent?.status !== 'requires_action') throw new Refusal('There is nothing to confirm.');
  if (!agreed) {
    failPayment(sandbox, session, intent, 'payment_intent_authentication_failure');
    return { session, step: 'declined' };
  }
  takePayment(sandbox, session, intent, { authenticated: true });
  return { session: completeSession(sandbox, session, 'paid'), step: 'done' };
}

/** A delayed payment arrives, or fails to. `outcome` overrides what the buyer chose. Once only. */
export function settleSession(sandbox: Sandbox, id: string, outcome?: 'succeed' | 'fail'): Session {
  const session = sandbox.state.find('session', id);
  const { settlement, ...cart } = requireCart(sandbox, id);
  const intent = sandbox.state.find('intent', String(session?.payment_intent));
  if (!session || !settlement || !intent) throw new Refusal(`No delayed payment is on its way for ${id}.`);
  sandbox.state.put('cart', cart);
  if ((outcome ?? settlement.outcome) === 'fail') {
    failPayment(sandbox, session, intent, 'payment_intent_payment_attempt_failed');
    emit(sandbox, 'checkout.session.async_payment_failed', session);
    return session;
  }
  takePayment(sandbox, session, intent, {});
  const { invoice, announce } = issueInvoice(sandbox, session);
  const paid = sandbox.state.put('session', { ...session, invoice, payment_status: 'paid' });
  emit(sandbox, 'checkout.session.async_payment_succeeded', paid);
  announce();
  return paid;
}

/** What the clock makes happen: sessions run out, delayed payments arrive. */
export function passTime(sandbox: Sandbox): void {
  for (const { id, status } of sandbox.state.all('session')) if (status === 'open') findSession(sandbox, id);
  for (const { id, settlement } of sandbox.state.all('cart')) {
    if (settlement?.due && settlement.due <= sandbox.now()) settleSession(sandbox, id);
  }
}

/** The buyer types a promotion code; an empty one takes it away. Throws a `Refusal` that says what is wrong. */
export function applyPromotion(sandbox: Sandbox, id: string, typed: string): Session {
  const session = requireOpen(sandbox, id);
  const cart = requireCart(sandbox, id);
  if (!session.allow_promotion_codes) throw new Refusal('This session takes no promotion codes.');
  const found = typed.trim() ? findPromotionCode(sandbox, typed) : undefined;
  if (typed.trim() && !found) throw new Refusal('This code is invalid.');
  const use = {
    currency: session.currency ?? '',
    subtotal: session.amount_subtotal ?? 0,
    customer: typeof session.customer === 'string' ? session.customer : null,
  };
  const applied = found && requirePromotionCode(sandbox, found.id, use);
  releasePayment(sandbox, session);
  const { lines, ...totals } = computeTotals(cart.lines, applied?.coupon ?? null, {
    automatic: session.automatic_tax.enabled,
    inclusive: cart.taxInclusive,
  });
  sandbox.state.put('cart', { ...cart, lines });
  const discounts = applied ? [{ coupon: null, promotion_code: applied.promotionCode.id }] : [];
  return sandbox.state.put('session', { ...session, ...totals, discounts });
}

function requireOpen(sandbox: Sandbox, id: string): Session {
  const session = findSession(sandbox, id);
  if (session?.status !== 'open') throw new Refusal('This session is not open any more.');
  return session;
}

function requireCart(sandbox: Sandbox, id: string): Cart {
  const cart = sandbox.state.find('cart', id);
  if (!cart) throw new Refusal(`No such checkout.session: '${id}'`);
  return cart;
}

function rememberPayer(sandbox: Sandbox, session: Session, payer: Payer): Session {
  const before = session.customer_details;
  const none = { city: null, line1: null, line2: null, postal_code: null, state: null };
  const taxId = session.tax_id_collection?.enabled ? payer.taxId : undefined;
  return sandbox.state.put('session', {
    ...session,
    customer_details: {
      address: payer.country ? { ...none, country: payer.country } : (before?.address ?? null),
      business_name: null,
      email: payer.email || (before?.email ?? null),
      individual_name: null,
      name: payer.name || (before?.name ?? null),
      phone: null,
      tax_exempt: 'none',
      tax_ids: taxId ? [{ type: taxIdType(taxId), value: taxId }] : [],
    },
  });
}

function taxIdType(value: string): Stripe.Checkout.Session.CustomerDetails.TaxId.Type {
  if (/^GB/i.test(value)) return 'gb_vat';
  return /^[A-Z]{2}/i.test(value) ? 'eu_vat' : 'unknown';
}

function completeSession(
  sandbox: Sandbox,
  open: Session,
  payment_status: 'paid' | 'unpaid' | 'no_payment_required',
): Session {
  const customer = settleCustomer(sandbox, open);
  const session = { ...open, customer, payment_status, status: 'complete', url: null } satisfies Session;
  const intent = sandbox.state.find('intent', String(session.payment_intent));
  if (intent) sandbox.state.put('intent', { ...intent, customer });
  const charge = sandbox.state.find('charge', String(intent?.latest_charge));
  if (charge) sandbox.state.put('charge', { ...charge, customer });
  redeemDiscounts(sandbox, session.discounts);
  const { invoice, announce } =
    payment_status === 'unpaid' ? { invoice: null, announce: () => {} } : issueInvoice(sandbox, session);
  const complete = sandbox.state.put('session', { ...session, invoice });
  emit(sandbox, 'checkout.session.completed', complete);
  announce();
  return complete;
}

/** A customer is made where the session asks for one or an invoice needs one; a known one may be updated. */
function settleCustomer(sandbox: Sandbox, session: Session): string | null {
  const { name, email, address } = session.customer_details ?? {};
  const known = sandbox.state.find('customer', String(session.customer));
  if (known && !known.deleted) {
    const allowed = requireCart(sandbox, session.id).updateCustomer;
    const changes = {
      ...(allowed.name && name && { name }),
      ...(allowed.address && address && { address }),
    };
    if (Object.keys(changes).length > 0) updateCustomer(sandbox, known, changes);
    return known.id;
  }
  const needed = session.customer_creation === 'always' || session.invoice_creation?.enabled;
  if (!needed) return null;
  return createCustomer(sandbox, {
    ...(email && { email }),
    ...(name && { name }),
    ...(address && { address }),
  }).id;
}

function issueInvoice(sandbox: Sandbox, session: Session): { invoice: string | null; announce: () => void } {
  if (!session.invoice_creation?.enabled) return { invoice: null, announce: () => {} };
  const count = sandbox.state.all('invoice').length + 1;
  const invoice = buildInvoice({
    session,
    lines: requireCart(sandbox, session.id).lines,
    number: `SANDBOX-${String(count).padStart(4, '0')}`,
    created: seconds(sandbox),
    links: (id) => ({ page: `${sandbox.links}/invoice/${id}`, pdf: `${sandbox.links}/invoice/${id}/pdf` }),
  });
  sandbox.state.put('invoice', invoice);
  if (typeof session.payment_intent === 'string') {
    sandbox.state.put('invoicePayment', buildInvoicePayment(invoice, session.payment_intent));
  }
  return {
    invoice: invoice.id,
    announce: () => {
      emit(sandbox, 'invoice.created', invoice);
      emit(sandbox, 'invoice.finalized', invoice);
      emit(sandbox, 'invoice.paid', invoice);
      emit(sandbox, 'invoice.payment_succeeded', invoice);
    },
  };
}
