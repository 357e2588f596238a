import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { companyClaim, companyMember } from '@/db/schema/companies';
import type { MemberRole } from './input';

/**
 * Makes a user a member of a company; who is one already is never made less. What they had claimed there is
 * settled with it. In the caller's transaction.
 */
export async function joinCompany(
  db: Db,
  companyId: number,
  userId: string,
  role: MemberRole,
  now: Date,
): Promise<void> {
  await db
    .insert(companyMember)
    .values({ companyId, userId, role, joinedAt: now })
    .onConflictDoUpdate({
      target: [companyMember.companyId, companyMember.userId],
      // The enum's order: owner before recruiter.
      set: { role: sql`least(${companyMember.role}, excluded.role)` },
    });
  await db
    .update(companyClaim)
    .set({ state: 'granted', decidedAt: now })
    .where(
      and(
        eq(companyClaim.companyId, companyId),
        eq(companyClaim.userId, userId),
        eq(companyClaim.state, 'waiting'),
      ),
    );
}
