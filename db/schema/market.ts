import { integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';

/**
 * What live offers pay, in whole EUR a year, by role and level; counted anew by the worker and after
 * an import. `roleId` 0 stands for all roles, seniority `all` for all levels.
 */
export const payFigure = pgTable(
  'pay_figure',
  {
    roleId: smallint().notNull(),
    seniority: text().notNull(),
    /** Offers that state their pay. */
    offers: integer().notNull(),
    p2: integer().notNull(),
    p25: integer().notNull(),
    median: integer().notNull(),
    p75: integer().notNull(),
    p98: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roleId, t.seniority] })],
);
