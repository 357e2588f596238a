import { expect, it } from 'vitest';
import { useTestDatabase } from '@/dev/testing/database';
import { type RateLimit, takePoint } from './rate-limit';

const database = useTestDatabase();
const limit: RateLimit = { name: 'test', points: 3, seconds: 60 };

it('gives each key its points and no more, also when all are asked for at once', async () => {
  const asked = Array.from({ length: 8 }, () => takePoint(database.sql, limit, '203.0.113.7'));
  const given = await Promise.all(asked);
  expect(given.filter(Boolean)).toHaveLength(3);
  expect(await takePoint(database.sql, limit, '203.0.113.8')).toBe(true);
});

it('counts limits of different names apart', async () => {
  expect(await takePoint(database.sql, { ...limit, name: 'other' }, '203.0.113.7')).toBe(true);
});

it('gives points again when the time is over', async () => {
  const key = '203.0.113.9';
  const once: RateLimit = { name: 'once', points: 1, seconds: 60 };
  expect(await takePoint(database.sql, once, key)).toBe(true);
  expect(await takePoint(database.sql, once, key)).toBe(false);
  await database.sql`update rate_limit set expire = ${Date.now() - 1} where key = ${`once:${key}`}`;
  expect(await takePoint(database.sql, once, key)).toBe(true);
});
