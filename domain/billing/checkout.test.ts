import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq, sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '@/db/client';
import { createCompany, createMember, createOffer } from '@/db/factories';
import { plan, planOrder, stripeCustomer } from '@/db/schema/billing';
import { offer } from '@/db/schema/offers';
import { useTestDatabase } from '@/dev/testing/database';
import { useTestPayments } from '@/dev/testing/payments';
import { dropQueuedMail } from '@/dev/testing/queued-mail';
import type { CompanyId } from '@/domain/companies/input';
import { publishOffer } from '@/domain/offers/lifecycle';
import { writeSetting } from '@/domain/settings/settings';
import { createPayments } from '@/lib/payments';
import { cancelCheckout, startCheckout } from './checkout';
import { changePlan, listPlans } from './plans';
import { findReturningOrder } from './queries';

const test = useTestDatabase();
const stripe = useTestPayments();
const context = () => ({ now: new Date(), operatorEmail: undefined });

let companyId: CompanyId;
let offerId: number;

beforeEach(async () => {
  await test.db.execute(sql`truncate offer, company, app_user, event, setting, plan_order cascade`);
  await dropQueuedMail(test.db);
  stripe.sandbox.setFaults({});
  companyId = (await createCompany(test.db, { name: 'Kvarnen' })).id as CompanyId;
  await createMember(test.db, companyId, 'owner', { id: 'anna', email: 'anna@kvarnen.example' });
  offerId = await aDraft();
});

async function aDraft(): Promise<number> {
  const draft = await createOffer(test.db, { companyId, state: 'draft', postedBy: 'anna' });
  await test.db.update(offer).set({ publishedAt: null, expiresAt: null }).where(eq(offer.id, draft.id));
  return draft.id;
}

type Wish = { id?: number | null; as?: CompanyId; db?: typeof test.db; now?: Date; payments?: Stripe };

function start(planCode = 'basic', wish: Wish = {}) {
  const { id = offerId, as = companyId, db = test.db, now = new Date(), payments = stripe.payments } = wish;
  const urls = (orderId: number) => ({
    success: `https://jobs.example/employer/orders/${orderId}?session={CHECKOUT_SESSION_ID}`,
    cancel: `https://jobs.example/employer/orders/${orderId}`,
  });
  const user = { id: 'anna', email: 'anna@kvarnen.example' };
  const input = { companyId: as, offerId: id, planCode, user, urls };
  return startCheckout(db, payments, input, { now, operatorEmail: undefined });
}

async function payable(planCode?: string, wish?: Wish) {
  const checkout = await start(planCode, wish);
  if (checkout?.kind !== 'payable') throw new Error(`not payable: ${checkout?.kind}`);
  return checkout;
}

async function orderOf(id: number) {
  const [row] = await test.db.select().from(planOrder).where(eq(planOrder.id, id));
  if (!row) throw new Error(`no order ${id}`);
  return row;
}

const sessionOf = async (orderId: number) => (await orderOf(orderId)).sessionId ?? '';
const pay = async (orderId: number, outcome = 'pay') =>
  stripe.control(`sessions/${await sessionOf(orderId)}/pay`, { outcome });
const stateOf = async (id = offerId) =>
  (await test.db.select({ state: offer.state }).from(offer).where(eq(offer.id, id)))[0]?.state;
/** Of this test's company. */
async function sessions() {
  const [customer] = await test.db.select().from(stripeCustomer);
  return stripe.sandbox.ledger().sessions.filter((one) => one.customer === customer?.customerId);
}
const openSessions = async () => (await sessions()).filter(({ status }) => status === 'open');

