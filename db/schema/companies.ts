import { index, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';

export const company = pgTable(
  'company',
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    /** Normalised name (see domain/companies/rules.ts); with the domain it tells companies apart. */
    nameKey: text().notNull(),
    /** Registrable host of the company's own site, lower case, without www. */
    domain: text(),
    website: text(),
    logoUrl: text(),
    about: text(),
    size: text(),
    foundedYear: integer(),
    benefits: text().array().notNull().default([]),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique('company_name_domain').on(t.nameKey, t.domain).nullsNotDistinct(), index().on(t.domain)],
);
