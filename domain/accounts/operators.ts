import { isNotNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { appUser } from '@/db/schema/accounts';

/** Addresses of those who run the portal: operators with an account, and `operatorEmail` (OPERATOR_EMAIL). */
export async function listOperators(db: Db, operatorEmail: string | undefined): Promise<Set<string>> {
  const rows = await db
    .select({ email: appUser.email })
    .from(appUser)
    .where(isNotNull(appUser.operatorSince));
  return new Set([...(operatorEmail ? [operatorEmail] : []), ...rows.map(({ email }) => email)]);
}
