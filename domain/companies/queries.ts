import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { company, companyLogo } from '@/db/schema/companies';

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
  /** Part of its logo's address (/logos/ID-HASH.webp); null where it has none. */
  logoHash: string | null;
  /** Where it says that it is, by name. */
  places: { slug: string; name: string }[];
  /** The stack that it names itself, by name. */
  skills: { slug: string; name: string }[];
  /** Whether somebody answers for it here. */
  isOwned: boolean;
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
      logoHash: companyLogo.hash,
      places: sql<CompanyProfile['places']>`coalesce((
        select json_agg(json_build_object('slug', p.slug, 'name', p.name) order by p.name)
        from company_place cp join place p on p.id = cp.place_id where cp.company_id = company.id), '[]')`,
      skills: sql<CompanyProfile['skills']>`coalesce((
        select json_agg(json_build_object('slug', k.slug, 'name', k.name) order by lower(k.name))
        from company_skill cs join skill k on k.id = cs.skill_id where cs.company_id = company.id), '[]')`,
      isOwned: sql<boolean>`exists (select from company_member m where m.company_id = company.id and m.role = 'owner')`,
    })
    .from(company)
    .leftJoin(companyLogo, eq(companyLogo.companyId, company.id))
    .where(eq(company.slug, slug));
  return found ?? null;
}
