import { asc, count, desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { appUser } from '@/db/schema/accounts';
import { company, companyMember } from '@/db/schema/companies';
import { offer } from '@/db/schema/offers';
import { seedDemoHistory } from './demo-history';

/** The demo's employer, owner of the demo company with the most offers. */
export const DEMO_EMPLOYER = { email: 'employer@rolecall.example', name: 'Halina Wrona' };

/**
 * Makes the employer who can sign in to the demo, with a history of their own. Safe to repeat: whoever is there
 * is left alone.
 */
export async function seedDemoPeople(db: Db, now: Date): Promise<void> {
  await db.transaction((tx) => makeEmployer(tx, now));
}

async function makeEmployer(db: Db, now: Date): Promise<void> {
  const [created] = await db
    .insert(appUser)
    .values({ ...DEMO_EMPLOYER, emailVerified: now, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: appUser.id });
  const [largest] = await db
    .select({ id: company.id })
    .from(company)
    .innerJoin(offer, eq(offer.companyId, company.id))
    .where(eq(offer.source, 'demo'))
    .groupBy(company.id)
    .orderBy(desc(count()), asc(company.id))
    .limit(1);
  if (!created || !largest) return;
  await db
    .insert(companyMember)
    .values({ companyId: largest.id, userId: created.id, role: 'owner', joinedAt: now });
  await seedDemoHistory(db, { companyId: largest.id, userId: created.id }, now);
}
