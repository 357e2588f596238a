import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { appUser } from '@/db/schema/accounts';

const MAX_NAME = 100;

/** What a user is called; null where they would rather not say. */
export const nameForm = z
  .string()
  .transform((text) =>
    text
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .toWellFormed()
      .trim(),
  )
  .pipe(z.string().max(MAX_NAME, `Keep it to ${MAX_NAME} characters.`))
  .transform((text) => text || null);

/** Gives a user another name. */
export async function renameUser(db: Db, userId: string, name: string | null): Promise<void> {
  await db.update(appUser).set({ name }).where(eq(appUser.id, userId));
}

/** The address of a user if they have shown that mail to it reaches them, else null. */
export async function findVerifiedEmail(db: Db, userId: string): Promise<string | null> {
  const [found] = await db
    .select({ email: appUser.email })
    .from(appUser)
    .where(and(eq(appUser.id, userId), isNotNull(appUser.emailVerified)));
  return found?.email ?? null;
}
