import { eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Db } from '@/db/client';
import { stripeCustomer } from '@/db/schema/billing';
import { company } from '@/db/schema/companies';

/** The company's customer at Stripe, made at the first purchase; receipts go to that buyer's address. */
export async function ensureCustomer(
  db: Db,
  payments: Stripe,
  companyId: number,
  email: string,
): Promise<string> {
  const stored = await findCustomer(db, companyId);
  if (stored) return stored;
  const [employer] = await db.select({ name: company.name }).from(company).where(eq(company.id, companyId));
  const { id } = await payments.customers.create({
    name: employer?.name,
    email,
    metadata: { company: String(companyId) },
  });
  // Of two made at the same time the first is kept.
  await db.insert(stripeCustomer).values({ companyId, customerId: id }).onConflictDoNothing();
  return (await findCustomer(db, companyId)) ?? id;
}

/** Stripe knows that customer no more: the next purchase makes another. */
export async function forgetCustomer(db: Db, companyId: number): Promise<void> {
  await db.delete(stripeCustomer).where(eq(stripeCustomer.companyId, companyId));
}

async function findCustomer(db: Db, companyId: number): Promise<string | null> {
  const [stored] = await db
    .select({ customerId: stripeCustomer.customerId })
    .from(stripeCustomer)
    .where(eq(stripeCustomer.companyId, companyId));
  return stored?.customerId ?? null;
}
