import fc from 'fast-check';
import Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { KEY, refusalOf, sessionParameters, useSandbox } from './testing';

const trial = useSandbox();

describe('keys and versions', () => {
  const call = (headers: Record<string, string>) => fetch(`${trial.sandbox.url}/v1/customers`, { headers });

  test('nobody gets in without a key, or with another', async () => {
    expect((await call({})).status).toBe(401);
    expect((await call({ authorization: 'Bearer sk_test_other' })).status).toBe(401);
    expect((await call({ authorization: 'Bearer sk_live_1234' })).status).toBe(401);
    const other = new Stripe('sk_test_other', {
      host: '127.0.0.1',
      port: trial.sandbox.port,
      protocol: 'http',
    });
    expect((await refusalOf(other.customers.list())).type).toBe('StripeAuthenticationError');
  });

  test('another version of the API is refused', async () => {
    const answer = await call({ authorization: `Bearer ${KEY}`, 'stripe-version': '2020-08-27' });
    expect(answer.status).toBe(400);
  });

  test('an address that the sandbox does not cover is 404', async () => {
    const error = await refusalOf(trial.stripe.subscriptions.list());
    expect(error).toMatchObject({ statusCode: 404, type: 'StripeInvalidRequestError' });
  });

  test('what is not there is resource_missing', async () => {
    const { stripe } = trial;
    for (const looked of [
      stripe.customers.retrieve('cus_none'),
      stripe.checkout.sessions.retrieve('cs_none'),
      stripe.checkout.sessions.expire('cs_none'),
      stripe.paymentIntents.retrieve('pi_none'),
      stripe.charges.retrieve('ch_none'),
      stripe.invoices.retrieve('in_none'),
      stripe.refunds.retrieve('re_none'),
      stripe.disputes.retrieve('du_none'),
      stripe.coupons.retrieve('none'),
      stripe.promotionCodes.retrieve('promo_none'),
      stripe.events.retrieve('evt_none'),
    ]) {
      expect(await refusalOf(looked)).toMatchObject({ statusCode: 404, code: 'resource_missing' });
    }
  });
});

describe('parameters', () => {
  const create = (changes: object) =>
    trial.stripe.checkout.sessions.create({ ...sessionParameters(), ...changes });
  const item = (changes: object) => {
    const [first] = sessionParameters().line_items ?? [];
    return { line_items: [{ ...first, ...changes }] };
  };
  const price = (changes: object) =>
    item({
      price_data: { currency: 'eur', unit_amount: 500, product_data: { name: 'Basic' }, ...changes },
    });
  const inHours = (hours: number) => Math.floor(Date.now() / 1000) + Math.round(hours * 3_600);

  test.each([
    ['mode', { mode: undefined }],
    ['line_items', { line_items: undefined }],
    ['success_url', { success_url: undefined }],
    ['line_items[0][quantity]', item({ quantity: undefined })],
    ['line_items[0][price_data]', item({ price_data: undefined })],
    ['line_items[0][price_data][currency]', price({ currency: undefined })],
    ['line_items[0][price_data][unit_amount]', price({ unit_amount: undefined })],
    ['line_items[0][price_data][product_data]', price({ product_data: undefined })],
    ['line_items[0][price_data][product_data][name]', price({ product_data: { description: 'x' } })],
    ['invoice_creation[enabled]', { invoice_creation: { invoice_data: { footer: 'x' } } }],
  ])('%s is required', async (param, changes) => {
    expect(await refusalOf(create(changes))).toMatchObject({
      statusCode: 400,
      code: 'parameter_missing',
      param,
      rawType: 'invalid_request_error',
    });
  });

  test.each([
    ['amount', { amount: 500 }],
    ['payment_method_types', { payment_method_types: ['card'] }],
    ['payment_intent_data[order]', { payment_intent_data: { order: 'x' } }],
    ['line_items[0][price_data][name]', price({ name: 'x' })],
    ['line_items[0][name]', item({ name: 'x' })],
  ])('%s is unknown', async (param, changes) => {
    expect(await refusalOf(create(changes))).toMatchObject({ code: 'parameter_unknown', param });
  });

  test.each([
    ['parameter_invalid_integer', 'line_items[0][price_data][unit_amount]', price({ unit_amount: 4.5 })],
    ['parameter_invalid_integer', 'line_items[0][price_data][unit_amount]', price({ unit_amount: -1 })],
    ['parameter_invalid_integer', 'line_items[0][quantity]', item({ quantity: 0 })],
    ['parameter_invalid_empty', 'client_reference_id', { client_reference_id: '' }],
    ['url_invalid', 'success_url', { success_url: '/done' }],
    ['url_invalid', 'cancel_url', { cancel_url: 'javascript:alert(1)' }],
    ['email_invalid', 'customer_email', { customer_email: 'nobody' }],
    ['resource_missing', 'customer', { customer: 'cus_none' }],
    ['parameters_exclusive', 'customer', { customer: 'cus_none', customer_email: 'a@b.example' }],
    [
      'parameters_exclusive',
      'allow_promotion_codes',
      { allow_promotion_codes: true, discounts: [{ coupon: 'x' }] },
    ],
    ['amount_too_small', undefined, price({ unit_amount: 49 })],
    [undefined, 'mode', { mode: 'subscription' }],
    [undefined, 'metadata', { metadata: 'order' }],
    [undefined, 'metadata', { metadata: { ['k'.repeat(41)]: 'x' } }],
    [undefined, 'metadata', { metadata: { order: 'x'.repeat(501) } }],
    [undefined, 'line_items', { line_items: { name: 'x' } }],
    [undefined, 'expires_at', { expires_at: inHours(0.4) }],
    [undefined, 'expires_at', { expires_at: inHours(25) }],
    [undefined, 'customer_update', { customer_update: { name: 'auto' } }],
  ])('refused with code %s for %s', async (code, param, changes) => {
    const error = await refusalOf(create(changes));
    expect(error).toMatchObject({ statusCode: 400, type: 'StripeInvalidRequestError' });
    expect([error.code, error.param]).toEqual([code, param]);
  });

  test('a known customer needs leave to be updated where tax is asked about', async () => {
    const { id: customer } = await trial.stripe.customers.create({ email: 'a@b.example' });
    const taxIds = { customer, tax_id_collection: { enabled: true } };
    expect(await refusalOf(create(taxIds))).toMatchObject({ param: 'tax_id_collection' });
    await create({ ...taxIds, customer_update: { name: 'auto' } });
    const tax = { customer, automatic_tax: { enabled: true } };
    expect(await refusalOf(create(tax))).toMatchObject({ code: 'customer_tax_location_invalid' });
    await create({ ...tax, customer_update: { address: 'auto' } });
  });
});

