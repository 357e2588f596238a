import type Stripe from 'stripe';
import { html } from './html';
import { renderPage, showMoney, showTime } from './layout';

/** What stands for both the hosted invoice and its PDF. */
export function renderInvoice(links: string, invoice: Stripe.Invoice): string {
  const money = (amount: number) => showMoney(amount, invoice.currency);
  const discount = invoice.total_discount_amounts?.[0]?.amount ?? 0;
  const tax = invoice.total - (invoice.total_excluding_tax ?? invoice.total);
  const taxId = invoice.customer_tax_ids?.[0]?.value;
  return renderPage({
    links,
    title: `Invoice ${invoice.number}`,
    side: html`<dl><dt>Number</dt><dd>${invoice.number}</dd><dt>Paid</dt><dd>${showTime(invoice.created)} UTC</dd></dl>`,
    body: html`
<h1>Invoice ${invoice.number}</h1>
<p>A specimen: it stands for the document that Stripe makes, and is good for nothing else.</p>
<p>To ${invoice.customer_name ?? invoice.customer_email ?? 'the buyer'}${taxId && html`, VAT number ${taxId}`}. Paid ${showTime(invoice.created)} UTC.</p>
<table><tbody>
${invoice.lines.data.map((line) => html`<tr><td>${line.description} × ${line.quantity}</td><td>${money(line.amount)}</td></tr>`)}
${discount > 0 && html`<tr><td>Discount</td><td>−${money(discount)}</td></tr>`}
${tax > 0 && html`<tr><td>Tax</td><td>${money(tax)}</td></tr>`}
<tr class="total"><td>Paid</td><td>${money(invoice.amount_paid)}</td></tr>
</tbody></table>
${invoice.description && html`<p>${invoice.description}</p>`}
${invoice.footer && html`<p class="hint">${invoice.footer}</p>`}`,
  });
}

export function renderReceipt(links: string, charge: Stripe.Charge): string {
  return renderPage({
    links,
    title: 'Receipt',
    body: html`
<h1>Receipt</h1>
<p>${charge.description ?? 'A payment in the sandbox'}, ${showTime(charge.created)} UTC.</p>
<table><tbody>
<tr><td>Paid</td><td>${showMoney(charge.amount, charge.currency)}</td></tr>
${charge.amount_refunded > 0 && html`<tr><td>Refunded</td><td>−${showMoney(charge.amount_refunded, charge.currency)}</td></tr>`}
</tbody></table>`,
  });
}

export function renderNotFound(links: string): string {
  return renderPage({
    links,
    title: 'Not here',
    body: html`<h1>Not here</h1><p>The sandbox knows no such page. It may have been started anew since.</p>`,
  });
}
