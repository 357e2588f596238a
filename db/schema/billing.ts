import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
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
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { appUser } from './accounts';
import { company } from './companies';
import { offer } from './offers';

export const planKind = pgEnum('plan_kind', ['basic', 'featured', 'pack', 'extension', 'upgrade']);
/** What an order is for; of each at most one is being paid for an offer at a time. */
export const orderPurpose = pgEnum('order_purpose', ['publication', 'extension', 'upgrade', 'pack']);
export const orderState = pgEnum('order_state', [
  'open',
  'processing',
  'paid',
  'partly_refunded',
  'refunded',
  'refund_failed',
  'disputed',
  'lost',
  'failed',
  'expired',
]);
/** What a paid order did; `refused`: there was nothing left to do, and the money goes back. */
export const orderOutcome = pgEnum('order_outcome', [
  'published',
  'in_review',
  'extended',
  'renewed',
  'upgraded',
  'credited',
  'refused',
]);
export const creditKind = pgEnum('credit_kind', ['bought', 'spent', 'expired', 'reversed', 'returned']);

/** What is sold. Orders keep a copy, so that a change here alters none of them. */
export const plan = pgTable(
  'plan',
  {
    code: text().primaryKey(),
    kind: planKind().notNull(),
    name: text().notNull(),
    /** Minor units of `currency`, without tax. */
    price: integer().notNull(),
    /** ISO 4217. */
    currency: text().notNull(),
    /** On the list, for each offer; 0 for an upgrade, which lasts as long as the offer does. */
    days: integer().notNull(),
    /** Offers that a pack pays for; 0 for the others. */
    credits: integer().notNull().default(0),
    /** For how many days the credits of a pack hold. */
    creditDays: integer(),
    active: boolean().notNull().default(true),
    position: smallint().notNull(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  () => [
    check('plan_price_not_negative', sql`price >= 0`),
    check('plan_credits_hold_for_a_time', sql`(credits > 0) = (credit_days is not null)`),
  ],
);

/**
 * One purchase. Not called `order`, which in SQL is a word of its own. An offer that a credit pays for has an
 * order too, of amount nought, so that every publication is an order's.
 */
export const planOrder = pgTable(
  'plan_order',
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    /** How Stripe knows it: no other portal at the same Stripe account has the same one. */
    reference: text()
      .notNull()
      .unique()
      .$defaultFn(() => crypto.randomUUID()),
    companyId: integer()
      .notNull()
      .references(() => company.id),
    /** Null for a pack, and once a draft that was never paid for is discarded. */
    offerId: integer().references(() => offer.id, { onDelete: 'set null' }),
    /** Who bought; null once that account is gone. */
    userId: text().references(() => appUser.id, { onDelete: 'set null' }),
    purpose: orderPurpose().notNull(),
    state: orderState().notNull(),

    // The plan as it was sold.
    planCode: text().notNull(),
    planKind: planKind().notNull(),
    planName: text().notNull(),
    price: integer().notNull(),
    currency: text().notNull(),
    days: integer().notNull(),
    credits: integer().notNull().default(0),
    creditDays: integer(),

    /** Grows when Stripe refused to open a checkout and another was asked for; part of the idempotency key. */
    attempt: smallint().notNull().default(1),
    /** What Stripe was asked, to be asked again in the same words. Null for credits. */
    checkout: jsonb().$type<Record<string, unknown>>(),
    sessionId: text().unique(),
    checkoutUrl: text(),
    /** When the checkout closes by itself. */
    expiresAt: timestamp({ withTimezone: true }),

    paymentIntentId: text().unique(),
    /** As it was paid, with discounts and tax, in minor units; null until then. */
    amountTotal: integer(),
    /** What was given back and arrived, or is on its way. */
    amountRefunded: integer().notNull().default(0),
    /** What was to be given back, and the bank sent back to us. */
    refundFailed: integer().notNull().default(0),
    /** Disputes by Stripe's id, as far as they have got. */
    disputes: jsonb().$type<Record<string, 'open' | 'won' | 'lost'>>().notNull().default({}),
    invoiceUrl: text(),
    receiptUrl: text(),

    /** The pack whose credit paid for it. */
    packOrderId: integer().references((): AnyPgColumn => planOrder.id),
    outcome: orderOutcome(),
    /** When it was paid and its outcome came about. */
    fulfilledAt: timestamp({ withTimezone: true }),
    /** The offer is suspended because of a dispute about this order. */
    holdsOffer: boolean().notNull().default(false),
    /** Of a pack: when its credits lapse. */
    creditsExpireAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    updatedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    uniqueIndex('plan_order_one_payable')
      .on(t.offerId, t.purpose)
      .where(sql`state in ('open', 'processing') and offer_id is not null`),
    uniqueIndex('plan_order_one_payable_pack')
      .on(t.companyId)
      .where(sql`state = 'open' and purpose = 'pack'`),
    index('plan_order_waiting').on(t.createdAt).where(sql`state in ('open', 'processing')`),
    index().on(t.companyId, t.id),
    index().on(t.offerId),
    index().on(t.packOrderId),
    check('plan_order_pack_has_no_offer', sql`purpose <> 'pack' or offer_id is null`),
    check(
      'plan_order_outcome_once_paid',
      sql`(outcome is null) = (fulfilled_at is null) and (outcome is null or state not in ('open', 'processing', 'failed', 'expired'))`,
    ),
  ],
);

/** What Stripe told about an order. The id says whether an event was dealt with, and nothing else does. */
export const orderEvent = pgTable(
  'order_event',
  {
    /** Stripe's. */
    id: text().primaryKey(),
    orderId: integer()
      .notNull()
      .references(() => planOrder.id),
    type: text().notNull(),
    /** When it happened, as Stripe says. */
    at: timestamp({ withTimezone: true }).notNull(),
    handledAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.orderId, t.at)],
);

