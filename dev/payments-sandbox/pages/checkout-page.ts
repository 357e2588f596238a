import type Stripe from 'stripe';
import type { Session } from '../checkout';
import type { Sandbox } from '../sandbox';
import { TAX_PERCENT } from '../totals';
import { type Html, html } from './html';
import { renderPage, showMoney, showTime } from './layout';

export type Faults = { email?: string; promotion?: string; typed?: Record<string, string> };

/** The page where the buyer pays, or says what else should happen. */
export function renderCheckout(sandbox: Sandbox, session: Session, faults: Faults = {}): string {
  const { links, state } = sandbox;
  if (session.status !== 'open') return renderOver(links, session);
  const total = showMoney(session.amount_total, session.currency);
  const intent = state.find('intent', String(session.payment_intent));
  const declined = intent?.status === 'requires_payment_method' && intent.last_payment_error?.message;
  const body = html`
<h1>Pay ${total}</h1>
<p>No card is asked for here. Fill in what a buyer would, and choose what should happen.</p>
${declined && html`<p class="fault" role="alert">${declined} Nothing was taken. You can try again.</p>`}
${renderLines(session, state.find('cart', session.id)?.lines ?? [])}
${session.allow_promotion_codes && renderPromotion(sandbox, session, faults)}
<form method="post" action="${links}/pay/${session.id}">
<h2>Who pays</h2>
${renderPayer(session, faults)}
${renderChoices(session, total)}
</form>
${session.cancel_url && html`<p><a href="${session.cancel_url}">Go back without paying</a></p>`}`;
  const side = html`<dl><dt>To pay</dt><dd>${total}</dd><dt>Session open until</dt><dd>${showTime(session.expires_at)} UTC</dd><dt>For</dt><dd>${session.client_reference_id ?? session.id}</dd></dl>`;
  return renderPage({ links, title: `Pay ${total}`, side, body });
}

/** The bank's question, asked in a window of its own. */
export function renderConfirm(sandbox: Sandbox, session: Session): string {
  const total = showMoney(session.amount_total, session.currency);
  return renderPage({
    links: sandbox.links,
    title: 'Confirm the payment',
    body: html`
<h1>Is it you?</h1>
<p>Here a bank would ask the holder of the card to confirm ${total} (3-D Secure).</p>
<form method="post" action="${sandbox.links}/pay/${session.id}/confirm">
<button class="go" name="answer" value="yes">Confirm the payment</button>
<div class="choices"><button name="answer" value="no">Refuse it</button></div>
</form>`,
  });
}

function renderOver(links: string, session: Session): string {
  const complete = session.status === 'complete';
  const back = complete ? successUrl(session) : session.cancel_url;
  return renderPage({
    links,
    title: complete ? 'Complete' : 'Expired',
    body: html`
<h1>${complete ? 'This order is complete' : 'This session is over'}</h1>
<p>${complete ? 'There is nothing more to pay here.' : 'It was open for a while only, and nothing was taken.'}</p>
${back && html`<p><a class="button" href="${back}">Back to where you came from</a></p>`}`,
  });
}

/** Where the buyer goes after paying: Stripe writes the session's id where the address asks for it. */
export function successUrl(session: Session): string {
  return (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

function renderLines(session: Session, lines: Stripe.LineItem[]): Html {
  const { currency, total_details } = session;
  const money = (amount: number | null) => showMoney(amount, currency);
  const discount = total_details?.amount_discount ?? 0;
  return html`<table>
<tbody>
${lines.map((line) => html`<tr><td>${line.description}${(line.quantity ?? 1) > 1 && html` × ${line.quantity}`}</td><td>${money(line.amount_subtotal)}</td></tr>`)}
${discount > 0 && html`<tr><td>Discount</td><td>−${money(discount)}</td></tr>`}
${session.automatic_tax.enabled && html`<tr><td>Tax, ${TAX_PERCENT} %</td><td>${money(total_details?.amount_tax ?? 0)}</td></tr>`}
<tr class="total"><td>To pay</td><td>${money(session.amount_total)}</td></tr>
</tbody></table>`;
}

function renderPromotion(sandbox: Sandbox, session: Session, faults: Faults): Html {
  const action = `${sandbox.links}/pay/${session.id}/promotion`;
  const applied = session.discounts?.map(({ promotion_code }) => String(promotion_code))[0];
  const code = applied && sandbox.state.find('promotionCode', applied)?.code;
  if (code) {
    return html`<form method="post" action="${action}"><p>Promotion code ${code} is applied. <button name="code" value="">Take it away</button></p></form>`;
  }
  return html`<form method="post" action="${action}"><div class="row">
<label>Promotion code<input name="code" autocomplete="off" required value="${faults.typed?.code ?? ''}"${invalid(faults.promotion, 'promotion-fault')}></label>
<button>Apply</button></div>
${faults.promotion && html`<p class="fault" role="alert" id="promotion-fault">${faults.promotion}</p>`}</form>`;
}

function renderPayer(session: Session, { email: fault, typed = {} }: Faults): Html {
  const known = session.customer_details;
  const asksAddress = session.billing_address_collection === 'required' || session.automatic_tax.enabled;
  return html`
<label>E-mail<input name="email" type="email" autocomplete="email" required value="${typed.email ?? known?.email ?? ''}"${invalid(fault, 'email-fault')}></label>
${fault && html`<p class="fault" role="alert" id="email-fault">${fault}</p>`}
<label>Name<input name="name" autocomplete="name" value="${typed.name ?? known?.name ?? ''}"></label>
${asksAddress && html`<label>Country, two letters<input name="country" autocomplete="country" pattern="[A-Za-z]{2}" required value="${typed.country ?? known?.address?.country ?? ''}"></label>`}
${session.tax_id_collection?.enabled && html`<label>VAT number, if you have one<input name="taxId" autocomplete="off" value="${typed.taxId ?? known?.tax_ids?.[0]?.value ?? ''}"></label>`}`;
}

function renderChoices({ amount_total, payment_method_types: methods }: Session, total: string): Html {
  if (amount_total === 0)
    return html`<button class="go" name="outcome" value="pay">Complete the order</button>`;
  const card = methods.includes('card');
  const debit = methods.includes('sepa_debit');
  return html`
${card && html`<button class="go" name="outcome" value="pay">Pay ${total}</button>`}
<h2>Or something else happens</h2>
<div class="choices">
${card && html`<button name="outcome" value="authenticate">The bank asks first (3-D Secure)</button>`}
${card && html`<button name="outcome" value="decline">The card is declined</button>`}
${debit && html`<button name="outcome" value="delay">Bank debit that arrives later</button>`}
${debit && html`<button name="outcome" value="delay-fail">Bank debit that fails later</button>`}
</div>`;
}

function invalid(fault: string | undefined, id: string): Html {
  return fault ? html` aria-invalid="true" aria-describedby="${id}"` : html``;
}
