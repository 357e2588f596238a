import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { company } from '@/db/schema/companies';

/** What the public may know of a company. */
export type CompanyProfile = {
  id: number;
  slug: string;
  name: string;
  website: string | null;
  domain: string | null;
  about: string | null;
  size: string | null;
  foundedYear: number | null;
  benefits: string[];
};

/** The company of a slug, or null. */
export async function findCompany(db: Db, slug: string): Promise<CompanyProfile | null> {
  const [found] = await db
    .select({
      id: company.id,
      slug: company.slug,
      name: company.name,
      website: company.website,
      domain: company.domain,
      about: company.about,
      size: company.size,
      foundedYear: company.foundedYear,
      benefits: company.benefits,
    })
    .from(company)
    .where(eq(company.slug, slug));
  return found ?? null;
}
