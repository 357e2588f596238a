import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import { alertSearch } from './alerts';
import { offer } from './offers';

export const subscriberState = pgEnum('subscriber_state', [
  'pending',
  'active',
  'unsubscribed',
  'bounced',
  'complained',
]);
export const subscriptionKind = pgEnum('subscription_kind', ['newsletter', 'alert']);
export const subscriptionState = pgEnum('subscription_state', ['pending', 'active', 'ended']);
export const alertFrequency = pgEnum('alert_frequency', ['instant', 'daily', 'weekly']);
export const subscriptionEnd = pgEnum('subscription_end', [
  'reader',
  'one_click',
  'bounce',
  'complaint',
  'operator',
]);
export const issueState = pgEnum('issue_state', [
  'draft',
  'scheduled',
  'sending',
  'paused',
  'sent',
  'cancelled',
]);
export const deliveryKind = pgEnum('delivery_kind', ['issue', 'alert']);
export const deliveryState = pgEnum('delivery_state', [
  'waiting',
  'sending',
  'sent',
  'failed',
  'uncertain',
  'skipped',
]);

/** Somebody who gets mail, or asked to. Has nothing to do with the accounts of employers. */
export const subscriber = pgTable(
  'subscriber',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** Normalised (domain/accounts/rules.ts). */
    email: text().notNull().unique(),
    /** Only who is active gets lists and alerts. */
    state: subscriberState().notNull().default('pending'),
    /** IANA name; null: the setting `digestTimeZone`. */
    timeZone: text(),
    /** Nothing is sent until then. */
    pausedUntil: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    /** First time that a mailed link was confirmed. */
    confirmedAt: timestamp({ withTimezone: true }),
    /** Since when nothing is subscribed to any more; null while pending or active. */
    endedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index().on(t.state, t.id),
    check('subscriber_email_is_lower_case', sql`email = lower(email)`),
    check(
      'subscriber_is_confirmed',
      sql`state not in ('active', 'unsubscribed') or confirmed_at is not null`,
    ),
    check('subscriber_ends', sql`(state in ('pending', 'active')) = (ended_at is null)`),
  ],
);

/** What a subscriber gets: the newsletter, or the new offers of one search. */
export const subscription = pgTable(
  'subscription',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    subscriberId: integer()
      .notNull()
      .references(() => subscriber.id, { onDelete: 'cascade' }),
    kind: subscriptionKind().notNull(),
    /** An alert's search as a query string in canonical order (domain/newsletter/input.ts); '' of the newsletter. */
    query: text().notNull().default(''),
    /** The same as OfferFilters; null of the newsletter. */
    filters: jsonb().$type<Record<string, unknown>>(),
    /** The same as offers are matched with it; null until they are, and of the newsletter. */
    searchId: integer().references(() => alertSearch.id, { onDelete: 'set null' }),
    /** Of alerts only. */
    frequency: alertFrequency(),
    state: subscriptionState().notNull().default('pending'),
    /** When the next digest is due; null for what is not daily or weekly, or not active. */
    nextAt: timestamp({ withTimezone: true }),
    /** Of an alert: until when its finds were mailed or passed over; null before its first mail. */
    toldAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    /** Last time that it was confirmed; offers published before are never mailed. */
    confirmedAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
    endedBy: subscriptionEnd(),
  },
  (t) => [
    unique().on(t.subscriberId, t.kind, t.query),
    index('subscription_due').on(t.nextAt).where(sql`state = 'active' and next_at is not null`),
    index('subscription_active').on(t.kind, t.id).where(sql`state = 'active'`),
    index('subscription_search').on(t.searchId),
    index('subscription_to_derive')
      .on(t.id)
      .where(sql`kind = 'alert' and state = 'active' and search_id is null`),
    check('alert_has_a_search', sql`(kind = 'alert') = (filters is not null)`),
    check('alert_has_a_frequency', sql`(kind = 'alert') = (frequency is not null)`),
    check('newsletter_has_no_search', sql`kind = 'alert' or query = ''`),
    check('subscription_ends', sql`(state = 'ended') = (ended_at is not null)`),
    check('subscription_is_confirmed', sql`state <> 'active' or confirmed_at is not null`),
  ],
);

/**
 * Proof of who agreed to what, when and how: outlives subscriber and subscription until its own time is over
 * (setting `consentDays`).
 */
export const consent = pgTable(
  'consent',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** One sending of a form, which may be about several subscriptions: what its mailed link confirms. */
    signup: text().notNull(),
    subscriptionId: integer().references(() => subscription.id, { onDelete: 'set null' }),
    email: text().notNull(),
    kind: subscriptionKind().notNull(),
    query: text().notNull().default(''),
    /** Of alerts only: how often, as it was asked for. */
    frequency: alertFrequency(),
    /** What was agreed to, word for word, and its version (domain/newsletter/rules.ts). */
    wording: text().notNull(),
    wordingVersion: text().notNull(),
    /** Page of the form. */
    formUrl: text().notNull(),
    ip: text(),
    userAgent: text(),
    signedUpAt: timestamp({ withTimezone: true }).notNull(),
    /** When the mail with the link left. */
    sentAt: timestamp({ withTimezone: true }),
    confirmedAt: timestamp({ withTimezone: true }),
    confirmedIp: text(),
    confirmedUserAgent: text(),
    endedAt: timestamp({ withTimezone: true }),
    endedBy: subscriptionEnd(),
  },
  (t) => [
    unique().on(t.signup, t.kind, t.query),
    index().on(t.subscriptionId),
    index().on(t.email),
    index('consent_ended').on(t.endedAt).where(sql`ended_at is not null`),
    index('consent_unconfirmed').on(t.signedUpAt).where(sql`confirmed_at is null`),
  ],
);

