import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { appUser } from './accounts';
import { company } from './companies';
import { place } from './places';
import { role, skill } from './roles';

export const offerState = pgEnum('offer_state', [
  'draft',
  'awaiting_payment',
  'in_review',
  'live',
  'paused',
  'expired',
  'filled',
  'suspended',
  'removed',
]);
export const seniority = pgEnum('seniority', ['intern', 'junior', 'mid', 'senior', 'lead', 'manager']);
export const workplace = pgEnum('workplace', ['onsite', 'hybrid', 'remote']);
export const contract = pgEnum('contract', ['employment', 'b2b', 'contract', 'internship']);
export const payPeriod = pgEnum('pay_period', ['hour', 'day', 'month', 'year']);
export const payTax = pgEnum('pay_tax', ['gross', 'net', 'net_vat']);
export const placeUse = pgEnum('place_use', ['workplace', 'applicant']);
export const answerKind = pgEnum('answer_kind', ['open', 'closed', 'silent']);
export const pausedBy = pgEnum('paused_by', ['employer', 'silence']);
export const answerSource = pgEnum('answer_source', ['employer', 'source']);

/** A job posting. Written only by domain/offers/commands.ts, which keeps the search tables in step. */
export const offer = pgTable(
  'offer',
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    /** Words of the title and the company, ending in `-ID`, so that the id can be read from the URL. */
    slug: text().notNull().unique(),
    companyId: integer()
      .notNull()
      .references(() => company.id),
    roleId: smallint()
      .notNull()
      .references(() => role.id),
    state: offerState().notNull(),
    title: text().notNull(),
    /** Sanitised at write to the allowlist of lib/sanitise-html.ts. */
    descriptionHtml: text().notNull(),
    /** Null where neither the title nor the source tells. */
    seniority: seniority(),
    workplace: workplace().notNull(),
    /** Such as "2 days a week in Kraków". */
    workplaceNote: text(),
    partTime: boolean().notNull().default(false),
    featured: boolean().notNull().default(false),
    applyUrl: text(),
    applyEmail: text(),
    /** Where it came from: `employer`, `demo` or an import's source name, and its id there. */
    source: text().notNull(),
    sourceId: text(),
    /** Hash of everything that was imported; an equal hash means nothing to update. */
    sourceHash: text(),
    /** Last time the source listed the offer; `--snapshot` closes what was not seen. */
    sourceSeenAt: timestamp({ withTimezone: true }),
    publishedAt: timestamp({ withTimezone: true }),
    /** The end of the days that it was given, paid for or by its source; they stand still while it is paused. */
    expiresAt: timestamp({ withTimezone: true }),
    /** When its employer wishes it closed; may be later than the days that it has, and has no effect then. */
    closesAt: timestamp({ withTimezone: true }),
    /** When the offer stops being live, unless one of the two is changed. */
    leavesAt: timestamp({ withTimezone: true }).generatedAlwaysAs(sql`least(expires_at, closes_at)`),
    closedAt: timestamp({ withTimezone: true }),
    /** Last "still open", by the employer or by the source. */
    confirmedAt: timestamp({ withTimezone: true }),
    /** Since when an answer to the roll call is awaited. */
    askedAt: timestamp({ withTimezone: true }),
    /** Why it is paused: by the employer's wish, or for want of an answer to the roll call. */
    pausedBy: pausedBy(),
    /** Since when its days stand still, paused or suspended: they are given back with its return. */
    pausedAt: timestamp({ withTimezone: true }),
    /** Why the employer states no pay, where the rules of the country allow that. */
    payReason: text(),
    /** Who posted it, and is asked about it; null for imports, and when that user is gone. */
    postedBy: text().references(() => appUser.id, { onDelete: 'set null' }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('offer_source').on(t.source, t.sourceId),
    index('offer_company').on(t.companyId),
    index('offer_live_expiry').on(t.leavesAt).where(sql`state = 'live'`),
    index('offer_source_seen').on(t.source, t.sourceSeenAt).where(sql`state = 'live'`),
    index('offer_roll_call').on(t.confirmedAt).where(sql`state = 'live' and source = 'employer'`),
    index('offer_closed').on(t.closedAt).where(sql`closed_at is not null`),
    // How many were published when, closed ones among them.
    index('offer_published')
      .on(t.publishedAt, t.roleId)
      .where(sql`state in ('live', 'paused', 'expired', 'filled')`),
    check(
      'offer_live_is_dated',
      sql`state <> 'live' or (published_at is not null and expires_at is not null)`,
    ),
    check(
      'offer_can_be_applied_to',
      sql`state <> 'live' or apply_url is not null or apply_email is not null`,
    ),
  ],
);

