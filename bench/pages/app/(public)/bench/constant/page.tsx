import { arrayOverlaps, desc } from 'drizzle-orm';
import { connection } from 'next/server';
import { signupGuard } from '@/app/(public)/newsletter/signup-guard';
import { OfferSearch } from '@/components/offers/offer-search';
import { database } from '@/db/pool';
import { offerSearch } from '@/db/schema/search';
import { PAGE_SIZE } from '@/domain/offers/input';
import { viewConstants } from '../constants';

/** The ceiling of a filtered list: one indexed query for twenty rows, then the same page from constants. */
export default async function ConstantPage() {
  await connection();
  const { facets, props } = viewConstants();
  await database()
    .select()
    .from(offerSearch)
    .where(arrayOverlaps(offerSearch.facets, facets))
    .orderBy(desc(offerSearch.featured), desc(offerSearch.published), desc(offerSearch.id))
    .limit(PAGE_SIZE);
  return <OfferSearch {...props} siteName="Rolecall" guard={signupGuard()} />;
}
