import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { invalidateTags } from '@/db/invalidation';
import type { ProfileInput } from '@/domain/companies/forms';
import type { CompanyId } from '@/domain/companies/input';
import { updateProfile } from '@/domain/companies/profile';
import { inTurn, tagsOfOffers } from './changes';
import { indexOffers } from './search-index';

/**
 * Stores a company's profile; where its name is another, so it is in the lists that show its offers and in
 * search. Throws as `updateProfile` does.
 */
export async function saveCompanyProfile(
  db: Db,
  companyId: CompanyId,
  profile: ProfileInput,
  context: { now: Date; userId: string },
): Promise<void> {
  await inTurn(db, async (tx) => {
    const { isRenamed } = await updateProfile(tx, companyId, profile, context);
    if (!isRenamed) return;
    const rows = await tx.execute<{ id: number }>(sql`
      select id from offer where company_id = ${companyId} and state = 'live' order by id`);
    const ids = rows.map(({ id }) => id);
    await invalidateTags(tx, ['offers', ...(await tagsOfOffers(tx, ids))]);
    await indexOffers(tx, ids);
  });
}
