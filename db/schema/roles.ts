import { boolean, index, integer, pgEnum, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';

export const skillKind = pgEnum('skill_kind', [
  'language',
  'framework',
  'database',
  'cloud',
  'tool',
  'practice',
]);

/** An occupation, such as "Backend developer". The row `other` holds offers outside IT. */
export const role = pgTable('role', {
  id: smallint().primaryKey().generatedByDefaultAsIdentity(),
  slug: text().notNull().unique(),
  title: text().notNull(),
  plural: text().notNull(),
  /** As in "Backend offers". */
  short: text().notNull(),
  group: text().notNull(),
  summary: text().notNull(),
  /** ESCO occupation code (such as 2512.4) and ISCO-08 group, where one fits. */
  escoCode: text(),
  iscoCode: text(),
  position: smallint().notNull(),
});

export const skill = pgTable('skill', {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  kind: skillKind().notNull(),
  summary: text().notNull(),
  /** Added or changed by the operator: what a version ships no longer counts for it. */
  edited: boolean().notNull().default(false),
});

export const skillAlias = pgTable(
  'skill_alias',
  {
    /** Lower case, as searched. */
    alias: text().notNull(),
    skillId: integer()
      .notNull()
      .references(() => skill.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.alias, t.skillId] }), index().on(t.skillId)],
);
