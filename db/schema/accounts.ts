import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Somebody who can sign in. Not called `user`, which in Postgres is a word of its own. The columns that Auth.js
 * reads have its names.
 */
export const appUser = pgTable(
  'app_user',
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => crypto.randomUUID()),
    name: text(),
    /** Normalised (domain/accounts/rules.ts). */
    email: text().notNull().unique(),
    emailVerified: timestamp({ withTimezone: true, mode: 'date' }),
    image: text(),
    /** Since when this user runs the portal (`operator:add`); OPERATOR_EMAIL needs no row. */
    operatorSince: timestamp({ withTimezone: true, mode: 'date' }),
    createdAt: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  },
  () => [check('app_user_email_is_lower_case', sql`email = lower(email)`)],
);

/** A user's account at GitHub, Google or LinkedIn. Their tokens are not kept: we never call them again. */
export const oauthAccount = pgTable(
  'oauth_account',
  {
    userId: text()
      .notNull()
      .references(() => appUser.id, { onDelete: 'cascade' }),
    type: text().notNull(),
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    createdAt: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index().on(t.userId)],
);

export const session = pgTable(
  'session',
  {
    /** SHA-256 of the token in the cookie: who reads the table cannot sign in with it. */
    sessionToken: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => appUser.id, { onDelete: 'cascade' }),
    expires: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    /** The moment of signing in; the operator's pages ask for a recent one. */
    createdAt: timestamp({ withTimezone: true, mode: 'date' }).notNull().defaultNow(),
    userAgent: text(),
  },
  (t) => [index().on(t.userId)],
);

/** Links mailed for signing in: the address and the hash of the token, once. */
export const verificationToken = pgTable(
  'verification_token',
  {
    identifier: text().notNull(),
    token: text().notNull(),
    expires: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.identifier, t.token] })],
);

/** A change of address under way: made when both addresses have confirmed it. One per user. */
export const emailChange = pgTable('email_change', {
  userId: text()
    .primaryKey()
    .references(() => appUser.id, { onDelete: 'cascade' }),
  newEmail: text().notNull(),
  /** SHA-256 of the tokens mailed to each. */
  oldToken: text().notNull(),
  newToken: text().notNull(),
  oldConfirmedAt: timestamp({ withTimezone: true }),
  newConfirmedAt: timestamp({ withTimezone: true }),
  expiresAt: timestamp({ withTimezone: true }).notNull(),
});

/** What the demo's mail server received, in place of sending it. Empty on a live portal. */
export const caughtMail = pgTable('caught_mail', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  sender: text().notNull(),
  recipients: text().array().notNull(),
  /** The message as it was sent (RFC 5322). */
  raw: text().notNull(),
});
