import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { refusalOf, useSandbox } from './testing';

const trial = useSandbox();

async function buy(): Promise<{ payment_intent: string; charge: () => Promise<Stripe.Charge> }> {
  const session = await trial.buy();
  const payment_intent = String(session.payment_intent);
  return {
    payment_intent,
    charge: async () => {
      const { data } = await trial.stripe.charges.list({ payment_intent, expand: ['data.refunds'] });
      if (!data[0]) throw new Error('no charge');
      return data[0];
    },
  };
}

const eventsOf = (id: string) =>
  trial.sandbox
    .ledger()
    .events.filter(({ data }) => (data.object as { id: string }).id === id)
    .map(({ type }) => type);

describe('refunds', () => {
  test('in parts, until nothing is left', async () => {
    const { payment_intent, charge } = await buy();
    const part = await trial.stripe.refunds.create({
      payment_intent,
      amount: 10_000,
      reason: 'requested_by_customer',
      metadata: { order: '1' },
    });
    expect(part).toMatchObject({
      amount: 10_000,
      status: 'succeeded',
      metadata: { order: '1' },
      payment_intent,
    });
    expect(await charge()).toMatchObject({ amount_refunded: 10_000, refunded: false });

    const tooMuch = trial.stripe.refunds.create({ payment_intent, amount: 14_901 });
    const error = await refusalOf(tooMuch);
    expect(error).toMatchObject({ statusCode: 400, param: 'amount' });
    expect(error.message).toContain('greater than unrefunded amount on charge');

    const rest = await trial.stripe.refunds.create({ payment_intent });
    expect(rest.amount).toBe(14_900);
    const refunded = await charge();
    expect(refunded).toMatchObject({ amount_refunded: 24_900, refunded: true });
    expect(refunded.refunds?.data.map(({ id }) => id)).toEqual([part.id, rest.id]);
    const once = refusalOf(trial.stripe.refunds.create({ payment_intent }));
    expect(await once).toMatchObject({ code: 'charge_already_refunded' });

    const listed = await trial.stripe.refunds.list({ payment_intent });
    expect(listed.data.map(({ id }) => id)).toEqual([rest.id, part.id]);
    const moved = await trial.stripe.balanceTransactions.list({ source: rest.id });
    expect(moved.data[0]).toMatchObject({ amount: -14_900, type: 'refund' });
    expect(eventsOf(rest.id)).toEqual(['refund.created']);
    expect(eventsOf(refunded.id)).toEqual(['charge.succeeded', 'charge.refunded', 'charge.refunded']);
  });

  test('the event holds the charge as it was then', async () => {
    const { payment_intent, charge } = await buy();
    for (const amount of [1, 2]) await trial.stripe.refunds.create({ payment_intent, amount });
    const { id } = await charge();
    const { data } = await trial.stripe.events.list({ type: 'charge.refunded', limit: 2 });
    const amounts = data.map((event) => {
      if (event.type !== 'charge.refunded') throw new Error('another type was asked for');
      expect(event.data.object.id).toBe(id);
      return [event.data.previous_attributes?.amount_refunded, event.data.object.amount_refunded];
    });
    expect(amounts).toEqual([
      [1, 3],
      [0, 1],
    ]);
  });

  test('what was never paid is not given back', async () => {
    const { stripe } = trial;
    expect(await refusalOf(stripe.refunds.create({}))).toMatchObject({ code: 'parameter_missing' });
    const nobody = stripe.refunds.create({ payment_intent: 'pi_none' });
    expect(await refusalOf(nobody)).toMatchObject({ code: 'resource_missing', statusCode: 400 });
    const { id } = await trial.begin();
    await trial.control(`sessions/${id}/pay`, { outcome: 'decline' });
    const { payment_intent } = await stripe.checkout.sessions.retrieve(id);
    const declined = stripe.refunds.create({ payment_intent: String(payment_intent) });
    expect(await refusalOf(declined)).toMatchObject({ code: 'payment_intent_unexpected_state' });
  });

  test("made in Stripe's dashboard, it is seen like any other", async () => {
    const { payment_intent, charge } = await buy();
    const refund = await trial.control('refunds', { payment_intent, amount: 900 });
    expect(await trial.stripe.refunds.retrieve(String(refund.id))).toMatchObject({ amount: 900 });
    expect((await charge()).amount_refunded).toBe(900);
  });

  test('of a bank debit, it arrives later', async () => {
    const { id } = await trial.begin();
    await trial.control(`sessions/${id}/pay`, { outcome: 'delay' });
    await trial.control(`sessions/${id}/settle`);
    const { payment_intent } = await trial.stripe.checkout.sessions.retrieve(id);
    const refund = await trial.stripe.refunds.create({ payment_intent: String(payment_intent) });
    expect(refund.status).toBe('pending');
    await trial.control(`refunds/${refund.id}/settle`, { outcome: 'succeed' });
    expect((await trial.stripe.refunds.retrieve(refund.id)).status).toBe('succeeded');
    expect(eventsOf(refund.id)).toEqual(['refund.created', 'refund.updated', 'charge.refund.updated']);
  });

  test('one that the bank sends back is as if it had not been', async () => {
    const { payment_intent, charge } = await buy();
    const refund = await trial.stripe.refunds.create({ payment_intent });
    await trial.control(`refunds/${refund.id}/settle`, { outcome: 'fail' });
    expect((await trial.stripe.refunds.retrieve(refund.id)).status).toBe('failed');
    expect(await charge()).toMatchObject({ amount_refunded: 0, refunded: false });
    expect(eventsOf(refund.id)).toContain('refund.failed');
  });
});

