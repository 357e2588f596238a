import { desc, eq, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { invalidateTags } from '@/db/invalidation';
import { company, companyMember } from '@/db/schema/companies';
import { findVerifiedEmail } from '@/domain/accounts/account';
import { emailDomain, isPublicMailDomain } from '@/domain/accounts/rules';
import { DomainError } from '@/lib/errors';
import { insertCompanies } from './commands';
import type { CompanyInput } from './forms';
import { companyDomain, companyKey } from './rules';

const MATCHES = 6;

/** A company that may be the one somebody is about to make. */
export type CompanyMatch = {
  id: number;
  slug: string;
  name: string;
  website: string | null;
  domain: string | null;
  /** Whether it has an owner already. */
  isOwned: boolean;
  liveOffers: number;
};

const matchColumns = {
  id: company.id,
  slug: company.slug,
  name: company.name,
  website: company.website,
  domain: company.domain,
  isOwned: sql<boolean>`exists (
    select from company_member m where m.company_id = company.id and m.role = 'owner')`,
  liveOffers: sql<number>`(
    select count(*)::int from offer o where o.company_id = company.id and o.state = 'live')`,
};

/** Companies of that name or with that website, those of the website first. */
export async function findMatches(db: Db, { name, website }: CompanyInput): Promise<CompanyMatch[]> {
  const domain = companyDomain([website], null);
  const sameDomain = domain === null ? undefined : eq(company.domain, domain);
  return db
    .select(matchColumns)
    .from(company)
    .where(
      or(eq(company.nameKey, companyKey(name)), sql`lower(${company.name}) = lower(${name})`, sameDomain),
    )
    .orderBy(...(sameDomain ? [desc(sql`coalesce(${sameDomain}, false)`)] : []), company.id)
    .limit(MATCHES);
}

/** The company of a slug, as one to be claimed; null if there is none. */
export async function findMatch(db: Db, slug: string): Promise<CompanyMatch | null> {
  if (!/^[a-z0-9-]+$/.test(slug)) return null;
  const [found] = await db.select(matchColumns).from(company).where(eq(company.slug, slug));
  return found ?? null;
}

/**
 * Makes a company with the user as its owner. Its website counts as its domain, by which offers and colleagues
 * are told to be its own, only where the user's own verified address is there. Throws DomainError
 * `company_exists` where one of that name is known that nothing tells apart.
 */
export async function createCompany(
  db: Db,
  userId: string,
  { name, website }: CompanyInput,
  now: Date,
): Promise<{ companyId: number; slug: string }> {
  return db.transaction(async (tx) => {
    const domain = ownDomain(website, await findVerifiedEmail(tx, userId));
    const fields = { name, domain, website, logoUrl: null };
    const entry = { id: null, domain, key: companyKey(name), fields };
    const [companyId] = await insertCompanies(tx, [entry], now);
    if (companyId === undefined) throw new DomainError('company_exists');
    await tx.insert(companyMember).values({ companyId, userId, role: 'owner', joinedAt: now });
    await recordEvent(tx, {
      at: now,
      actor: `user:${userId}`,
      type: 'company.created',
      subject: 'company',
      subjectId: companyId,
    });
    // Its page may have been asked for before, and its 404 waits for offers.
    await invalidateTags(tx, ['offers', `company:${companyId}`]);
    const [made] = await tx.select({ slug: company.slug }).from(company).where(eq(company.id, companyId));
    return { companyId, slug: made?.slug ?? '' };
  });
}

/** Whether a company would be the user's as soon as they claimed it (`claimCompany`). */
export async function isGrantedAtOnce(db: Db, userId: string, match: CompanyMatch): Promise<boolean> {
  return !match.isOwned && vouchesFor(await findVerifiedEmail(db, userId), match.domain);
}

/** The domain of a website, where an address at that domain vouches for it; else null. */
export function ownDomain(website: string | null, email: string | null): string | null {
  const domain = companyDomain([website], null);
  return domain !== null && vouchesFor(email, domain) ? domain : null;
}

/** Whether a verified address shows that its owner belongs to the company of a domain. */
export function vouchesFor(email: string | null, domain: string | null): boolean {
  return email !== null && domain !== null && emailDomain(email) === domain && !isPublicMailDomain(domain);
}
