import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { offerDraft } from '@/db/schema/drafts';
import type { CompanyId } from '@/domain/companies/input';

/** Whose drafts may be read and written: those of a browser, of a user and of the companies they act for. */
export type DraftScope = {
  /** Hash of the token in the author's cookie; null without one. */
  author: string | null;
  userId: string | null;
  companies: readonly CompanyId[];
  /** The company that the user is working for: what they write is its own from then on. */
  actingFor: CompanyId | null;
};

/**
 * Condition of every statement on drafts. What belongs to a company is its members', whoever wrote it; what
 * belongs to a user is not the browser's any more.
 */
export function inScope({ author, userId, companies }: DraftScope): SQL {
  const noCompany = isNull(offerDraft.companyId);
  return (
    or(
      companies.length > 0 ? inArray(offerDraft.companyId, [...companies]) : undefined,
      userId === null ? undefined : and(noCompany, eq(offerDraft.userId, userId)),
      author === null ? undefined : and(noCompany, isNull(offerDraft.userId), eq(offerDraft.author, author)),
    ) ?? sql`false`
  );
}