describe('startCheckout', () => {
  it('opens a page at Stripe for the price of the table', async () => {
    const { orderId, url } = await payable('featured');
    const order = await orderOf(orderId);
    expect(order).toMatchObject({
      state: 'open',
      purpose: 'publication',
      offerId,
      userId: 'anna',
      planName: 'Featured',
      price: 24_900,
      currency: 'EUR',
      days: 30,
      checkoutUrl: url,
    });
    expect(await stateOf()).toBe('awaiting_payment');
    const [session] = await sessions();
    expect(session).toMatchObject({
      id: order.sessionId,
      url,
      mode: 'payment',
      amount_total: 24_900,
      currency: 'eur',
      client_reference_id: order.reference,
      metadata: { order: order.reference },
      invoice_creation: { enabled: true, invoice_data: { metadata: { order: order.reference } } },
      tax_id_collection: { enabled: true },
      automatic_tax: { enabled: false },
      allow_promotion_codes: false,
      success_url: `https://jobs.example/employer/orders/${orderId}?session={CHECKOUT_SESSION_ID}`,
    });
    const minutes = ((session?.expires_at ?? 0) * 1_000 - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(30);
    expect(minutes).toBeLessThanOrEqual(31.1);
  });

  it('takes tax and promotion codes as the settings say', async () => {
    await writeSetting(test.db, 'automaticTax', true, new Date());
    await writeSetting(test.db, 'promotionCodes', true, new Date());
    await payable();
    expect(await sessions()).toMatchObject([
      { automatic_tax: { enabled: true }, allow_promotion_codes: true },
    ]);
  });

  it('resolves to the same page when it is asked for again, whatever the price has become', async () => {
    const first = await payable();
    const before = (await listPlans(test.db)).find(({ code }) => code === 'basic');
    await changePlan(
      test.db,
      'basic',
      { price: 1, days: 1, name: 'Less' },
      { ...context(), actor: 'user:op' },
    );
    expect(await payable()).toEqual(first);
    await pay(first.orderId);
    await findReturningOrder(
      test.db,
      stripe.payments,
      { companyId, sessionId: await sessionOf(first.orderId) },
      context(),
    );
    expect(await orderOf(first.orderId)).toMatchObject({
      price: 14_900,
      planName: 'Basic',
      amountTotal: 14_900,
    });
    const [live] = await test.db.select().from(offer).where(eq(offer.id, offerId));
    expect((live?.expiresAt?.getTime() ?? 0) - (live?.publishedAt?.getTime() ?? 0)).toBe(30 * 86_400_000);
    const { price, days, name } = before ?? { price: 0, days: 0, name: '' };
    await test.db.update(plan).set({ price, days, name }).where(eq(plan.code, 'basic'));
  });

  it('opens one page, however many ask at the same moment', async () => {
    stripe.sandbox.setFaults({ apiDelay: [20, 60] });
    const others = await Promise.all([0, 1, 2].map(() => connect(test.url, { max: 2 })));
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, n) => payable('basic', { db: others[n % 3]?.db })),
    );
    await Promise.all(others.map(({ close }) => close()));
    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
    expect(await openSessions()).toHaveLength(1);
    expect(await test.db.$count(planOrder)).toBe(1);
  });

  it('closes the page of another plan for the same publication', async () => {
    const basic = await payable('basic');
    const featured = await payable('featured');
    expect(featured.orderId).not.toBe(basic.orderId);
    expect(await orderOf(basic.orderId)).toMatchObject({ state: 'expired' });
    expect((await openSessions()).map(({ id }) => id)).toEqual([await sessionOf(featured.orderId)]);
    expect(await stateOf()).toBe('awaiting_payment');
  });

  it('lets an extra be paid for beside another', async () => {
    const live = (await createOffer(test.db, { companyId })).id;
    await payable('extra-30-days', { id: live });
    await payable('upgrade', { id: live });
    await payable('pack-of-five', { id: null });
    expect(await openSessions()).toHaveLength(3);
    expect(await stateOf(live)).toBe('live');
  });

  it('opens another once the first has run out, or is about to', async () => {
    const first = await payable();
    await stripe.control(`sessions/${await sessionOf(first.orderId)}/expire`);
    const second = await payable();
    const third = await payable('basic', { now: new Date(Date.now() + 30.5 * 60_000) });
    expect((await orderOf(first.orderId)).state).toBe('expired');
    expect((await orderOf(second.orderId)).state).toBe('expired');
    expect((await openSessions()).map(({ url }) => url)).toEqual([third.url]);
    expect(await stateOf()).toBe('awaiting_payment');
  });

  it('says so where the first is paid, or on its way, though no webhook told', async () => {
    const { orderId } = await payable();
    await pay(orderId, 'delay');
    expect(await start()).toEqual({ kind: 'processing', orderId });
    await stripe.control(`sessions/${await sessionOf(orderId)}/settle`, { outcome: 'succeed' });
    expect(await start()).toEqual({ kind: 'paid', orderId });
    expect(await stateOf()).toBe('live');
    await expect(start()).rejects.toMatchObject({ code: 'not_for_sale' });
  });

  it('sells nothing for the offers of another company', async () => {
    const theirs = (await createCompany(test.db)).id as CompanyId;
    expect(await start('basic', { as: theirs })).toBeNull();
    expect(await start('basic', { id: 999_999 })).toBeNull();
    expect(await stateOf()).toBe('draft');
    expect(await test.db.$count(planOrder)).toBe(0);
  });

  it('sells what there is, for what can use it', async () => {
    await expect(start('no-such-plan')).rejects.toMatchObject({ code: 'no_such_plan' });
    await expect(start('pack-of-five')).rejects.toMatchObject({ code: 'no_such_plan' });
    await expect(start('basic', { id: null })).rejects.toMatchObject({ code: 'no_such_plan' });
    await expect(start('upgrade')).rejects.toMatchObject({ code: 'not_for_sale' });
    await test.db.update(plan).set({ active: false }).where(eq(plan.code, 'basic'));
    await expect(start('basic')).rejects.toMatchObject({ code: 'no_such_plan' });
    await test.db.update(plan).set({ active: true }).where(eq(plan.code, 'basic'));
    expect(await test.db.$count(planOrder)).toBe(0);
  });

  it('sells no days to an offer that closes before those it has, by its employer’s own date', async () => {
    const inDays = (n: number) => new Date(Date.now() + n * 86_400_000);
    const own = { companyId, closesAt: inDays(-1), expiresAt: inDays(5) };
    const live = await createOffer(test.db, { ...own, closesAt: inDays(3) });
    const closed = await createOffer(test.db, { ...own, state: 'expired' });
    for (const { id } of [live, closed])
      await expect(start('extra-30-days', { id })).rejects.toMatchObject({ code: 'not_for_sale' });
    await test.db
      .update(offer)
      .set({ closesAt: inDays(50) })
      .where(eq(offer.id, live.id));
    await test.db
      .update(offer)
      .set({ expiresAt: inDays(0) })
      .where(eq(offer.id, closed.id));
    for (const { id } of [live, closed])
      expect(await start('extra-30-days', { id })).toMatchObject({ kind: 'payable' });
  });

  it('closes the page of an offer that was given away meanwhile', async () => {
    const { orderId } = await payable();
    await publishOffer(test.db, offerId, { ...context(), actor: 'user:op', days: 30 });
    await expect(start()).rejects.toMatchObject({ code: 'not_for_sale' });
    expect((await orderOf(orderId)).state).toBe('expired');
    expect(await openSessions()).toHaveLength(0);
    expect(await stateOf()).toBe('live');
  });

  it('keeps a company’s customer, and makes another where Stripe has lost it', async () => {
    await payable();
    await payable('basic', { id: await aDraft() });
    const [customer] = await test.db.select().from(stripeCustomer);
    expect(await sessions()).toHaveLength(2);
    await test.db.update(stripeCustomer).set({ customerId: 'cus_gone' });
    await payable('basic', { id: await aDraft() });
    const [again] = await test.db.select().from(stripeCustomer);
    expect([customer?.customerId, 'cus_gone']).not.toContain(again?.customerId);
    expect(await openSessions()).toHaveLength(1);
  });

  it('leaves a trace where Stripe’s answer is lost, and goes on from there', async () => {
    await payable('basic', { id: await aDraft() });
    const before = (await sessions()).length;
    stripe.sandbox.setFaults({ apiCut: 1 });
    await expect(start()).rejects.toThrow();
    expect(await stateOf()).toBe('awaiting_payment');
    expect((await sessions()).length).toBe(before + 1);
    stripe.sandbox.setFaults({});
    await payable();
    expect((await sessions()).length).toBe(before + 1);
    expect(await test.db.$count(planOrder)).toBe(2);
  });
});

