import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * What a list is narrowed and sorted by. Live offers only, derived from `offer` and rebuilt from it at
 * will (domain/offers/search-index.ts), hence without foreign keys.
 */
const searched = () => ({
  id: integer().primaryKey(),
  company: integer().notNull(),
  published: timestamp({ withTimezone: true }).notNull(),
  expires: timestamp({ withTimezone: true }).notNull(),
  /** Highest yearly EUR on offer; null if the pay is not stated. */
  salary: integer(),
  featured: boolean().notNull(),
  /** Of role `other`: found by text, but not on the bare list. */
  outsideIt: boolean().notNull(),
  /**
   * Every value of every filter in one number space (domain/offers/facets.ts), so that any combination
   * of filters is one GIN look-up.
   */
  facets: integer().array().notNull(),
});

/** One narrow row per offer: what a search without words reads. */
export const offerSearch = pgTable('offer_search', searched(), (t) => [
  index('offer_search_facets').using('gin', t.facets),
  index('offer_search_newest').on(
    t.featured.desc().nullsFirst(),
    t.published.desc().nullsFirst(),
    t.id.desc().nullsFirst(),
  ),
  index('offer_search_salary').on(
    t.salary.desc().nullsLast(),
    t.published.desc().nullsFirst(),
    t.id.desc().nullsFirst(),
  ),
  index('offer_search_company').on(t.company),
  index('offer_search_expires').on(t.expires),
]);

/**
 * The same row with its words: apart, because the vector would widen the narrow row tenfold, and with
 * the facets again, because one index over both answers "these words under these filters" at once.
 */
export const offerText = pgTable(
  'offer_text',
  {
    ...searched(),
    /** Stems of the title (A), of company, skills and role (B), of places and terms (C): for ranking. */
    head: tsvector().notNull(),
    /** Whole words of title, company and skills, as counted in `term`. */
    words: text().array().notNull(),
    /** `head` and the beginning of the description (D). */
    tsv: tsvector().notNull(),
  },
  (t) => [index('offer_text_words').using('gin', t.facets, t.tsv)],
);

/** How many live offers carry a facet value; those outside IT count under role and company only. */
export const facetCount = pgTable('facet_count', {
  facet: integer().primaryKey(),
  offers: integer().notNull(),
  /** True once the value has been so frequent that its `facet_pair` rows are kept. */
  paired: boolean().notNull().default(false),
});

/** How many live offers in IT carry a frequent value and another one; a row may be 0. */
export const facetPair = pgTable(
  'facet_pair',
  { frequent: integer().notNull(), facet: integer().notNull(), offers: integer().notNull() },
  (t) => [primaryKey({ columns: [t.frequent, t.facet] })],
);

/** Words of titles, companies and skills, for typing errors and prefixes. */
export const term = pgTable('term', { word: text().primaryKey(), offers: integer().notNull() }, (t) => [
  index('term_trigrams').using('gin', sql`${t.word} gin_trgm_ops`),
  index('term_prefix').using('btree', sql`${t.word} text_pattern_ops`),
]);
