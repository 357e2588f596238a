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
import { offer } from './offers';

const tsquery = customType<{ data: string }>({ dataType: () => 'tsquery' });

/**
 * An offer's first time on the list, which alerts are told of once: the row is written with its publication and
 * marked with its hits, and a later return to the list finds it there.
 */
export const offerDebut = pgTable(
  'offer_debut',
  {
    offerId: integer()
      .primaryKey()
      .references(() => offer.id, { onDelete: 'cascade' }),
    at: timestamp({ withTimezone: true }).notNull(),
    /** When alerts were matched with it. */
    matchedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('offer_debut_waiting').on(t.offerId).where(sql`matched_at is null`)],
);

/**
 * What alerts look for, each search once, however many have it: here the facets that an offer must carry
 * (domain/offers/facets.ts), any of each list, and words. Null is any; an empty list nothing. What costs less to
 * check stands beside the ways in. Derived (domain/newsletter/alert-searches.ts).
 */
export const alertSearch = pgTable(
  'alert_search',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** As in `subscription`. */
    query: text().notNull().unique(),
    role: integer().array(),
    skill: integer().array(),
    city: integer().array(),
    country: integer().array(),
    company: integer().array(),
    words: tsquery(),
    /** To be derived anew before the next match: something that it names has changed. */
    stale: boolean().notNull().default(false),
  },
  (t) => [index('alert_search_stale').on(t.id).where(sql`stale`)],
);

const checkedFirst = () => ({
  searchId: integer()
    .notNull()
    .references(() => alertSearch.id, { onDelete: 'cascade' }),
  /** Traits (domain/newsletter/traits.ts) with which an offer does not pass. */
  ruledOut: integer().notNull(),
  /** Whole EUR a year. */
  salaryMin: integer().notNull(),
});

/**
 * The way in to a search: an offer may pass only if it carries one of these facets, those of its rarest condition;
 * 0 is carried by every offer.
 */
export const alertAnchor = pgTable('alert_anchor', { facet: integer().notNull(), ...checkedFirst() }, (t) => [
  primaryKey({ columns: [t.facet, t.searchId] }),
  index().on(t.searchId),
]);

/** The same, where words are the rarest condition: an offer may pass only if its text has one of these. */
export const alertWord = pgTable('alert_word', { word: text().notNull(), ...checkedFirst() }, (t) => [
  primaryKey({ columns: [t.word, t.searchId] }),
  index().on(t.searchId),
]);

/** Offers that were matched at once. Batches come to be one after the other, so that later ones have later times. */
export const alertBatch = pgTable(
  'alert_batch',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** When those were mailed who want to know at once. */
    toldAt: timestamp({ withTimezone: true }),
  },
  (t) => [index('alert_batch_untold').on(t.id).where(sql`told_at is null`), index().on(t.at)],
);

/**
 * What a search found in a batch. Kept by search, not by alert: many have the same, and few read it at once. Written
 * by the thousand and deleted after some weeks, hence without foreign keys.
 */
export const alertFind = pgTable(
  'alert_find',
  { searchId: integer().notNull(), batchId: integer().notNull(), offers: integer().array().notNull() },
  (t) => [
    primaryKey({ columns: [t.searchId, t.batchId] }),
    // Batches are written in their order.
    index('alert_find_batch').using('brin', t.batchId),
  ],
);
