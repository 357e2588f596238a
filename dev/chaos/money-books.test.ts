import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { createCompany, createMember, createOffer, createOrder } from '@/db/factories';
import { planOrder } from '@/db/schema/billing';
import { offer } from '@/db/schema/offers';
import { queueMail } from '@/domain/mail/commands';
import { useTestDatabase } from '../testing/database';
import { BUYERS_SLUG, openBooks, readBooks } from './money-books';

const test = useTestDatabase();

let companyId: number;

beforeAll(() => openBooks(test.sql));

beforeEach(async () => {
  await test.db.execute(sql`truncate plan_order, credit_entry, offer, company, app_user, event, books.mail,
    books.checkout cascade`);
  companyId = (await createCompany(test.db, { slug: `${BUYERS_SLUG}1` })).id;
  await createMember(test.db, companyId, 'owner', { id: 'anna' });
});

/** What the tables are found to have lost. */
async function losses(): Promise<string[]> {
  const found = await readBooks(test.sql);
  return Object.entries(found.losses).flatMap(([name, count]) => (count > 0 ? [name] : []));
}

/** An offer that is published, paid for, receipted, found, and known to the sandbox: all is well. */
async function aPurchase() {
  const now = new Date();
  const { id: offerId } = await createOffer(test.db, { companyId, publishedAt: now });
  const order = await createOrder(test.db, {
    companyId,
    offerId,
    state: 'paid',
    outcome: 'published',
    fulfilledAt: now,
    amountTotal: 14_900,
  });
  await test.sql`insert into event (at, actor, type, subject, subject_id)
    values (now(), 'system', 'offer.published', 'offer', ${offerId})`;
  await test.sql`insert into offer_search (id, company, published, expires, featured, outside_it, facets)
    values (${offerId}, ${companyId}, now(), now(), false, false, '{}')`;
  await test.sql`insert into books.checkout
    values (${order.reference}, ${order.sessionId}, true, 14900, 14900, 0, 0, '{}')`;
  const purchase = {
    plan: 'Basic',
    offerTitle: null,
    amount: 14_900,
    currency: 'EUR',
    until: null,
    credits: 0,
  };
  const receipt = () =>
    queueMail(test.db, 'anna@kvarnen.example', {
      kind: 'receipt',
      ...purchase,
      url: `/employer/orders/${order.id}`,
    });
  await receipt();
  return { order, offerId, receipt };
}

it('finds nothing where all is well', async () => {
  await aPurchase();
  expect(await losses()).toEqual([]);
});

it('finds money that was taken and not heard of', async () => {
  const { order } = await aPurchase();
  await test.db.update(planOrder).set({ amountTotal: 1 }).where(eq(planOrder.id, order.id));
  expect(await losses()).toEqual(['paid at the sandbox, not here']);
});

it('finds what was paid without the sandbox', async () => {
  await aPurchase();
  await test.sql`update books.checkout set paid = false`;
  expect(await losses()).toEqual(['paid here, not at the sandbox']);
});

it('finds an offer that is paid and not on the list', async () => {
  const { offerId } = await aPurchase();
  await test.db.update(offer).set({ state: 'draft' }).where(eq(offer.id, offerId));
  expect(await losses()).toEqual(['paid and unpublished', 'published and not found by search']);
});

it('finds an offer that nobody paid for', async () => {
  await createOffer(test.db, { companyId });
  expect(await losses()).toEqual([
    'published unpaid',
    'days other than paid for',
    'published and not found by search',
  ]);
});

it('finds days given twice', async () => {
  await aPurchase();
  await test.sql`update offer set expires_at = expires_at + interval '30 days'`;
  expect(await losses()).toEqual(['days other than paid for']);
});

it('finds receipts that are doubled or wanting', async () => {
  const { receipt } = await aPurchase();
  await receipt();
  expect(await losses()).toEqual(['receipts too many']);
  await test.sql`truncate books.mail`;
  expect(await losses()).toEqual(['paid without a receipt']);
});

it('finds refunds and disputes that were not heard of', async () => {
  await aPurchase();
  await test.sql`update books.checkout set refunded = 14900, refunds = 2, disputes = '{"dp_1": "lost"}'`;
  expect(await losses()).toEqual(['refunded more than once', 'refunds that differ', 'disputes that differ']);
});

it('finds credits that are doubled', async () => {
  const pack = await createOrder(test.db, {
    ...{ companyId, purpose: 'pack', state: 'paid', outcome: 'credited', fulfilledAt: new Date() },
    ...{ credits: 5, creditDays: 365, amountTotal: 0, packOrderId: null },
  });
  await test.sql`insert into credit_entry (pack_order_id, entry, kind, change, balance, at)
    values (${pack.id}, 1, 'bought', 10, 9, now())`;
  expect(await losses()).toEqual([
    'paid here, not at the sandbox',
    'credits booked other than once',
    'ledgers of credits that do not add up',
    'paid without a receipt',
  ]);
});
