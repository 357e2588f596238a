import { lte } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { emailChange, session, verificationToken } from '@/db/schema/accounts';

/** Deletes sessions, sign-in links and changes of address whose time is over. They have no effect any more. */
export async function forgetExpired(db: Db, now: Date): Promise<void> {
  await db.delete(session).where(lte(session.expires, now));
  await db.delete(verificationToken).where(lte(verificationToken.expires, now));
  await db.delete(emailChange).where(lte(emailChange.expiresAt, now));
}
