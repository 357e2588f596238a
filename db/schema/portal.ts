import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What happened, to what, by whom. Append only. */
export const event = pgTable(
  'event',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** `system`, `import:SOURCE`, or `user:ID`. */
    actor: text().notNull(),
    /** Such as `offer.published`. */
    type: text().notNull(),
    subject: text().notNull(),
    subjectId: integer().notNull(),
    data: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    index().on(t.subject, t.subjectId, t.id),
    // What people did, for the operator: few among the many rows of imports.
    index('event_by_person').on(t.id).where(sql`actor like 'user:%'`),
  ],
);

/** What an owner changes while the portal runs; the default of each key is in domain/settings. */
export const setting = pgTable('setting', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** Tags of pages to be rendered anew; written in the transaction of the change (ADR 0003). */
export const cacheInvalidation = pgTable(
  'cache_invalidation',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    tag: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index().on(t.at)],
);