describe('disputes', () => {
  test.each([
    ['won', 24_900],
    ['lost', 0],
  ] as const)('%s: %i is ours in the end', async (status, ours) => {
    const { payment_intent, charge } = await buy();
    const { id } = await trial.control('disputes', { payment_intent, reason: 'product_not_received' });
    const dispute = await trial.stripe.disputes.retrieve(String(id));
    expect(dispute).toMatchObject({
      status: 'needs_response',
      amount: 24_900,
      reason: 'product_not_received',
    });
    expect((await charge()).disputed).toBe(true);
    const refused = refusalOf(trial.stripe.refunds.create({ payment_intent }));
    expect(await refused).toMatchObject({ code: 'charge_disputed' });

    await trial.control(`disputes/${id}/close`, { status });
    const closed = await trial.stripe.disputes.retrieve(String(id));
    expect(closed.status).toBe(status);
    const moved = closed.balance_transactions.reduce((sum, { amount }) => sum + amount, 24_900);
    expect(moved).toBe(ours);
    expect(eventsOf(String(id))).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.closed',
      ...(status === 'won' ? ['charge.dispute.funds_reinstated'] : []),
    ]);
    const again = await trial.control(`disputes/${id}/close`, { status: 'lost' });
    expect(again).toHaveProperty('error');
  });

  test('given up through the API, it is lost', async () => {
    const { payment_intent } = await buy();
    const { id } = await trial.control('disputes', { payment_intent });
    expect((await trial.stripe.disputes.close(String(id))).status).toBe('lost');
    const { data } = await trial.stripe.disputes.list({ payment_intent });
    expect(data.map((one) => one.id)).toEqual([id]);
  });
});

test('the dashboard page shows payments, and does what can be done about them', async () => {
  const { charge, payment_intent } = await buy();
  const { id } = await charge();
  const refunded = await trial.post('/', { deed: 'refund', id, amount: '49,00' });
  expect(refunded.status).toBe(303);
  expect(await charge()).toMatchObject({ amount_refunded: 4_900 });
  const refused = await trial.post('/', { deed: 'refund', id, amount: '1 000' });
  expect(await refused.text()).toContain('greater than unrefunded amount');
  await trial.post('/', { deed: 'dispute', id });
  const page = await (await fetch(trial.sandbox.url)).text();
  expect(page).toContain('partly refunded, dispute needs response');
  const { data } = await trial.stripe.disputes.list({ payment_intent });
  await trial.post('/', { deed: 'win', id: String(data[0]?.id) });
  expect((await trial.stripe.disputes.list({ payment_intent })).data[0]?.status).toBe('won');
});
