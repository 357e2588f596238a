import type Stripe from 'stripe';
import type { Sandbox } from '../sandbox';
import { type Html, html } from './html';
import { renderPage, showMoney, showTime } from './layout';

const SHOWN = 50;

/** What Stripe's dashboard would be for: the latest payments, and what can happen to them. */
export function renderDashboard(sandbox: Sandbox, fault?: string): string {
  const { links, state } = sandbox;
  const sessions = state.all('session').slice(-SHOWN).reverse();
  return renderPage({
    links,
    title: 'Payments',
    body: html`
<h1>Payments</h1>
<p>What the seller sees at Stripe, in short: the latest sessions, and what the bank or the seller can do about them. The portal hears of it as it would from Stripe.</p>
${fault && html`<p class="fault" role="alert">${fault}</p>`}
<table class="small"><thead><tr><th>Session</th><th>Amount</th></tr></thead><tbody>
${sessions.map((session) => renderSession(sandbox, session))}
${sessions.length === 0 && html`<tr><td>Nobody has begun to pay yet.</td><td></td></tr>`}
</tbody></table>`,
  });
}

function renderSession(sandbox: Sandbox, session: Stripe.Checkout.Session): Html {
  const { links, state } = sandbox;
  const intent = state.find('intent', String(session.payment_intent));
  const charge = state.find('charge', String(intent?.latest_charge));
  const dispute = state.all('dispute').find((one) => one.charge === charge?.id);
  const refunded = charge?.amount_refunded ?? 0;
  const deed = (name: string, id: string, label: string, amount = false) =>
    html`<form method="post" action="${links}/"><input type="hidden" name="deed" value="${name}"><input type="hidden" name="id" value="${id}">${amount && html`<input name="amount" inputmode="decimal" aria-label="Amount; all that is left if empty" placeholder="all">`}<button>${label}</button></form>`;
  const paid = charge?.status === 'succeeded';
  const disputed = dispute && !['won', 'lost'].includes(dispute.status);
  return html`<tr><td>
${showTime(session.created)} · ${session.customer_details?.email ?? 'no buyer yet'} · ${stateOf(session, charge, dispute)}<br>
${session.url && html`<a href="${session.url}">Pay</a> `}
${session.invoice && html`<a href="${links}/invoice/${String(session.invoice)}">Invoice</a> `}
<span class="hint">${session.client_reference_id}</span>
<div>
${session.status === 'open' && deed('expire', session.id, 'Let it expire')}
${intent?.status === 'processing' && [deed('arrive', session.id, 'The debit arrives'), deed('fail', session.id, 'The debit fails')]}
${paid && !disputed && refunded < (charge?.amount ?? 0) && deed('refund', charge.id, 'Refund', true)}
${paid && !charge.disputed && refunded < charge.amount && deed('dispute', charge.id, 'Dispute')}
${disputed && [deed('win', dispute.id, 'Dispute won'), deed('lose', dispute.id, 'Dispute lost')]}
</div></td><td>${showMoney(session.amount_total, session.currency)}</td></tr>`;
}

function stateOf(
  { status, payment_status }: Stripe.Checkout.Session,
  charge: Stripe.Charge | undefined,
  dispute: Stripe.Dispute | undefined,
): string {
  if (status !== 'complete') return String(status);
  const money = charge?.refunded ? 'refunded' : charge?.amount_refunded ? 'partly refunded' : payment_status;
  return [money.replaceAll('_', ' '), dispute && `dispute ${dispute.status.replaceAll('_', ' ')}`]
    .filter(Boolean)
    .join(', ');
}