/** One newsletter. */
export const issue = pgTable(
  'issue',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    slug: text().notNull().unique(),
    subject: text().notNull(),
    /** What an inbox shows after the subject. */
    preview: text().notNull().default(''),
    /** Markdown with blocks. */
    body: text().notNull(),
    state: issueState().notNull().default('draft'),
    /** Grows with each save; a save that names another one was typed into an older copy. */
    revision: integer().notNull().default(1),
    createdBy: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    updatedAt: timestamp({ withTimezone: true }).notNull(),
    scheduledAt: timestamp({ withTimezone: true }),
    startedAt: timestamp({ withTimezone: true }),
    /** When the last delivery was settled. */
    finishedAt: timestamp({ withTimezone: true }),
    /** What is sent and shown in the archive, rendered once when sending begins. */
    frozen: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    index('issue_due').on(t.scheduledAt).where(sql`state = 'scheduled'`),
    index('issue_archive').on(t.startedAt).where(sql`started_at is not null`),
    check('issue_is_scheduled', sql`state <> 'scheduled' or scheduled_at is not null`),
    check('issue_is_frozen', sql`state not in ('sending', 'paused', 'sent') or frozen is not null`),
  ],
);

/** A link of an issue, counted as it is followed. */
export const issueLink = pgTable(
  'issue_link',
  {
    issueId: integer()
      .notNull()
      .references(() => issue.id, { onDelete: 'cascade' }),
    n: smallint().notNull(),
    url: text().notNull(),
    clicks: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.issueId, t.n] })],
);

/**
 * One mail of a list to one person. It is marked `sending` in a transaction of its own right before SMTP; found
 * so after a crash it is `uncertain` and not sent again.
 */
export const delivery = pgTable(
  'delivery',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: deliveryKind().notNull(),
    issueId: integer().references(() => issue.id, { onDelete: 'cascade' }),
    /** The alert; null of an issue. */
    subscriptionId: integer().references(() => subscription.id, { onDelete: 'cascade' }),
    /** When an alert's mail was due: for digests `subscription.nextAt`. */
    windowAt: timestamp({ withTimezone: true }),
    /** Null once the subscriber is deleted: an issue's figures stay. */
    subscriberId: integer().references(() => subscriber.id, { onDelete: 'set null' }),
    state: deliveryState().notNull().default('waiting'),
    /** Of what failed or was skipped: the mail server's answer, or why. */
    reason: text(),
    /** Refusals for now, so far. */
    tries: smallint().notNull().default(0),
    /** The worker that has it in hand: what is `waiting` goes back to all others if that one dies. */
    claimedBy: text(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    /** Not before; grows with each refusal for now. */
    nextTryAt: timestamp({ withTimezone: true }),
    /** When it was marked `sending` last. */
    startedAt: timestamp({ withTimezone: true }),
    /** When it came to its last state. */
    settledAt: timestamp({ withTimezone: true }),
    /** What came of it afterwards. */
    bouncedAt: timestamp({ withTimezone: true }),
    complainedAt: timestamp({ withTimezone: true }),
    unsubscribedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    unique('delivery_of_issue').on(t.issueId, t.subscriberId),
    unique('delivery_of_alert').on(t.subscriptionId, t.windowAt),
    index('delivery_progress').on(t.issueId, t.state),
    index('delivery_waiting')
      .on(t.issueId, t.nextTryAt.nullsFirst())
      .where(sql`state = 'waiting' and claimed_by is null`),
    index('delivery_claimed').on(t.claimedBy).where(sql`claimed_by is not null`),
    check('delivery_is_claimed_while_open', sql`claimed_by is null or state in ('waiting', 'sending')`),
    index().on(t.subscriberId),
    check(
      'delivery_is_of_an_issue_or_an_alert',
      sql`
      case kind when 'issue' then issue_id is not null and subscription_id is null and window_at is null
                else issue_id is null and subscription_id is not null and window_at is not null end`,
    ),
  ],
);

/** An offer that was put into a mail of an alert. The key is what keeps it from being mailed twice. */
export const alertHit = pgTable(
  'alert_hit',
  {
    subscriptionId: integer()
      .notNull()
      .references(() => subscription.id, { onDelete: 'cascade' }),
    offerId: integer()
      .notNull()
      .references(() => offer.id, { onDelete: 'cascade' }),
    deliveryId: bigint({ mode: 'number' })
      .notNull()
      .references(() => delivery.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.subscriptionId, t.offerId] }),
    index().on(t.offerId),
    index().on(t.deliveryId),
  ],
);

/** Bounces and complaints that mail servers reported (/api/mail-events), by the sender's own number: each once. */
export const mailEvent = pgTable(
  'mail_event',
  {
    id: text().primaryKey(),
    kind: text().notNull(),
    deliveryId: bigint({ mode: 'number' }).references(() => delivery.id, { onDelete: 'set null' }),
    subscriberId: integer().references(() => subscriber.id, { onDelete: 'set null' }),
    /** When it happened, as the sender says. */
    at: timestamp({ withTimezone: true }).notNull(),
    receivedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.deliveryId), index().on(t.subscriberId), index().on(t.receivedAt)],
);
