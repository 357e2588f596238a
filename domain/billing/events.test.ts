import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { orderEvent } from '@/db/schema/billing';
import { useCheckouts } from '@/dev/testing/checkouts';
import { useTestDatabase } from '@/dev/testing/database';
import { useTestPayments } from '@/dev/testing/payments';
import { listQueuedMail } from '@/dev/testing/queued-mail';
import { EVENT_TYPES } from './event-types';
import { listOrderEvents } from './queries';
import { reconcileOrders } from './reconcile';
import { receiveEvent } from './webhook';

const test = useTestDatabase();
const stripe = useTestPayments();
const { context, dispute, eventsOf, hear, intentOf, kinds, opened, orderOf, pay, refund, stateOf } =
  useCheckouts(test, stripe);
const TOTAL = 14_900;
const SECRET = 'whsec_test';

describe('an event', () => {
  it('publishes what was paid, once, and is kept with the order', async () => {
    const { offerId, orderId, sessionId } = await opened();
    await pay(sessionId);
    const events = await eventsOf(sessionId);
    const completed = events.find(({ type }) => type === 'checkout.session.completed') as Stripe.Event;
    expect(await hear(completed)).toBe('done');
    expect(await hear(completed)).toBe('repeated');
    expect(await stateOf(offerId)).toBe('live');
    expect(await kinds()).toEqual(['offer-published', 'receipt']);
    expect(await listOrderEvents(test.db, orderId)).toMatchObject([
      { id: completed.id, type: 'checkout.session.completed', at: new Date(completed.created * 1_000) },
    ]);
  });

  it('is asked about, not believed', async () => {
    const { offerId, orderId, sessionId } = await opened();
    const session = await stripe.payments.checkout.sessions.retrieve(sessionId);
    const object = { ...session, status: 'complete', payment_status: 'paid' };
    const invented = { id: 'evt_lie', type: 'checkout.session.completed', created: 1, data: { object } };
    await hear(invented as unknown as Stripe.Event);
    expect(await stateOf(offerId)).toBe('awaiting_payment');
    expect((await orderOf(orderId)).state).toBe('open');
  });

  it('of a type or a portal that is not ours is left', async () => {
    const foreign = await stripe.payments.checkout.sessions.create({
      mode: 'payment',
      success_url: 'https://elsewhere.example',
      client_reference_id: 'theirs',
      line_items: [
        { quantity: 1, price_data: { currency: 'eur', unit_amount: 500, product_data: { name: 'Mug' } } },
      ],
    });
    await pay(foreign.id);
    await refund(foreign.id);
    const events = await eventsOf(foreign.id);
    expect(events.length).toBeGreaterThan(3);
    for (const event of events) expect(await hear(event)).toBe('ignored');
    expect(await test.db.$count(orderEvent)).toBe(0);
  });

  it('of a delayed payment waits for it, and gives the draft back where it fails', async () => {
    for (const outcome of ['succeed', 'fail'] as const) {
      const { offerId, sessionId } = await opened();
      await pay(sessionId, outcome === 'fail' ? 'delay-fail' : 'delay');
      for (const event of await eventsOf(sessionId)) await hear(event);
      expect(await stateOf(offerId)).toBe('awaiting_payment');
      await stripe.control(`sessions/${sessionId}/settle`, { outcome });
      for (const event of await eventsOf(sessionId)) await hear(event);
      expect(await stateOf(offerId)).toBe(outcome === 'fail' ? 'draft' : 'live');
    }
    expect(await kinds()).toEqual(['offer-published', 'payment-failed', 'receipt']);
  });

  it('of a card that was declined changes nothing, and the next one is taken', async () => {
    const { offerId, orderId, sessionId } = await opened();
    await pay(sessionId, 'decline').catch(() => {});
    for (const event of await eventsOf(sessionId)) await hear(event);
    expect((await orderOf(orderId)).state).toBe('open');
    await pay(sessionId);
    for (const event of await eventsOf(sessionId)) await hear(event);
    expect(await stateOf(offerId)).toBe('live');
  });

  it('of a refund or a dispute finds its order, even before the payment is known', async () => {
    const { offerId, orderId, sessionId } = await opened();
    await pay(sessionId);
    const { id } = await dispute(sessionId);
    const [disputed] = (await eventsOf(sessionId)).filter(({ type }) => type === 'charge.dispute.created');
    expect(disputed && (await hear(disputed))).toBe('done');
    expect((await orderOf(orderId)).state).toBe('disputed');
    expect(await stateOf(offerId)).toBe('suspended');
    await stripe.control(`disputes/${id}/close`, { status: 'won' });
    for (const event of await eventsOf(sessionId)) await hear(event);
    expect(await stateOf(offerId)).toBe('live');
    await refund(sessionId, 4_900);
    for (const event of await eventsOf(sessionId)) await hear(event);
    expect(await orderOf(orderId)).toMatchObject({ state: 'partly_refunded', amountRefunded: 4_900 });
    await refund(sessionId);
    for (const event of await eventsOf(sessionId)) await hear(event);
    expect(await orderOf(orderId)).toMatchObject({ state: 'refunded', amountRefunded: TOTAL });
    expect(await stateOf(offerId)).toBe('draft');
  });

  it('brings the invoice', async () => {
    const { orderId, sessionId } = await opened();
    await pay(sessionId);
    for (const event of await eventsOf(sessionId)) await hear(event);
    const types = (await listOrderEvents(test.db, orderId)).map(({ type }) => type);
    expect(types).toContain('invoice.paid');
    expect((await orderOf(orderId)).invoiceUrl).toContain('http');
  });
});

