import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSubscriber, createSubscription } from '@/db/factories';
import { consent } from '@/db/schema/newsletter';
import { useTestDatabase } from '@/dev/testing/database';
import { readSearch } from '@/domain/newsletter/searches';
import { countSubscribers, exportSubscribers, findSubscribers, getSubscriberFile } from './subscribers';

const test = useTestDatabase();
const now = new Date('2026-11-21T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

beforeEach(async () => {
  await test.db.execute(sql`truncate subscriber, consent cascade`);
});

async function given() {
  const anna = await createSubscriber(test.db, { email: 'anna@kvarnen.example' });
  await createSubscription(test.db, anna.id);
  const { query, filters } = await readSearch(test.db, 'role=backend');
  const search = { kind: 'alert', query, filters, frequency: 'daily' } as const;
  await createSubscription(test.db, anna.id, search);
  const bo = await createSubscriber(test.db, {
    email: 'bo@brzezina.example',
    pausedUntil: new Date('2026-12-24T12:00:00Z'),
  });
  await createSubscription(test.db, bo.id);
  const cy = await createSubscriber(test.db, {
    email: 'cy@kvarnen.example',
    state: 'unsubscribed',
    endedAt: ago(3),
  });
  await createSubscription(test.db, cy.id, { state: 'ended', endedAt: ago(3), endedBy: 'one_click' });
  await createSubscription(test.db, cy.id, {
    ...search,
    state: 'ended',
    endedAt: ago(31),
    endedBy: 'reader',
  });
  await createSubscriber(test.db, { email: 'di@kvarnen.example', state: 'pending', confirmedAt: null });
  await createSubscriber(test.db, { email: 'el@kvarnen.example', state: 'bounced', endedAt: ago(1) });
  return { anna, cy };
}

describe('subscribers, for the operator', () => {
  it('are counted', async () => {
    await given();
    expect(await countSubscribers(test.db, now)).toEqual({
      active: 2,
      newsletter: 2,
      alerts: 1,
      paused: 1,
      pending: 1,
      left: 1,
      bounced: 1,
      complained: 0,
    });
  });

  it('are found by a part of their address and by state', async () => {
    await given();
    const found = async (search: object) =>
      (await findSubscribers(test.db, { page: 1, ...search })).lines.map(({ email }) => email);
    expect(await found({ q: 'KVARNEN', state: 'active' })).toEqual(['anna@kvarnen.example']);
    expect(await found({ q: 'brzezina' })).toEqual(['bo@brzezina.example']);
    expect(await found({ q: '%' })).toEqual([]);
    const { lines, total } = await findSubscribers(test.db, { page: 1, q: 'anna' });
    expect(total).toBe(1);
    expect(lines).toMatchObject([{ newsletter: true, alerts: 1, pausedUntil: null }]);
  });

  it('have a file with what they get and what they agreed to', async () => {
    const { anna, cy } = await given();
    await test.db.insert(consent).values({
      signup: 'one',
      email: anna.email,
      kind: 'newsletter',
      wording: 'Yes, please.',
      wordingVersion: '1',
      formUrl: 'https://jobs.example/',
      signedUpAt: now,
    });
    expect(await getSubscriberFile(test.db, anna.id)).toMatchObject({
      email: 'anna@kvarnen.example',
      subscriptions: [
        { search: null, state: 'active' },
        { search: 'Backend', frequency: 'daily', state: 'active' },
      ],
      consents: [{ wording: 'Yes, please.', confirmedAt: null }],
    });
    expect((await getSubscriberFile(test.db, cy.id))?.subscriptions[0]).toMatchObject({
      state: 'ended',
      endedBy: 'one_click',
    });
    expect(await getSubscriberFile(test.db, 987_654)).toBeNull();
  });

  it('are exported, every one of them once', async () => {
    await given();
    await test.db.execute(sql`
      insert into subscriber (email, created_at) select 'many-' || n || '@kvarnen.example', now()
      from generate_series(1, 2100) n`);
    const emails: string[] = [];
    for await (const lines of exportSubscribers(test.db)) emails.push(...lines.map(({ email }) => email));
    expect(emails).toHaveLength(2_105);
    expect(new Set(emails).size).toBe(2_105);
  });
});
