import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgEnum, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { skill } from './roles';

export const textKind = pgEnum('text_kind', ['role', 'service', 'page']);

/**
 * What a page says, as it was at one time. The published text of a page is the revision that was published
 * last; one without a time of publication is a draft, of which a page has one at most.
 */
export const textRevision = pgTable(
  'text_revision',
  {
    /** A draft gets a new one each time that it is saved, so that the id tells what somebody has read. */
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    kind: textKind().notNull(),
    slug: text().notNull(),
    /** Of the shape that domain/texts/input.ts gives its kind. */
    content: jsonb().notNull(),
    /** As in `event`: `system` or `user:ID`. */
    actor: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    updatedAt: timestamp({ withTimezone: true }).notNull(),
    publishedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex('text_revision_one_draft').on(t.kind, t.slug).where(sql`published_at is null`),
    index('text_revision_newest').on(t.kind, t.slug, t.publishedAt, t.id),
  ],
);

/** Where the page of a skill went that was renamed or merged into another. */
export const skillRedirect = pgTable(
  'skill_redirect',
  {
    /** The former slug; no skill has it any more. */
    slug: text().primaryKey(),
    skillId: integer()
      .notNull()
      .references(() => skill.id, { onDelete: 'cascade' }),
  },
  (t) => [index().on(t.skillId)],
);
