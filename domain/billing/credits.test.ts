import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { connect } from '@/db/client';
import { createCompany, createOffer } from '@/db/factories';
import { creditEntry } from '@/db/schema/billing';
import { offer } from '@/db/schema/offers';
import { useTestDatabase } from '@/dev/testing/database';
import { DISPUTED, later, monday, PAID, REFUNDED, useOrders, WON } from '@/dev/testing/orders';
import { dropQueuedMail } from '@/dev/testing/queued-mail';
import { spendCredit } from './credit-orders';
import { expireCredits, readCredits } from './credits';

const test = useTestDatabase();
const desk = useOrders(test);
const { anOffer, anOrder, hear, mails, one } = desk;

describe('a pack', () => {
  const spend = (offerId: number, days = 0, db = test.db) =>
    spendCredit(db, desk.companyId, { offerId, userId: 'anna' }, later(days));
  const buyPack = async (days = 0) => {
    const pack = await anOrder('pack', null);
    await hear(pack, PAID, days);
    await dropQueuedMail(test.db);
    return pack;
  };
  const ledger = () =>
    test.db
      .select({ kind: creditEntry.kind, change: creditEntry.change, balance: creditEntry.balance })
      .from(creditEntry)
      .orderBy(creditEntry.packOrderId, creditEntry.entry);

  it('books five credits for a year, once', async () => {
    const pack = await anOrder('pack', null);
    expect(await hear(pack, PAID)).toMatchObject({ outcome: 'credited' });
    await hear(pack, PAID);
    expect(await mails()).toMatchObject([{ kind: 'receipt', credits: 5, until: later(365).toISOString() }]);
    expect(await readCredits(test.db, desk.companyId, later(364))).toEqual({
      left: 5,
      packs: [{ orderId: pack.id, name: 'Pack of five', left: 5, expiresAt: later(365) }],
    });
    expect(await readCredits(test.db, desk.companyId, later(365))).toEqual({ left: 0, packs: [] });
    const other = (await createCompany(test.db)).id;
    expect((await readCredits(test.db, other, monday)).left).toBe(0);
  });

  it('publishes five offers and no sixth', async () => {
    await buyPack();
    const offers = await Promise.all(Array.from({ length: 6 }, () => anOffer('draft')));
    for (const { id } of offers.slice(0, 5)) {
      expect(await spend(id)).toMatchObject({ outcome: 'published' });
      expect(await one(id)).toMatchObject({ state: 'live', expiresAt: later(30) });
    }
    await expect(spend(offers[5]?.id ?? 0)).rejects.toMatchObject({ code: 'no_credits' });
    expect(await one(offers[5]?.id ?? 0)).toMatchObject({ state: 'draft' });
    expect((await ledger()).map(({ balance }) => balance)).toEqual([5, 4, 3, 2, 1, 0]);
  });

  it('is spent once for one offer, and never below nought, when many spend at the same moment', async () => {
    await buyPack();
    const offers = await Promise.all(Array.from({ length: 8 }, () => anOffer('draft')));
    const others = await Promise.all([0, 1, 2].map(() => connect(test.url, { max: 3 })));
    const tries = offers.flatMap(({ id }, n) => [0, 1].map((m) => spend(id, 0, others[(n + m) % 3]?.db)));
    const done = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled');
    await Promise.all(others.map(({ close }) => close()));
    expect(done).toHaveLength(5);
    expect(await test.db.$count(offer, eq(offer.state, 'live'))).toBe(5);
    expect((await ledger()).at(-1)).toMatchObject({ balance: 0 });
  });

  it('spends nothing on what is no draft, and on nobody else’s offers', async () => {
    await buyPack();
    const { id } = await anOffer('draft');
    await spend(id);
    await expect(spend(id)).rejects.toMatchObject({ code: 'not_for_sale' });
    const theirs = await createOffer(test.db, { state: 'draft', publishedAt: undefined });
    expect(await spend(theirs.id)).toBeNull();
    expect(await one(theirs.id)).toMatchObject({ state: 'draft' });
    expect((await readCredits(test.db, desk.companyId, monday)).left).toBe(4);
  });

  it('renews an offer that has run out', async () => {
    await buyPack();
    const { id } = await anOffer('expired');
    expect(await spend(id, 40)).toMatchObject({ outcome: 'renewed' });
    expect(await one(id)).toMatchObject({ state: 'live', expiresAt: later(70) });
  });

  it('spends first what lapses first', async () => {
    const second = await buyPack(10);
    const first = await buyPack(5);
    await spend((await anOffer('draft')).id, 11);
    const { packs } = await readCredits(test.db, desk.companyId, later(11));
    expect(packs.map(({ orderId, left }) => [orderId, left])).toEqual([
      [first.id, 4],
      [second.id, 5],
    ]);
  });

  it('lapses after its time, once, and what it published stays', async () => {
    await buyPack();
    const { id } = await anOffer('draft');
    await spend(id, 360);
    expect(await expireCredits(test.db, later(364))).toBe(0);
    expect(await expireCredits(test.db, later(365))).toBe(4);
    expect(await expireCredits(test.db, later(366))).toBe(0);
    expect((await ledger()).at(-1)).toEqual({ kind: 'expired', change: -4, balance: 0 });
    expect(await one(id)).toMatchObject({ state: 'live' });
  });

  it('refunded in full takes back its credits and the offers that they paid for', async () => {
    const pack = await buyPack();
    const { id } = await anOffer('draft');
    await spend(id);
    await hear(pack, REFUNDED, 1);
    expect((await ledger()).at(-1)).toEqual({ kind: 'reversed', change: -4, balance: 0 });
    expect(await one(id)).toMatchObject({ state: 'draft' });
    await expect(spend(id)).rejects.toMatchObject({ code: 'no_credits' });
  });

  it('is of no use while it is disputed', async () => {
    const pack = await buyPack();
    const { id } = await anOffer('draft');
    const next = await anOffer('draft');
    await spend(id);
    await hear(pack, DISPUTED, 1);
    expect(await one(id)).toMatchObject({ state: 'suspended' });
    await expect(spend(next.id, 2)).rejects.toMatchObject({ code: 'no_credits' });
    await hear(pack, WON, 3);
    expect(await one(id)).toMatchObject({ state: 'live', expiresAt: later(32) });
    expect(await spend(next.id, 4)).toMatchObject({ outcome: 'published' });
  });
});