/** The ledger of credits, append only: one account for each pack that was bought. */
export const creditEntry = pgTable(
  'credit_entry',
  {
    packOrderId: integer()
      .notNull()
      .references(() => planOrder.id),
    /** From 1; two entries that want the same number cannot both be. */
    entry: integer().notNull(),
    kind: creditKind().notNull(),
    change: integer().notNull(),
    /** After this entry. */
    balance: integer().notNull(),
    /** The order that a credit was spent on. */
    spentOn: integer()
      .unique()
      .references(() => planOrder.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.packOrderId, t.entry] }),
    uniqueIndex('credit_entry_bought_once').on(t.packOrderId).where(sql`kind = 'bought'`),
    check('credit_entry_never_below_nought', sql`balance >= 0`),
    check(
      'credit_entry_makes_sense',
      // As text: Postgres does not let a value be used in the transaction that adds it to its type.
      sql`(kind::text in ('bought', 'returned')) = (change > 0) and (kind = 'spent') = (spent_on is not null) and (kind <> 'spent' or change = -1)`,
    ),
  ],
);

/** What an employer was told of an offer's end; each once in the time that was paid for, or of a closing date. */
export const offerReminder = pgTable(
  'offer_reminder',
  {
    offerId: integer()
      .notNull()
      .references(() => offer.id, { onDelete: 'cascade' }),
    /** When that time was given (publication, the latest extension or renewal); or the closing date itself. */
    since: timestamp({ withTimezone: true }).notNull(),
    /** Days before the end; 0 for the end itself. */
    daysLeft: smallint().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.offerId, t.since, t.daysLeft] })],
);

/** A company as Stripe knows it. */
export const stripeCustomer = pgTable('stripe_customer', {
  companyId: integer()
    .primaryKey()
    .references(() => company.id, { onDelete: 'cascade' }),
  customerId: text().notNull().unique(),
});

/** Up to when Stripe's list of events was read through. One row. */
export const stripeCursor = pgTable(
  'stripe_cursor',
  {
    one: boolean().primaryKey().default(true),
    readTo: timestamp({ withTimezone: true }).notNull(),
  },
  () => [check('stripe_cursor_is_one', sql`one`)],
);
