import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What somebody wrote who wants to buy a service. It is deleted some time after it was answered. */
export const enquiry = pgTable(
  'enquiry',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** Of the form that was filled in and of what was written: the same sent twice is one enquiry. */
    token: text().notNull().unique(),
    /** Slug of the service. */
    service: text().notNull(),
    name: text().notNull(),
    /** Normalised address. */
    email: text().notNull(),
    company: text().notNull(),
    /** Key of domain/enquiries/input.ts `BUDGETS`. */
    budget: text().notNull(),
    message: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    /** Null while it waits. */
    answeredAt: timestamp({ withTimezone: true }),
    /** As in `event`: `user:ID`. */
    answeredBy: text(),
    /** What the operator noted about the answer. */
    note: text().notNull().default(''),
  },
  (t) => [
    index('enquiry_waiting').on(t.createdAt, t.id).where(sql`answered_at is null`),
    index('enquiry_answered').on(t.answeredAt, t.id).where(sql`answered_at is not null`),
    check('enquiry_is_answered_by_somebody', sql`(answered_at is null) = (answered_by is null)`),
  ],
);