describe('Stripe failing', () => {
  it('is asked under another key the next time: it would repeat its fault under the same', async () => {
    await payable('basic', { id: await aDraft() });
    const failing = createServer((_, response) => {
      const error = { message: 'We are having trouble.', type: 'api_error' };
      response.writeHead(500, { 'stripe-should-retry': 'false' }).end(JSON.stringify({ error }));
    });
    await new Promise<void>((done) => failing.listen(0, '127.0.0.1', done));
    const { port } = failing.address() as AddressInfo;
    const down = createPayments({ secretKey: 'sk_test_x', sandboxUrl: `http://127.0.0.1:${port}` });
    await expect(start('basic', { payments: down })).rejects.toThrow('having trouble');
    await new Promise((done) => failing.close(done));
    const [order] = await test.db.select().from(planOrder).where(eq(planOrder.offerId, offerId));
    expect(order).toMatchObject({ state: 'open', sessionId: null, attempt: 2 });
    expect((await payable()).orderId).toBe(order?.id);
  });
});

describe('cancelCheckout', () => {
  const cancel = (orderId: number, as = companyId) =>
    cancelCheckout(test.db, stripe.payments, { companyId: as, orderId }, context());

  it('closes the page and gives the draft back', async () => {
    const { orderId } = await payable();
    expect(await cancel(orderId)).toBe('expired');
    expect(await stateOf()).toBe('draft');
    await expect(pay(orderId)).rejects.toThrow();
    expect(await cancel(orderId)).toBe('expired');
    expect((await payable()).orderId).not.toBe(orderId);
  });

  it('does not give up what is paid', async () => {
    const { orderId } = await payable();
    await pay(orderId);
    expect(await cancel(orderId)).toBe('paid');
    expect(await stateOf()).toBe('live');
  });

  it('leaves the orders of others alone', async () => {
    const { orderId } = await payable();
    expect(await cancel(orderId, (await createCompany(test.db)).id as CompanyId)).toBeNull();
    expect((await orderOf(orderId)).state).toBe('open');
  });
});

describe('findReturningOrder', () => {
  const back = (sessionId: string, as = companyId) =>
    findReturningOrder(test.db, stripe.payments, { companyId: as, sessionId }, context());

  it('publishes what was paid though no webhook came', async () => {
    const { orderId } = await payable();
    await pay(orderId);
    const sessionId = await sessionOf(orderId);
    expect(await back(sessionId)).toMatchObject({
      id: orderId,
      state: 'paid',
      outcome: 'published',
      offerState: 'live',
      invoiceUrl: expect.stringContaining('http'),
      receiptUrl: expect.stringContaining('http'),
    });
    expect(await back(sessionId)).toMatchObject({ state: 'paid' });
  });

  it('shows an order that is not paid yet, and none of another company', async () => {
    const { orderId } = await payable();
    const sessionId = await sessionOf(orderId);
    expect(await back(sessionId)).toMatchObject({ state: 'open' });
    expect(await back(sessionId, (await createCompany(test.db)).id as CompanyId)).toBeNull();
    expect(await back('cs_made_up')).toBeNull();
  });
});
