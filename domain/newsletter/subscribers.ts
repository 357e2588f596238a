import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { subscriber } from '@/db/schema/newsletter';

/** The subscriber of a normalised address, or null. */
export async function findSubscriberId(db: Db, email: string): Promise<number | null> {
  const [found] = await db.select({ id: subscriber.id }).from(subscriber).where(eq(subscriber.email, email));
  return found?.id ?? null;
}
