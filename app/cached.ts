import { unstable_cache } from 'next/cache';
import { SITE_TAG } from '@/db/invalidation';

/**
 * Runs `load` once and keeps its JSON until one of `tags` is invalidated (db/invalidation.ts); the
 * page that calls it becomes static under the same tags. The first element of `key` names the loader,
 * the others are its arguments.
 */
export function cached<T>(key: string[], tags: string[], load: () => Promise<T>): Promise<T> {
  return unstable_cache(load, key, { tags: [SITE_TAG, ...tags], revalidate: false })();
}
