import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { refusalOf, useSandbox } from './testing';

const trial = useSandbox();
const PAYER = { email: 'halina@kvarnen.example', name: 'Halina Kvarnen' };

const press = (id: string, outcome: string, payer: Record<string, string> = PAYER) =>
  trial.post(`/pay/${id}`, { ...payer, outcome });
const look = (id: string) =>
  trial.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });
const intentOf = (session: Stripe.Checkout.Session) => session.payment_intent as Stripe.PaymentIntent;
const chargeOf = (session: Stripe.Checkout.Session) => intentOf(session).latest_charge as Stripe.Charge;
const read = async (path: string) => {
  const response = await fetch(new URL(path, trial.sandbox.url));
  return { status: response.status, text: await response.text() };
};
/** Types of the events about a session and its payment, oldest first. */
async function heard({ id }: { id: string }): Promise<string[]> {
  const session = await trial.stripe.checkout.sessions.retrieve(id);
  const ids = [id, session.payment_intent, session.invoice];
  const { charges, events } = trial.sandbox.ledger();
  for (const one of charges) if (one.payment_intent === session.payment_intent) ids.push(one.id);
  return events
    .filter(({ data }) => ids.includes((data.object as { id: string }).id))
    .map(({ type }) => type);
}

describe('on the payment page', () => {
  test('it says what it is, what is sold and for how much', async () => {
    const session = await trial.begin({ tax_id_collection: { enabled: true } });
    const { status, text } = await read(`/pay/${session.id}`);
    expect(status).toBe(200);
    for (const words of ['no money moves', 'Featured, 30 days', '249.00\u00a0EUR', 'VAT number', '/draft']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('Promotion code');
    expect(text).not.toContain('<script');
  });

  test('what the portal named is escaped', async () => {
    const name = '<img src=x onerror=alert(1)> & "more"';
    const price_data = { currency: 'pln', unit_amount: 10_000, product_data: { name } };
    const { id } = await trial.begin({ line_items: [{ quantity: 2, price_data }] });
    const { text } = await read(`/pay/${id}`);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot; × 2');
    expect(text).toContain('200.00\u00a0PLN');
  });

  test('pay: back to the portal, with the session paid', async () => {
    const { id } = await trial.begin();
    const answer = await press(id, 'pay');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`http://localhost:3000/done?session=${id}`);
    const session = await look(id);
    expect(session).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      customer: null,
      customer_details: PAYER,
    });
    expect(intentOf(session)).toMatchObject({
      status: 'succeeded',
      amount: 24_900,
      amount_received: 24_900,
      metadata: { order: '1' },
    });
    expect(chargeOf(session)).toMatchObject({ status: 'succeeded', paid: true, metadata: { order: '1' } });
    expect(await heard(session)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ]);
  });

  test('pressed twice, it is paid once', async () => {
    const { id } = await trial.begin();
    const answers = await Promise.all([press(id, 'pay'), press(id, 'pay'), press(id, 'decline')]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const { payment_intent } = await trial.stripe.checkout.sessions.retrieve(id);
    const charges = await trial.stripe.charges.list({ payment_intent: payment_intent as string });
    expect(charges.data.filter(({ paid }) => paid)).toHaveLength(1);
  });

  test('a declined card leaves the session open, and may be followed by one that is not', async () => {
    const { id } = await trial.begin();
    const answer = await press(id, 'decline');
    expect(answer.headers.get('location')).toContain(`/pay/${id}`);
    const { text } = await read(`/pay/${id}`);
    expect(text).toContain('Your card was declined.');
    // What the buyer typed is still there.
    expect(text).toContain(PAYER.name);
    const declined = await look(id);
    expect(declined).toMatchObject({ status: 'open', payment_status: 'unpaid' });
    expect(intentOf(declined)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', decline_code: 'generic_decline' },
    });
    expect(chargeOf(declined)).toMatchObject({ status: 'failed', paid: false });

    await press(id, 'pay');
    const paid = await look(id);
    expect(intentOf(paid).id).toBe(intentOf(declined).id);
    expect(intentOf(paid)).toMatchObject({ status: 'succeeded', last_payment_error: null });
    expect(await heard(paid)).toEqual([
      'payment_intent.created',
      'charge.failed',
      'payment_intent.payment_failed',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ]);
  });

  test.each([
    ['yes', 'complete', 'succeeded', 'payment_intent.succeeded'],
    ['no', 'open', 'requires_payment_method', 'payment_intent.payment_failed'],
  ])('the bank asks (3-D Secure), and the answer is %s', async (answer, status, intent, event) => {
    const { id } = await trial.begin();
    const asked = await press(id, 'authenticate');
    expect(asked.headers.get('location')).toMatch(/\/confirm$/);
    expect(intentOf(await look(id)).status).toBe('requires_action');
    expect((await read(`/pay/${id}/confirm`)).text).toContain('Is it you?');
    await trial.post(`/pay/${id}/confirm`, { answer });
    const session = await look(id);
    expect(session.status).toBe(status);
    expect(intentOf(session).status).toBe(intent);
    expect(await heard(session)).toContain(event);
    // There is nothing left to confirm.
    await trial.post(`/pay/${id}/confirm`, { answer: 'yes' });
    expect((await look(id)).status).toBe(status);
  });

  test.each([
    ['delay', undefined, 'paid', 'checkout.session.async_payment_succeeded'],
    ['delay-fail', undefined, 'unpaid', 'checkout.session.async_payment_failed'],
    ['delay', 'fail', 'unpaid', 'checkout.session.async_payment_failed'],
  ])('a bank debit (%s, then told to %s) ends %s', async (outcome, told, payment_status, event) => {
    const { id } = await trial.begin({ invoice_creation: { enabled: true } });
    const answer = await press(id, outcome);
    expect(answer.headers.get('location')).toContain('/done');
    const waiting = await look(id);
    expect(waiting).toMatchObject({ status: 'complete', payment_status: 'unpaid', invoice: null });
    expect(intentOf(waiting).status).toBe('processing');
    expect(await heard(waiting)).toContain('checkout.session.completed');

    await trial.control(`sessions/${id}/settle`, told ? { outcome: told } : {});
    const settled = await look(id);
    expect(settled).toMatchObject({ status: 'complete', payment_status });
    expect(settled.invoice === null).toBe(payment_status === 'unpaid');
    expect(chargeOf(settled).paid).toBe(payment_status === 'paid');
    expect(await heard(settled)).toContain(event);
    // It arrives once.
    const again = await trial.control(`sessions/${id}/settle`, {});
    expect(again).toHaveProperty('error');
  });

  test('without a usable address nothing happens, and what was typed stays', async () => {
    const { id } = await trial.begin();
    const answer = await press(id, 'pay', { email: 'halina@kvarnen', name: 'Halina' });
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('aria-invalid="true"');
    expect(text).toContain('value="halina@kvarnen"');
    expect((await look(id)).status).toBe('open');
  });

  test('a debit is offered only where the portal allows it', async () => {
    const { id } = await trial.begin({ allowed_payment_method_types: ['card'] });
    expect((await read(`/pay/${id}`)).text).not.toContain('Bank debit');
  });
});

