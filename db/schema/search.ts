import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * Live offers only, one narrow row each: derived from `offer` and rebuilt from it at will, hence
 * without foreign keys. `facets` holds every value of every facet in one number space
 * (domain/offers/facets.ts), so that any combination of filters is one GIN look-up.
 */
export const offerSearch = pgTable(
  'offer_search',
  {
    id: integer().primaryKey(),
    company: integer().notNull(),
    /** Highest yearly EUR on offer; null if the pay is not stated. */
    salary: integer(),
    published: timestamp({ withTimezone: true }).notNull(),
    expires: timestamp({ withTimezone: true }).notNull(),
    role: smallint().notNull(),
    featured: boolean().notNull(),
    facets: integer().array().notNull(),
  },
  (t) => [
    index('offer_search_facets').using('gin', t.facets),
    index('offer_search_newest').on(t.featured.desc(), t.published.desc(), t.id.desc()),
    index('offer_search_salary').on(sql`salary desc nulls last`, t.id.desc()),
    index('offer_search_company').on(t.company, t.published.desc()),
  ],
);

/** Apart from the search row: a tsvector under 2 kB would be kept inline and widen it. */
export const offerText = pgTable(
  'offer_text',
  { id: integer().primaryKey(), tsv: tsvector().notNull() },
  (t) => [index('offer_text_tsv').using('gin', t.tsv)],
);

/** How many live offers carry a facet value. */
export const facetCount = pgTable('facet_count', {
  facet: integer().primaryKey(),
  offers: integer().notNull(),
});

/** How many live offers carry both a broad value and another one. */
export const facetPair = pgTable(
  'facet_pair',
  { broad: integer().notNull(), facet: integer().notNull(), offers: integer().notNull() },
  (t) => [primaryKey({ columns: [t.broad, t.facet] })],
);

/** Words of titles, companies and skills, for typing errors and prefixes. */
export const term = pgTable('term', { word: text().primaryKey(), offers: integer().notNull() }, (t) => [
  index('term_trigrams').using('gin', sql`${t.word} gin_trgm_ops`),
  index('term_prefix').using('btree', sql`${t.word} text_pattern_ops`),
]);
