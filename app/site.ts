import { database } from '@/db/pool';
import { readSettings } from '@/domain/settings/settings';
import { env } from '@/lib/env';
import { cached } from './cached';

export type Site = {
  name: string;
  /** Origin of absolute links, without a trailing slash. */
  url: string;
};

/**
 * The portal's name and address. Through the cache, so that every page carries the site tag: the build
 * does not know the operator's environment, and all pages are rendered anew at boot.
 */
export function loadSite(): Promise<Site> {
  return cached(['site'], [], async () => {
    const { SITE_NAME, SITE_URL } = env();
    return { name: SITE_NAME, url: SITE_URL };
  });
}

/** Sections that an owner may do without; every page links to those that there are. */
export type Sections = { services: boolean };

export function loadSections(): Promise<Sections> {
  return cached(['sections'], ['services'], async () => {
    const { showServices } = await readSettings(database());
    return { services: showServices };
  });
}