describe('sessions end', () => {
  test('expired by the portal, with the payment that was tried', async () => {
    const { id } = await trial.begin();
    await press(id, 'decline');
    const expired = await trial.stripe.checkout.sessions.expire(id, { expand: ['payment_intent'] });
    expect(expired).toMatchObject({ status: 'expired', url: null, payment_intent: { status: 'canceled' } });
    expect(await heard(expired)).toContain('checkout.session.expired');
    expect(await refusalOf(trial.stripe.checkout.sessions.expire(id))).toMatchObject({ statusCode: 400 });
    expect((await read(`/pay/${id}`)).text).toContain('This session is over');
    await press(id, 'pay');
    expect((await look(id)).payment_status).toBe('unpaid');
  });

  test('told to expire by the control API; a complete one cannot be', async () => {
    const [open, paid] = [await trial.begin(), await trial.buy()];
    expect((await trial.control(`sessions/${open.id}/expire`)).status).toBe('expired');
    expect(await trial.control(`sessions/${paid.id}/expire`)).toHaveProperty('error');
    const { data } = await trial.stripe.checkout.sessions.list({ status: 'expired' });
    expect(data.map(({ id }) => id)).toContain(open.id);
  });
});

describe('who bought', () => {
  test('a customer is made for an invoice, or where one is asked for', async () => {
    const invoiced = await trial.buy({ invoice_creation: { enabled: true } });
    const always = await trial.buy({ customer_creation: 'always' });
    for (const { customer } of [invoiced, always]) {
      expect(await trial.stripe.customers.retrieve(String(customer))).toMatchObject({ object: 'customer' });
    }
  });

  test('a known customer keeps its name unless it may be changed', async () => {
    const { id: customer } = await trial.stripe.customers.create({ name: 'Kvarnen', email: 'a@b.example' });
    const kept = await trial.begin({ customer });
    await press(kept.id, 'pay');
    expect(await trial.stripe.customers.retrieve(customer)).toMatchObject({ name: 'Kvarnen' });
    const changed = await trial.begin({
      customer,
      customer_update: { name: 'auto', address: 'auto' },
      tax_id_collection: { enabled: true },
    });
    await press(changed.id, 'pay', { ...PAYER, country: 'pl', taxId: 'PL5260001246' });
    expect(await trial.stripe.customers.retrieve(customer)).toMatchObject({
      name: PAYER.name,
      address: { country: 'PL' },
    });
    expect((await look(changed.id)).customer_details?.tax_ids).toEqual([
      { type: 'eu_vat', value: 'PL5260001246' },
    ]);
  });

  test('the invoice is paid, carries our metadata, and can be read', async () => {
    const bought = await trial.buy({
      invoice_creation: { enabled: true, invoice_data: { metadata: { order: '1' }, footer: 'Thanks.' } },
    });
    const invoice = await trial.stripe.invoices.retrieve(String(bought.invoice));
    expect(invoice).toMatchObject({ status: 'paid', total: 24_900, metadata: { order: '1' } });
    expect(invoice.lines.data[0]?.quantity_decimal?.toString()).toBe('1');
    for (const url of [invoice.hosted_invoice_url, invoice.invoice_pdf]) {
      const { status, text } = await read(String(url));
      expect(status).toBe(200);
      expect(text).toContain(String(invoice.number));
    }
    expect(await heard(bought)).toContain('invoice.paid');
    const payments = await trial.stripe.invoicePayments.list({ invoice: invoice.id });
    expect(payments.data[0]?.payment.payment_intent).toBe(bought.payment_intent);
    const { text } = await read(`/receipt/${chargeOf(await look(bought.id)).id}`);
    expect(text).toContain('249.00');
  });
});
