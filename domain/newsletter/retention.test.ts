import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { createSubscriber, createSubscription } from '@/db/factories';
import { consent, subscriber, subscription } from '@/db/schema/newsletter';
import { useTestDatabase } from '@/dev/testing/database';
import { DEFAULT_SETTINGS } from '@/domain/settings/settings';
import { forgetSubscribers } from './retention';

const test = useTestDatabase();
const now = new Date('2026-11-21T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

beforeEach(async () => {
  await test.db.execute(sql`truncate subscriber, consent cascade`);
});

const forget = () => forgetSubscribers(test.db, DEFAULT_SETTINGS, now);
const emails = async () => (await test.db.select().from(subscriber)).map(({ email }) => email).sort();

async function proof(email: string, fields: Partial<typeof consent.$inferInsert>): Promise<void> {
  await test.db.insert(consent).values({
    signup: crypto.randomUUID(),
    email,
    kind: 'newsletter',
    wording: 'Yes.',
    wordingVersion: '1',
    formUrl: 'https://jobs.example/',
    signedUpAt: now,
    ...fields,
  });
}

async function signedUp(email: string, at: Date): Promise<void> {
  const reader = await createSubscriber(test.db, {
    email,
    state: 'pending',
    createdAt: at,
    confirmedAt: null,
  });
  const list = await createSubscription(test.db, reader.id, {
    state: 'pending',
    createdAt: at,
    confirmedAt: null,
  });
  await proof(email, { subscriptionId: list.id, signedUpAt: at });
}

it('forgets who has not confirmed within a fortnight', async () => {
  await signedUp('old@kvarnen.example', ago(14.1));
  await signedUp('recent@kvarnen.example', ago(13.9));
  await forget();
  expect(await emails()).toEqual(['recent@kvarnen.example']);
  expect((await test.db.select().from(consent)).map(({ email }) => email)).toEqual([
    'recent@kvarnen.example',
  ]);
  expect(await test.db.$count(subscription)).toBe(1);
});

it('waits for who has signed up again lately', async () => {
  await signedUp('slow@kvarnen.example', ago(20));
  const [list] = await test.db.select().from(subscription);
  await proof('slow@kvarnen.example', { subscriptionId: list?.id ?? 0, signedUpAt: ago(2) });
  await forget();
  expect(await emails()).toEqual(['slow@kvarnen.example']);
  expect(await test.db.$count(consent)).toBe(1);
});

it('forgets a second alert that was never confirmed, and leaves the first', async () => {
  const reader = await createSubscriber(test.db, { createdAt: ago(100), confirmedAt: ago(100) });
  await createSubscription(test.db, reader.id, { createdAt: ago(100), confirmedAt: ago(100) });
  const fields = { kind: 'alert', query: 'role=backend', filters: {}, frequency: 'daily' } as const;
  await createSubscription(test.db, reader.id, {
    ...fields,
    state: 'pending',
    createdAt: ago(20),
    confirmedAt: null,
  });
  await forget();
  expect((await test.db.select().from(subscription)).map(({ kind }) => kind)).toEqual(['newsletter']);
});

it('keeps proof while the subscription lasts and for three years more, and then no address at all', async () => {
  const long = ago(3_000);
  const left = async (email: string, endedAt: Date) => {
    await createSubscriber(test.db, {
      email,
      state: 'unsubscribed',
      createdAt: long,
      confirmedAt: long,
      endedAt,
    });
    await proof(email, { signedUpAt: long, confirmedAt: long, endedAt, endedBy: 'reader' });
  };
  await left('over@kvarnen.example', ago(1_096));
  await left('lately@kvarnen.example', ago(1_094));
  await createSubscriber(test.db, { email: 'still@kvarnen.example', createdAt: long, confirmedAt: long });
  await proof('still@kvarnen.example', { signedUpAt: long, confirmedAt: long });
  await forget();
  await forget();
  const known = ['lately@kvarnen.example', 'still@kvarnen.example'];
  expect(await emails()).toEqual(known);
  expect((await test.db.select().from(consent)).map(({ email }) => email).sort()).toEqual(known);
});
