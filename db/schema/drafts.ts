import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { appUser } from './accounts';
import { company } from './companies';
import { offer } from './offers';

/**
 * An offer being written, or a live one being edited. It belongs to a user, or before signing in to whoever
 * holds the author's cookie.
 */
export const offerDraft = pgTable(
  'offer_draft',
  {
    /** Random, in the address; it opens nothing by itself. */
    id: text().primaryKey(),
    /** SHA-256 of the cookie's token, until somebody signs in. */
    author: text(),
    /** Who may claim it by signing in: the address to which its author had a link sent. */
    claimEmail: text(),
    userId: text().references(() => appUser.id, { onDelete: 'set null' }),
    companyId: integer().references(() => company.id, { onDelete: 'cascade' }),
    /** The offer that it changes, once it is sent; null for one that is not an offer yet. */
    offerId: integer()
      .unique()
      .references(() => offer.id, { onDelete: 'cascade' }),
    /** The form's fields exactly as typed, right or wrong (domain/drafts/input.ts). */
    form: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Grows with each save; a save that names another one was typed into an older copy. */
    revision: integer().notNull().default(1),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    updatedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index().on(t.author),
    index().on(t.userId),
    index().on(t.companyId),
    index().on(t.claimEmail),
    check(
      'offer_draft_has_an_owner',
      sql`author is not null or user_id is not null or company_id is not null`,
    ),
  ],
);
