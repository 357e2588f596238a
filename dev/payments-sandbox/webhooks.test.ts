import { createServer, type Server } from 'node:http';
import Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf, useSandbox } from './testing';

const SECRET = 'whsec_of_the_test';
const trial = useSandbox();

type Heard = { body: string; signature: string; event: Stripe.Event };
let heard: Heard[] = [];
let answers: number[] = [];
let portal: Server;
let url = '';

beforeAll(async () => {
  portal = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const signature = String(request.headers['stripe-signature']);
    heard.push({ body, signature, event: Stripe.webhooks.constructEvent(body, signature, SECRET) });
    response.writeHead(answers.shift() ?? 200).end();
  });
  await new Promise<void>((ready) => portal.listen(0, '127.0.0.1', ready));
  const address = portal.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api/stripe/webhook`;
  await trial.control('webhook', { url, secret: SECRET });
});
afterAll(() => new Promise((done) => portal.close(done)));
afterEach(async () => {
  answers = [];
  await trial.control('faults', {});
  await trial.sandbox.idle();
  heard = [];
});

/** What the portal hears of one session that is bought. */
async function buyAndListen() {
  const session = await trial.buy();
  await trial.sandbox.idle();
  return { session, types: heard.map(({ event }) => event.type) };
}
const deliveriesOf = (event: string) =>
  trial.sandbox
    .ledger()
    .deliveries.filter((delivery) => delivery.event === event)
    .map(({ outcome, status }) => [outcome, status]);

describe('signatures', () => {
  test('what arrives is signed, and is the event that the API lists', async () => {
    const { session, types } = await buyAndListen();
    expect([...types].sort()).toEqual([
      'charge.succeeded',
      'checkout.session.completed',
      'payment_intent.created',
      'payment_intent.succeeded',
    ]);
    const completed = heard.find(({ event }) => event.type === 'checkout.session.completed');
    expect(completed?.event.data.object).toMatchObject({ id: session.id, payment_status: 'paid' });
    const listed = await trial.stripe.events.retrieve(String(completed?.event.id));
    expect(listed).toMatchObject({ pending_webhooks: 0, data: { object: { id: session.id } } });
  });

  test('altered, old or foreign ones are refused', async () => {
    await buyAndListen();
    const { body, signature } = heard[0] as Heard;
    const { webhooks } = trial.stripe;
    expect(webhooks.constructEvent(body, signature, SECRET)).toHaveProperty('id');
    const altered = body.replace('"amount": 24900', '"amount": 1');
    expect(altered).not.toBe(body);
    const { StripeSignatureVerificationError } = Stripe.errors;
    for (const attempt of [
      () => webhooks.constructEvent(altered, signature, SECRET),
      () => webhooks.constructEvent(body, signature, 'whsec_other'),
      () => webhooks.constructEvent(body, '', SECRET),
      () => webhooks.constructEvent(body, signature, SECRET, 300, undefined, Date.now() + 301_000),
    ]) {
      expect(attempt).toThrow(StripeSignatureVerificationError);
    }
  });
});

describe('delivery', () => {
  test('what the portal refuses is brought again until it takes it', async () => {
    await trial.control('webhook', { url, secret: SECRET, events: ['checkout.session.completed'] });
    answers = [500, 503, 400];
    await buyAndListen();
    expect(heard).toHaveLength(4);
    const ids = new Set(heard.map(({ event }) => event.id));
    expect(ids.size).toBe(1);
    expect(deliveriesOf([...ids][0] ?? '')).toEqual([
      ['refused', 500],
      ['refused', 503],
      ['refused', 400],
      ['delivered', 200],
    ]);
    await trial.control('webhook', { url, secret: SECRET });
  });

  test('a portal that is away hears of it once it is back', async () => {
    await trial.control('webhook', { url: 'http://127.0.0.1:9', secret: SECRET });
    const { id } = await trial.buy();
    // The unused port refuses at once, so the first attempts are over by now.
    await trial.control('webhook', { url, secret: SECRET });
    await trial.sandbox.idle();
    const completed = heard.filter(({ event }) => event.type === 'checkout.session.completed');
    expect(completed.map(({ event }) => (event.data.object as { id: string }).id)).toEqual([id]);
  });

  test('with nowhere to go, events are listed all the same, and not brought later', async () => {
    await trial.control('webhook', {});
    const { session, types } = await buyAndListen();
    expect(types).toEqual([]);
    const { data } = await trial.stripe.events.list({ types: ['checkout.session.completed'], limit: 1 });
    expect(data[0]?.data.object).toMatchObject({ id: session.id });
    await trial.control('webhook', { url, secret: SECRET });
    await trial.sandbox.idle();
    expect(heard).toEqual([]);
  });
});

describe('faults', () => {
  test('each event three times', async () => {
    await trial.control('faults', { copies: 3 });
    const { types } = await buyAndListen();
    expect(types).toHaveLength(12);
    expect(new Set(heard.map(({ event }) => event.id)).size).toBe(4);
  });

  test('in another order than they came about, but all of them', async () => {
    await trial.control('faults', { reorder: 50, seed: 5 });
    await Promise.all([trial.buy(), trial.buy(), trial.buy()]);
    await trial.sandbox.idle();
    const listed = trial.sandbox
      .ledger()
      .events.slice(-12)
      .map(({ id }) => id);
    const arrived = heard.map(({ event }) => event.id);
    expect([...arrived].sort()).toEqual([...listed].sort());
    expect(arrived).not.toEqual(listed);
  });

  test('some are late', async () => {
    await trial.control('faults', { delay: [100, 150] });
    await trial.buy();
    expect(heard).toEqual([]);
    await trial.sandbox.idle();
    expect(heard).toHaveLength(4);
  });

  test('a share is never delivered, until all is sent again', async () => {
    await trial.control('faults', { drop: 0.5, seed: 7 });
    for (let n = 0; n < 10; n++) await trial.buy();
    await trial.sandbox.idle();
    expect(heard.length).toBeGreaterThan(5);
    expect(heard.length).toBeLessThan(35);
    const dropped = trial.sandbox.ledger().deliveries.filter(({ outcome }) => outcome === 'dropped');
    expect(heard.length + dropped.length).toBe(40);
    const listed = await trial.stripe.events.list({ delivery_success: false, limit: 100 });
    expect(listed.data.map(({ id }) => id).sort()).toEqual(dropped.map(({ event }) => event).sort());

    const { resent } = await trial.control('webhook/resend', {});
    expect(resent).toBe(dropped.length);
    await trial.sandbox.idle();
    expect(heard).toHaveLength(40);
  });

  test('the same seed makes the same accidents', async () => {
    const run = async () => {
      await trial.control('faults', { drop: 0.5, seed: 11 });
      for (let n = 0; n < 5; n++) await trial.buy();
      await trial.sandbox.idle();
      return heard.splice(0).map(({ event }) => event.type);
    };
    expect(await run()).toEqual(await run());
  });

  test('what nobody knows is refused', async () => {
    expect(await trial.control('faults', { dropped: 1 })).toHaveProperty('error');
    expect(await trial.control('faults', { drop: 2 })).toHaveProperty('error');
    expect(await trial.control('nothing', {})).toHaveProperty('error');
  });
});

describe('events', () => {
  test('newest first, by type, and walked from a cursor', async () => {
    const from = trial.sandbox.ledger().events.at(-1)?.id ?? '';
    const bought = [await trial.buy(), await trial.buy(), await trial.buy()];
    const { stripe } = trial;
    const types = ['checkout.session.completed', 'charge.succeeded'];
    const listed = await stripe.events.list({ types, limit: 100, ending_before: from });
    expect(listed.data).toHaveLength(6);
    expect(listed.has_more).toBe(false);
    const sessions = listed.data.flatMap((event) =>
      event.type === 'checkout.session.completed' ? [event.data.object.id] : [],
    );
    expect(sessions).toEqual(bought.map(({ id }) => id).reverse());

    // As a reconciliation walks: page by page towards the newest.
    const walked: string[] = [];
    for (let cursor = from; ; ) {
      const page = await stripe.events.list({ ending_before: cursor, limit: 5 });
      walked.push(...page.data.map(({ id }) => id).reverse());
      cursor = page.data[0]?.id ?? cursor;
      if (!page.has_more) break;
    }
    const all = trial.sandbox.ledger().events.map(({ id }) => id);
    expect(walked).toEqual(all.slice(all.indexOf(from) + 1));

    const wild = await stripe.events.list({ type: 'payment_intent.*', ending_before: from });
    expect(new Set(wild.data.map(({ type }) => type))).toEqual(
      new Set(['payment_intent.created', 'payment_intent.succeeded']),
    );
    const both = stripe.events.list({ type: 'charge.succeeded', types });
    expect(await refusalOf(both)).toMatchObject({ code: 'parameters_exclusive' });
    const later = Math.floor(Date.now() / 1000) + 60;
    expect((await stripe.events.list({ created: { gte: later } })).data).toEqual([]);
  });

  test('name the request that caused them', async () => {
    const customer = await trial.stripe.customers.create({}, { idempotencyKey: 'named' });
    const { data } = await trial.stripe.events.list({ type: 'customer.created', limit: 1 });
    expect(data[0]?.request).toEqual({ id: customer.lastResponse.requestId, idempotency_key: 'named' });
    const { id } = await trial.begin();
    await trial.post(`/pay/${id}`, { outcome: 'pay', email: 'a@b.example' });
    const paid = await trial.stripe.events.list({ type: 'checkout.session.completed', limit: 1 });
    expect(paid.data[0]?.request).toBeNull();
  });
});