/** One row per contract type on offer. Null figures mean that the pay is not stated. */
export const offerPay = pgTable(
  'offer_pay',
  {
    offerId: integer()
      .notNull()
      .references(() => offer.id, { onDelete: 'cascade' }),
    contract: contract().notNull(),
    /** As stated, in minor units of `currency` per `period`. */
    statedMin: bigint({ mode: 'number' }),
    statedMax: bigint({ mode: 'number' }),
    /** ISO 4217. */
    currency: text(),
    period: payPeriod(),
    tax: payTax(),
    /** The same range as whole EUR a year (domain/offers/pay.ts), for comparing and sorting. */
    yearlyEurMin: integer(),
    yearlyEurMax: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.offerId, t.contract] }),
    check('offer_pay_ordered', sql`stated_min <= stated_max`),
    check(
      'offer_pay_complete',
      sql`(stated_min is null) = (stated_max is null) and (stated_min is null or (currency is not null and period is not null and yearly_eur_min is not null and yearly_eur_max is not null))`,
    ),
  ],
);

export const offerPlace = pgTable(
  'offer_place',
  {
    offerId: integer()
      .notNull()
      .references(() => offer.id, { onDelete: 'cascade' }),
    placeId: integer()
      .notNull()
      .references(() => place.id),
    /** `workplace`: where the desk is. `applicant`: where a remote colleague may live. */
    use: placeUse().notNull(),
    position: smallint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.offerId, t.use, t.placeId] }), index().on(t.placeId)],
);

export const offerSkill = pgTable(
  'offer_skill',
  {
    offerId: integer()
      .notNull()
      .references(() => offer.id, { onDelete: 'cascade' }),
    skillId: integer()
      .notNull()
      .references(() => skill.id),
    position: smallint().notNull(),
    /** Null where the source does not say. */
    required: boolean(),
    /** 1 (some contact) to 5 (expert); null where the source does not say. */
    level: smallint(),
  },
  (t) => [
    primaryKey({ columns: [t.offerId, t.skillId] }),
    index().on(t.skillId),
    check('offer_skill_level', sql`level between 1 and 5`),
  ],
);

/** The roll call: one reply to "still open?". */
export const offerAnswer = pgTable(
  'offer_answer',
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    offerId: integer()
      .notNull()
      .references(() => offer.id, { onDelete: 'cascade' }),
    askedAt: timestamp({ withTimezone: true }).notNull(),
    answeredAt: timestamp({ withTimezone: true }),
    answer: answerKind().notNull(),
    by: answerSource().notNull(),
  },
  (t) => [index().on(t.offerId, t.askedAt)],
);

/** First-party counts by UTC day; no visitor is identified. */
export const offerDay = pgTable(
  'offer_day',
  {
    offerId: integer()
      .notNull()
      .references(() => offer.id, { onDelete: 'cascade' }),
    day: date().notNull(),
    views: integer().notNull().default(0),
    applies: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.offerId, t.day] })],
);

/** A candidate's complaint about an offer, for the operator. */
export const offerReport = pgTable(
  'offer_report',
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    offerId: integer()
      .notNull()
      .references(() => offer.id, { onDelete: 'cascade' }),
    reason: text().notNull(),
    message: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** When the operator was done with it. */
    handledAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.offerId), index('offer_report_open').on(t.at).where(sql`handled_at is null`)],
);

/** An offer's form at each publication and edit, newest last: what is edited next, and its history. */
export const offerRevision = pgTable(
  'offer_revision',
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    offerId: integer()
      .notNull()
      .references(() => offer.id, { onDelete: 'cascade' }),
    /** The form's fields as they were sent (domain/drafts/input.ts). */
    form: jsonb().$type<Record<string, unknown>>().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** As in `event`. */
    actor: text().notNull(),
  },
  (t) => [index().on(t.offerId, t.id)],
);

/** One import or seed: what it did, for the operator and for `--snapshot`. */
export const importRun = pgTable('import_run', {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  source: text().notNull(),
  startedAt: timestamp({ withTimezone: true }).notNull(),
  finishedAt: timestamp({ withTimezone: true }),
  counts: jsonb().$type<Record<string, number>>(),
});

/** Units of `currency` for one EUR. The table carries its date and source, and is shown with them. */
export const exchangeRate = pgTable('exchange_rate', {
  currency: text().primaryKey(),
  perEur: numeric({ precision: 18, scale: 6, mode: 'number' }).notNull(),
  asOf: date().notNull(),
  source: text().notNull(),
});
