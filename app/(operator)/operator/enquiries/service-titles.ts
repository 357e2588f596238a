import { database } from '@/db/pool';
import { listPublishedTexts } from '@/domain/texts/queries';

/** What each service is called now, by slug. */
export async function serviceTitles(): Promise<Record<string, string>> {
  const texts = await listPublishedTexts(database(), 'service');
  return Object.fromEntries(texts.map(({ slug, content }) => [slug, content.title]));
}