describe('events in any order, repeated and lost', () => {
  const acts = fc.constantFrom('refund some', 'refund all', 'refund fails', 'dispute', 'won', 'lost');

  it('end with what Stripe’s own books say, once the list is read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('pay', 'delay', 'delay-fail', 'expire', 'nothing'),
        fc.array(acts, { maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 12 }),
        async (first, then, heard) => {
          await test.db.execute(sql`truncate stripe_cursor`);
          const { offerId, orderId, sessionId } = await opened();
          if (first === 'expire') await stripe.control(`sessions/${sessionId}/expire`);
          else if (first !== 'nothing') await pay(sessionId, first);
          if (first.startsWith('delay')) await stripe.control(`sessions/${sessionId}/settle`);
          let disputeId = '';
          let refundId = '';
          const noted = ({ id }: { id: string }) => {
            refundId = id;
          };
          if (first === 'pay' || first === 'delay') {
            // Some of it Stripe refuses, such as more refunds than there is money.
            for (const act of then) {
              if (act === 'refund some') await refund(sessionId, 1_000).then(noted, () => {});
              if (act === 'refund all') await refund(sessionId).then(noted, () => {});
              if (act === 'refund fails')
                await stripe.control(`refunds/${refundId}/settle`, { outcome: 'fail' }).catch(() => {});
              if (act === 'dispute')
                await dispute(sessionId)
                  .then(({ id }) => (disputeId = id))
                  .catch(() => {});
              if (act === 'won' || act === 'lost')
                await stripe.control(`disputes/${disputeId}/close`, { status: act }).catch(() => {});
            }
          }
          const events = await eventsOf(sessionId);
          for (const [n] of heard) {
            const event = events[n % events.length];
            if (event) await hear(event);
          }
          await reconcileOrders(test.db, stripe.payments, context(20));

          const ledger = stripe.sandbox.ledger();
          const session = ledger.sessions.find(({ id }) => id === sessionId);
          const intent = await intentOf(sessionId);
          const charge = ledger.charges.find((one) => one.payment_intent === intent && one.paid);
          const disputes = ledger.disputes.filter((one) => one.payment_intent === intent);
          const order = await orderOf(orderId);
          expect(order.amountRefunded).toBe(charge?.amount_refunded ?? 0);
          expect(order.amountTotal).toBe(session?.payment_status === 'paid' ? TOTAL : null);
          const listed = (await stateOf(offerId)) === 'live';
          const kept =
            session?.payment_status === 'paid' &&
            charge?.amount_refunded !== TOTAL &&
            disputes.every(({ status }) => status === 'won');
          expect([order.state, listed]).toEqual([order.state, kept]);
          const receipts = (await listQueuedMail(test.db)).filter(
            ({ mail }) => mail.kind === 'receipt' && mail.url === `/employer/orders/${orderId}`,
          );
          expect(receipts.length).toBeLessThanOrEqual(1);
          if (kept) expect(receipts).toHaveLength(1);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('the webhook', () => {
  const receive = (body: string, signature: string | null) =>
    receiveEvent(test.db, stripe.payments, { body: Buffer.from(body), signature, secret: SECRET }, context());
  const sign = (payload: string, secret = SECRET, timestamp?: number) =>
    stripe.payments.webhooks.generateTestHeaderString({ payload, secret, timestamp });

  async function aPayment() {
    const { offerId, sessionId } = await opened();
    await pay(sessionId);
    const [completed] = (await eventsOf(sessionId)).filter(
      ({ type }) => type === 'checkout.session.completed',
    );
    return { offerId, payload: JSON.stringify(completed) };
  }

  it('does what Stripe has signed', async () => {
    const { offerId, payload } = await aPayment();
    expect(await receive(payload, sign(payload))).toMatchObject({ handled: 'done' });
    expect(await stateOf(offerId)).toBe('live');
    expect(await receive(payload, sign(payload))).toMatchObject({ handled: 'repeated' });
  });

  it('changes nothing for a signature that is missing, wrong, old, or of other words', async () => {
    const { offerId, payload } = await aPayment();
    const tenMinutesAgo = Math.floor(Date.now() / 1_000) - 600;
    const tries: [string, string | null][] = [
      [payload, null],
      [payload, ''],
      [payload, 't=1,v1=ab'],
      [payload, sign(payload, 'whsec_another')],
      [payload, sign(payload, SECRET, tenMinutesAgo)],
      [payload.replace('paid', 'paid '), sign(payload)],
      ['', sign(payload)],
    ];
    for (const [body, signature] of tries)
      await expect(receive(body, signature)).rejects.toMatchObject({ code: 'bad_signature' });
    expect(await stateOf(offerId)).toBe('awaiting_payment');
    expect(await test.db.$count(orderEvent)).toBe(0);
  });

  it('passes over types that it does not know', async () => {
    const payload = JSON.stringify({
      id: 'evt_1',
      object: 'event',
      type: 'customer.created',
      data: { object: {} },
    });
    expect(await receive(payload, sign(payload))).toMatchObject({ handled: 'ignored' });
    expect(EVENT_TYPES).not.toContain('customer.created');
  });
});
