import { expect, it } from 'vitest';
import { createUser } from '@/db/factories';
import { emailChange, session, verificationToken } from '@/db/schema/accounts';
import { useTestDatabase } from '@/dev/testing/database';
import { forgetExpired } from './expiry';

const test = useTestDatabase();

it('forgets what is over, and nothing else', async () => {
  const { db } = test;
  const now = new Date('2026-03-01T12:00:00Z');
  const later = new Date('2026-03-01T12:00:01Z');
  for (const [name, expires] of [
    ['over', now],
    ['good', later],
  ] as const) {
    const user = await createUser(db);
    await db.insert(session).values({ sessionToken: name, userId: user.id, expires });
    await db.insert(verificationToken).values({ identifier: user.email, token: name, expires });
    await db.insert(emailChange).values({
      userId: user.id,
      newEmail: `${name}@kvarnen.example`,
      oldToken: 'a',
      newToken: 'b',
      expiresAt: expires,
    });
  }
  await forgetExpired(db, now);
  expect((await db.select().from(session)).map((row) => row.sessionToken)).toEqual(['good']);
  expect((await db.select().from(verificationToken)).map((row) => row.token)).toEqual(['good']);
  expect((await db.select().from(emailChange)).map((row) => row.newEmail)).toEqual(['good@kvarnen.example']);
});
