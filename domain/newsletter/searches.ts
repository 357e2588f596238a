import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { NO_FILTERS, OfferFilters } from '@/domain/offers/input';
import { countryName } from '@/domain/offers/labels';
import { type NameOf, searchInWords } from '@/domain/offers/search-labels';
import { alertQuery, parseAlertQuery } from './input';

/** A search as an alert has it. */
export type Search = {
  /** Canonical query string; '' finds all offers. */
  query: string;
  filters: OfferFilters;
  /** What narrows it, in a line. */
  words: string;
};

const NAMED = ['role', 'skill', 'city', 'country', 'company'] as const;
type Named = (typeof NAMED)[number];

/**
 * The search of any /offers address, as an alert would keep it: slugs that nothing has are dropped, as the page
 * drops them, so that what is shown back is what will be looked for.
 */
export async function readSearch(db: Db, asked: string | OfferFilters): Promise<Search> {
  const filters = typeof asked === 'string' ? parseAlertQuery(asked) : asked;
  const names = await findNames(db, [filters]);
  const known = { ...filters };
  for (const key of NAMED) known[key] = filters[key].filter((value) => names(key, value) !== undefined);
  return toSearch(parseAlertQuery(alertQuery(known)), names);
}

/** Searches that are kept, by their query string. What has lost its name since is called by its slug. */
export async function findSearches(db: Db, queries: readonly string[]): Promise<Map<string, Search>> {
  const asked = [...new Set(queries)].map((query) => ({ query, filters: parseAlertQuery(query) }));
  const names = await findNames(
    db,
    asked.map(({ filters }) => filters),
  );
  return new Map(asked.map(({ query, filters }) => [query, { ...toSearch(filters, names), query }]));
}

function toSearch(filters: OfferFilters, names: NameOf): Search {
  return { query: alertQuery(filters), filters, words: searchInWords(filters, names) };
}

/** What roles, skills, places and companies of those searches are called. */
async function findNames(db: Db, searches: readonly OfferFilters[]): Promise<NameOf> {
  const slugs = (key: keyof typeof NO_FILTERS & Named) =>
    JSON.stringify([...new Set(searches.flatMap((filters) => filters[key]))]);
  const among = (key: Named) => sql`(select json_array_elements_text(${slugs(key)}::json))`;
  const rows = searches.some((filters) => NAMED.some((key) => filters[key].length > 0))
    ? await db.execute<{ key: Named; slug: string; name: string }>(sql`
        select 'role' as key, slug, short as name from role where slug in ${among('role')}
        union all select 'skill', slug, name from skill where slug in ${among('skill')}
        union all select 'city', slug, name from place where kind = 'city' and slug in ${among('city')}
        union all select 'country', lower(country_code), name from place
          where kind = 'country' and lower(country_code) in ${among('country')}
        union all select 'company', slug, name from company where slug in ${among('company')}`)
    : [];
  const names = new Map(
    rows.map(({ key, slug, name }) => [`${key} ${slug}`, key === 'country' ? countryName(slug) : name]),
  );
  return (key, value) => names.get(`${key} ${value}`);
}
