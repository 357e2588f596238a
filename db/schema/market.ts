import { bigint, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * What live offers pay, in whole EUR a year, by role, level, contract and country; counted anew by the worker
 * and after an import. `roleId` 0 stands for all roles, and `all` for all levels, contracts and countries.
 */
export const payFigure = pgTable(
  'pay_figure',
  {
    roleId: smallint().notNull(),
    seniority: text().notNull(),
    contract: text().notNull().default('all'),
    /** ISO 3166-1 alpha-2, upper case, or `all`. */
    country: text().notNull().default('all'),
    /** Offers that state their pay. */
    offers: integer().notNull(),
    p25: integer().notNull(),
    median: integer().notNull(),
    p75: integer().notNull(),
    p98: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.country, t.contract, t.roleId, t.seniority] })],
);

/**
 * What live offers that share one value (a role, skill, company, city or country) have in common, as last
 * counted; derived from the offers and counted anew at will, hence without foreign keys.
 */
export const marketFigure = pgTable('market_figure', {
  /** The value (domain/offers/facets.ts). */
  facet: integer().primaryKey(),
  /** As in domain/market/input.ts. */
  figures: jsonb().notNull(),
  /** Stands for all that the figures were counted from: while it is the same, so are they. */
  mark: bigint({ mode: 'bigint' }).notNull(),
  /** When the figures last changed. */
  changedAt: timestamp({ withTimezone: true }).notNull(),
});

/** One row: the last time that the market was counted. */
export const marketCount = pgTable('market_count', {
  id: smallint().primaryKey().default(1),
  countedAt: timestamp({ withTimezone: true }).notNull(),
});
