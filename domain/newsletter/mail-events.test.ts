import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { delivery, issue, mailEvent, subscriber, subscription } from '@/db/schema/newsletter';
import { useTestDatabase } from '@/dev/testing/database';
import { createReaders } from '@/dev/testing/readers';
import { faultOfSignature, type MailEvents, signMailEvents, takeMailEvents } from './mail-events';
import { messageIdOf } from './message-id';

const database = useTestDatabase();
const now = new Date('2026-11-21T10:00:00Z');
const SECRET = 'secret';
const link = { siteUrl: 'https://jobs.example', secret: SECRET };

describe('faultOfSignature', () => {
  const body = '{"events":[]}';
  const seconds = now.getTime() / 1_000;
  const right = signMailEvents(body, SECRET, seconds);

  it('takes what was signed with the secret within five minutes', () => {
    expect(faultOfSignature(right, body, SECRET, now)).toBeNull();
    expect(faultOfSignature(signMailEvents(body, SECRET, seconds - 299), body, SECRET, now)).toBeNull();
  });

  it.each([
    ['missing', null],
    ['missing', 'nonsense'],
    ['missing', right.replace('t=', 't=x')],
    ['wrong', signMailEvents(body, 'other', seconds)],
    ['wrong', signMailEvents('{"events":[1]}', SECRET, seconds)],
    ['wrong', right.replace(/t=\d+/, `t=${seconds + 1}`)],
    ['old', signMailEvents(body, SECRET, seconds - 301)],
    ['old', signMailEvents(body, SECRET, seconds + 301)],
  ])('finds it %s: %s', (fault, header) => {
    expect(faultOfSignature(header, body, SECRET, now)).toBe(fault);
  });
});

describe('takeMailEvents', () => {
  let ids: number[] = [];

  beforeEach(async () => {
    const { db, sql } = database;
    await db.delete(issue);
    await db.delete(subscriber);
    await db.delete(mailEvent);
    await createReaders(sql, 3);
    await sql`
      with made as (
        insert into issue (slug, subject, body, state, created_by, created_at, updated_at, frozen)
        values ('one', 'One', 'x', 'sent', 'system', now(), now(), '{}') returning id)
      insert into delivery (kind, issue_id, subscriber_id, state, created_at)
      select 'issue', made.id, s.id, case when s.email like 'reader-3@%' then 'uncertain' else 'sent' end::delivery_state, now()
      from made, subscriber s`;
    ids = (await db.select({ id: delivery.id }).from(delivery).orderBy(delivery.id)).map(({ id }) => id);
  });

  const event = (n: number, fields: Partial<MailEvents['events'][number]>): MailEvents => ({
    events: [
      {
        id: `event-${n}-${fields.type}-${fields.hard}`,
        type: 'bounce',
        hard: false,
        messageId: `<${messageIdOf(ids[n] ?? 0, link)}>`,
        at: now.toISOString(),
        ...fields,
      },
    ],
  });
  const take = (events: MailEvents) => takeMailEvents(database.db, events, SECRET, now);
  const readerOf = async (n: number) => {
    const [row] = await database.db
      .select({ state: subscriber.state, subscription: subscription.state, delivery })
      .from(delivery)
      .innerJoin(subscriber, eq(subscriber.id, delivery.subscriberId))
      .innerJoin(subscription, eq(subscription.subscriberId, subscriber.id))
      .where(eq(delivery.id, ids[n] ?? 0));
    return row;
  };

  it('ends the subscriptions of whose address bounces for good, however often it is told', async () => {
    expect(await take(event(0, { hard: true }))).toBe(1);
    expect(await take(event(0, { hard: true }))).toBe(0);
    expect(await readerOf(0)).toMatchObject({ state: 'bounced', subscription: 'ended' });
    expect((await readerOf(0))?.delivery.bouncedAt).toEqual(now);
    expect(await readerOf(1)).toMatchObject({ state: 'active', subscription: 'active' });
  });

  it('only notes a bounce that may pass', async () => {
    expect(await take(event(0, { hard: false }))).toBe(1);
    expect(await readerOf(0)).toMatchObject({ state: 'active', subscription: 'active' });
    expect((await readerOf(0))?.delivery.bouncedAt).toBeNull();
  });

  it('takes a complaint for a goodbye', async () => {
    await take(event(1, { type: 'complaint' }));
    expect(await readerOf(1)).toMatchObject({ state: 'complained', subscription: 'ended' });
    expect((await readerOf(1))?.delivery.complainedAt).toEqual(now);
  });

  it('knows of an uncertain mail that it arrived', async () => {
    await take(event(2, { type: 'delivered' }));
    expect((await readerOf(2))?.delivery.state).toBe('sent');
  });

  it('leaves out mails that are not ours, or made up', async () => {
    const forged = `delivery.${ids[0]}.${'A'.repeat(43)}@jobs.example`;
    for (const messageId of ['x@elsewhere.example', forged, messageIdOf(999_999, link)]) {
      expect(await take(event(0, { hard: true, messageId }))).toBe(0);
    }
    expect(await readerOf(0)).toMatchObject({ state: 'active' });
  });
});
