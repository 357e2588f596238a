import { sql } from 'drizzle-orm';
import {
  customType,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { appUser } from './accounts';
import { place } from './places';
import { skill } from './roles';

export const memberRole = pgEnum('member_role', ['owner', 'recruiter']);
export const claimState = pgEnum('claim_state', ['waiting', 'granted', 'refused']);

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

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

/** The towns a company names in its profile. */
export const companyPlace = pgTable(
  'company_place',
  {
    companyId: integer()
      .notNull()
      .references(() => company.id, { onDelete: 'cascade' }),
    placeId: integer()
      .notNull()
      .references(() => place.id),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.placeId] })],
);

/** The stack a company names in its profile, beside what its offers ask for. */
export const companySkill = pgTable(
  'company_skill',
  {
    companyId: integer()
      .notNull()
      .references(() => company.id, { onDelete: 'cascade' }),
    skillId: integer()
      .notNull()
      .references(() => skill.id),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.skillId] })],
);

/** Always our own re-encoded picture, never the bytes that were uploaded (docs/decisions/0007-uploads.md). */
export const companyLogo = pgTable('company_logo', {
  companyId: integer()
    .primaryKey()
    .references(() => company.id, { onDelete: 'cascade' }),
  webp: bytes().notNull(),
  /** Part of the address, so that browsers may keep it for ever. */
  hash: text().notNull(),
  updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

export const companyMember = pgTable(
  'company_member',
  {
    companyId: integer()
      .notNull()
      .references(() => company.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => appUser.id, { onDelete: 'cascade' }),
    role: memberRole().notNull(),
    joinedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.userId] }), index().on(t.userId)],
);

/** A colleague who was invited and has not come yet; one open invitation for each address. */
export const companyInvitation = pgTable(
  'company_invitation',
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    companyId: integer()
      .notNull()
      .references(() => company.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    role: memberRole().notNull(),
    /** SHA-256 of the mailed token. */
    token: text().notNull().unique(),
    invitedBy: text().references(() => appUser.id, { onDelete: 'set null' }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [unique('company_invitation_address').on(t.companyId, t.email)],
);

/** Somebody says that a company, known from imported offers, say, is theirs. */
export const companyClaim = pgTable(
  'company_claim',
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    companyId: integer()
      .notNull()
      .references(() => company.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => appUser.id, { onDelete: 'cascade' }),
    state: claimState().notNull().default('waiting'),
    /** Why the operator should believe it. */
    message: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    decidedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex('company_claim_waiting').on(t.companyId, t.userId).where(sql`state = 'waiting'`),
    index().on(t.userId),
  ],
);
