import { and, eq, isNull, or } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { offerDraft } from '@/db/schema/drafts';

/**
 * Notes the address to which the author of drafts has a sign-in link sent, so that the link brings the drafts
 * along in any browser. Resolves to the title of the newest of them, or null if there is none.
 */
export async function noteClaimEmail(db: Db, author: string, email: string): Promise<string | null> {
  const drafts = await db
    .update(offerDraft)
    .set({ claimEmail: email })
    .where(and(eq(offerDraft.author, author), isNull(offerDraft.userId)))
    .returning({ form: offerDraft.form, updatedAt: offerDraft.updatedAt });
  const newest = drafts.toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())[0];
  return newest ? String(newest.form.title ?? '') || null : null;
}

/**
 * Makes the drafts that were begun before signing in the user's own: those of this browser (`author`, the hash
 * of its token) and those whose author had a link sent to this address. After that the cookie opens them no more.
 */
export async function claimDrafts(
  db: Db,
  { userId, email, author }: { userId: string; email: string; author: string | null },
): Promise<void> {
  await db
    .update(offerDraft)
    .set({ userId, author: null, claimEmail: null })
    .where(
      and(
        isNull(offerDraft.userId),
        or(eq(offerDraft.claimEmail, email), author === null ? undefined : eq(offerDraft.author, author)),
      ),
    );
}
