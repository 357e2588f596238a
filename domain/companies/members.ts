import { asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { company, companyMember } from '@/db/schema/companies';
import type { CompanyId, MemberRole } from './input';

/** A company that a user may act for. */
export type Membership = { companyId: CompanyId; slug: string; name: string; role: MemberRole };

/** The companies of a user, by name. This is the only source of a `CompanyId`. */
export async function listMemberships(db: Db, userId: string): Promise<Membership[]> {
  const rows = await db
    .select({
      companyId: companyMember.companyId,
      slug: company.slug,
      name: company.name,
      role: companyMember.role,
    })
    .from(companyMember)
    .innerJoin(company, eq(company.id, companyMember.companyId))
    .where(eq(companyMember.userId, userId))
    .orderBy(asc(company.name), asc(company.id));
  return rows.map((row) => ({ ...row, companyId: row.companyId as CompanyId }));
}
