import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSubscriber, createSubscription } from '@/db/factories';
import { consent, delivery, issue, subscriber, subscription } from '@/db/schema/newsletter';
import { useTestDatabase } from '@/dev/testing/database';
import { leaveAll, leaveList, suppress } from './leave';
import { findLeaving } from './leaving';
import { readSearch } from './searches';

const test = useTestDatabase();
const now = new Date('2026-11-21T12:00:00Z');
const before = new Date('2026-11-01T12:00:00Z');
const AT = { createdAt: before, confirmedAt: before };

let reader: number;
let news: number;
let alert: number;

beforeEach(async () => {
  await test.db.execute(sql`truncate subscriber, consent, issue, event cascade`);
  reader = (await createSubscriber(test.db, AT)).id;
  news = (await createSubscription(test.db, reader, AT)).id;
  const { query, filters } = await readSearch(test.db, 'role=backend');
  const search = { kind: 'alert', query, filters, frequency: 'daily', nextAt: now } as const;
  alert = (await createSubscription(test.db, reader, { ...AT, ...search })).id;
  for (const subscriptionId of [news, alert]) await proof(subscriptionId);
});

async function proof(subscriptionId: number, confirmedAt: Date | null = before): Promise<void> {
  await test.db.insert(consent).values({
    signup: crypto.randomUUID(),
    subscriptionId,
    email: 'reader@kvarnen.example',
    kind: 'newsletter',
    wording: 'Yes.',
    wordingVersion: '1',
    formUrl: 'https://jobs.example/',
    signedUpAt: before,
    confirmedAt,
  });
}

async function mailOfAnIssue(subscriberId: number): Promise<number> {
  const [sent] = await test.db
    .insert(issue)
    .values({
      slug: crypto.randomUUID(),
      subject: 'One',
      body: '',
      createdBy: 'x',
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  const [mail] = await test.db
    .insert(delivery)
    .values({ kind: 'issue', issueId: sent?.id ?? 0, subscriberId, state: 'sent', createdAt: now })
    .returning();
  return mail?.id ?? 0;
}

const lists = () => test.db.select().from(subscription).orderBy(asc(subscription.id));
const state = async () =>
  (await test.db.select().from(subscriber).where(eq(subscriber.id, reader)))[0]?.state;
const proofs = () => test.db.select().from(consent).orderBy(asc(consent.id));
const by = { by: 'one_click', now } as const;

describe('leaving', () => {
  it('one list leaves the others, and its proof says when and how it ended', async () => {
    expect(await leaveList(test.db, alert, by)).toBe(true);
    expect(await lists()).toMatchObject([
      { id: news, state: 'active', endedAt: null },
      { id: alert, state: 'ended', endedAt: now, endedBy: 'one_click', nextAt: null },
    ]);
    expect(await proofs()).toMatchObject([{ endedAt: null }, { endedAt: now, endedBy: 'one_click' }]);
    expect(await state()).toBe('active');
  });

  it('the last list makes them no subscriber any more', async () => {
    await leaveList(test.db, alert, by);
    await leaveList(test.db, news, by);
    expect(await state()).toBe('unsubscribed');
  });

  it('again changes nothing: the first time counts', async () => {
    await leaveList(test.db, alert, by);
    expect(await leaveList(test.db, alert, { by: 'operator', now: new Date() })).toBe(false);
    expect(await leaveList(test.db, 987_654, by)).toBe(false);
    expect((await lists())[1]).toMatchObject({ endedAt: now, endedBy: 'one_click' });
    expect(await leaveAll(test.db, reader, by)).toBe(1);
    expect(await leaveAll(test.db, reader, by)).toBe(0);
    expect(await leaveAll(test.db, 987_654, by)).toBe(0);
  });

  it('is counted at the mail whose link it was, and at no mail of somebody else', async () => {
    const other = await createSubscriber(test.db, AT);
    const [mine, theirs] = [await mailOfAnIssue(reader), await mailOfAnIssue(other.id)];
    await leaveList(test.db, news, { ...by, deliveryId: mine });
    await leaveList(test.db, news, { ...by, deliveryId: mine, now: new Date() });
    await leaveList(test.db, alert, { ...by, deliveryId: theirs });
    const mails = await test.db.select().from(delivery).orderBy(asc(delivery.id));
    expect(mails.map(({ unsubscribedAt }) => unsubscribedAt)).toEqual([now, null]);
  });

  it('before confirming forgets at once, link and all', async () => {
    const pending = await createSubscriber(test.db, { state: 'pending', confirmedAt: null });
    const asked = await createSubscription(test.db, pending.id, { state: 'pending', confirmedAt: null });
    await proof(asked.id, null);
    expect(await leaveAll(test.db, pending.id, by)).toBe(1);
    expect(await test.db.$count(subscriber, eq(subscriber.id, pending.id))).toBe(0);
    expect(await proofs()).toHaveLength(2);
  });

  it('says what it is about, and what else there is', async () => {
    const one = { subscriptionId: alert, deliveryId: 0 };
    expect(await findLeaving(test.db, one)).toMatchObject({ search: 'Backend', isOver: false, others: 1 });
    await leaveList(test.db, alert, by);
    expect(await findLeaving(test.db, one)).toMatchObject({ isOver: true, others: 1 });
    const all = { subscriberId: reader, deliveryId: 0 };
    expect(await findLeaving(test.db, all)).toMatchObject({ search: undefined, isOver: false, others: 0 });
    await leaveAll(test.db, reader, by);
    expect(await findLeaving(test.db, all)).toMatchObject({ isOver: true });
    expect(await findLeaving(test.db, { subscriberId: 987_654, deliveryId: 0 })).toBeNull();
    expect(await findLeaving(test.db, { subscriptionId: 987_654, deliveryId: 0 })).toBeNull();
  });
});

describe('suppress', () => {
  it('ends everything after a bounce or a complaint, once', async () => {
    const mail = await mailOfAnIssue(reader);
    await suppress(test.db, reader, 'bounce', { deliveryId: mail, now });
    await suppress(test.db, reader, 'bounce', { deliveryId: mail, now: new Date() });
    expect(await state()).toBe('bounced');
    expect((await lists()).map(({ endedBy }) => endedBy)).toEqual(['bounce', 'bounce']);
    const [sent] = await test.db.select().from(delivery);
    expect(sent).toMatchObject({ bouncedAt: now, complainedAt: null });
  });

  it('keeps a complaint, which weighs more', async () => {
    await suppress(test.db, reader, 'bounce', { now });
    await suppress(test.db, reader, 'complaint', { now });
    await suppress(test.db, reader, 'bounce', { now });
    expect(await state()).toBe('complained');
  });
});