test('a session as the portal asks for it', async () => {
  const session = await trial.begin({
    customer_email: 'halina@kvarnen.example',
    invoice_creation: { enabled: true, invoice_data: { metadata: { order: '1' } } },
    locale: 'en-GB',
  });
  expect(session).toMatchObject({
    object: 'checkout.session',
    status: 'open',
    payment_status: 'unpaid',
    amount_subtotal: 24_900,
    amount_total: 24_900,
    currency: 'eur',
    client_reference_id: 'order-1',
    metadata: { order: '1' },
    payment_intent: null,
    livemode: false,
  });
  expect(session.id).toMatch(/^cs_test_/);
  expect(session.url).toContain(session.id);
  expect(session.line_items).toBeUndefined();
});

test('customers are made, changed, listed and deleted', async () => {
  const { customers } = trial.stripe;
  const made = await customers.create({ email: 'a@kvarnen.example', metadata: { company: '7', old: 'x' } });
  const changed = await customers.update(made.id, { name: 'Kvarnen', metadata: { old: '' } });
  expect(changed).toMatchObject({ name: 'Kvarnen', email: 'a@kvarnen.example', metadata: { company: '7' } });
  expect(changed.metadata).not.toHaveProperty('old');
  const listed = await customers.list({ email: 'a@kvarnen.example' });
  expect(listed.data.map(({ id }) => id)).toEqual([made.id]);
  await customers.del(made.id);
  expect(await customers.retrieve(made.id)).toMatchObject({ deleted: true });
  expect(await refusalOf(customers.update(made.id, { name: 'x' }))).toMatchObject({
    code: 'resource_missing',
  });
});

test('whatever the SDK sends arrives as it was sent', async () => {
  const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
  const key = words.filter((one) => !/[[\]]/.test(one));
  const metadata = fc.dictionary(fc.oneof(key, fc.constant('12')), words, { maxKeys: 5 });
  await fc.assert(
    fc.asyncProperty(words, metadata, async (name, metadata) => {
      const made = await trial.stripe.customers.create({ name, metadata });
      expect([made.name, made.metadata]).toEqual([name, { ...metadata }]);
    }),
    { numRuns: 50 },
  );
});

test('what a session names can be expanded', async () => {
  const bought = await trial.buy({ invoice_creation: { enabled: true } });
  const session = await trial.stripe.checkout.sessions.retrieve(bought.id, {
    expand: [
      'payment_intent.latest_charge.balance_transaction',
      'line_items',
      'invoice.payments',
      'customer',
    ],
  });
  const intent = session.payment_intent as Stripe.PaymentIntent;
  const charge = intent.latest_charge as Stripe.Charge;
  expect(charge).toMatchObject({ object: 'charge', amount: 24_900, paid: true, payment_intent: intent.id });
  expect(charge.balance_transaction).toMatchObject({ amount: 24_900, source: charge.id });
  expect(session.line_items?.data[0]).toMatchObject({
    description: 'Featured, 30 days',
    amount_total: 24_900,
  });
  expect(session.line_items?.data[0]?.price?.unit_amount_decimal?.toString()).toBe('24900');
  expect((session.invoice as Stripe.Invoice).payments?.data[0]?.payment.payment_intent).toBe(intent.id);
  expect(session.customer).toMatchObject({ object: 'customer' });
  const listed = await trial.stripe.checkout.sessions.list({
    payment_intent: intent.id,
    expand: ['data.payment_intent'],
  });
  expect(listed.data[0]?.payment_intent).toMatchObject({ id: intent.id });
  const unknown = trial.stripe.checkout.sessions.retrieve(bought.id, { expand: ['payments'] });
  expect(await refusalOf(unknown)).toMatchObject({ param: 'expand' });
});

test('lists are paged in both directions, newest first', async () => {
  const { customers } = trial.stripe;
  const made: string[] = [];
  for (let n = 0; n < 7; n++) made.unshift((await customers.create({ email: 'page@b.example' })).id);
  const ids = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id);
  const email = 'page@b.example';
  const first = await customers.list({ email, limit: 3 });
  expect([ids(first), first.has_more]).toEqual([made.slice(0, 3), true]);
  const last = await customers.list({ email, limit: 4, starting_after: made[2] });
  expect([ids(last), last.has_more]).toEqual([made.slice(3), false]);
  const newer = await customers.list({ email, limit: 2, ending_before: made[3] });
  expect([ids(newer), newer.has_more]).toEqual([made.slice(1, 3), true]);
  expect(ids({ data: await customers.list({ email, limit: 2 }).autoPagingToArray({ limit: 100 }) })).toEqual(
    made,
  );
  expect(await refusalOf(customers.list({ starting_after: 'cus_none' }))).toMatchObject({
    code: 'resource_missing',
  });
});
