import { hash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { invalidateTags } from '@/db/invalidation';
import { companyLogo } from '@/db/schema/companies';
import { DomainError } from '@/lib/errors';
import { shrinkPicture } from '@/lib/picture';
import { type CompanyId, MAX_LOGO_BYTES } from './input';

const HASH_LENGTH = 16;

type Context = { now: Date; actor: string };

/**
 * Keeps a company's logo, made small and plain, in place of the one before. Throws DomainError `picture_bytes`
 * beyond 2 MB, and as `shrinkPicture` does.
 */
export async function saveLogo(
  db: Db,
  companyId: CompanyId,
  bytes: Uint8Array,
  { now, actor }: Context,
): Promise<void> {
  if (bytes.length > MAX_LOGO_BYTES) throw new DomainError('picture_bytes');
  const webp = await shrinkPicture(bytes);
  const fields = { webp, hash: hash('sha256', webp, 'hex').slice(0, HASH_LENGTH), updatedAt: now };
  await db.transaction(async (tx) => {
    await tx
      .insert(companyLogo)
      .values({ companyId, ...fields })
      .onConflictDoUpdate({ target: companyLogo.companyId, set: fields });
    await noteChange(tx, companyId, 'company.logo-saved', { now, actor });
  });
}

/** Takes a company's logo away; false where it has none. */
export async function removeLogo(db: Db, companyId: CompanyId, { now, actor }: Context): Promise<boolean> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(companyLogo)
      .where(eq(companyLogo.companyId, companyId))
      .returning({ companyId: companyLogo.companyId });
    if (gone.length === 0) return false;
    await noteChange(tx, companyId, 'company.logo-removed', { now, actor });
    return true;
  });
}

/** A logo (WebP) by its company and its hash; null for one that was replaced. */
export async function findLogo(db: Db, companyId: number, logoHash: string): Promise<Buffer | null> {
  const [found] = await db
    .select({ webp: companyLogo.webp })
    .from(companyLogo)
    .where(and(eq(companyLogo.companyId, companyId), eq(companyLogo.hash, logoHash)));
  return found?.webp ?? null;
}

async function noteChange(db: Db, companyId: number, type: string, { now, actor }: Context): Promise<void> {
  await recordEvent(db, { at: now, actor, type, subject: 'company', subjectId: companyId });
  await invalidateTags(db, [`company:${companyId}`]);
}
