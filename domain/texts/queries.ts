import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { textRevision } from '@/db/schema/texts';
import type { TextContent, TextKind } from './input';

/** One state of a text. Instants are ISO 8601. */
export type Revision = {
  id: number;
  slug: string;
  /** `system` or `user:ID`. */
  actor: string;
  updatedAt: string;
  /** Null for a draft. */
  publishedAt: string | null;
};

export type PublishedText<Kind extends TextKind> = {
  id: number;
  slug: string;
  content: TextContent[Kind];
  publishedAt: string;
  /** When a text was first published under this slug. */
  firstPublishedAt: string;
};

/** What the page of a slug says now, or null if nothing was published. */
export async function findPublishedText<Kind extends TextKind>(
  db: Db,
  kind: Kind,
  slug: string,
): Promise<PublishedText<Kind> | null> {
  const [found] = await listPublishedTexts(db, kind, slug);
  return found ?? null;
}

/** What the pages of a kind say now, by slug; only that of `slug`, if it is given. */
export async function listPublishedTexts<Kind extends TextKind>(
  db: Db,
  kind: Kind,
  slug?: string,
): Promise<PublishedText<Kind>[]> {
  const rows = await db
    .selectDistinctOn([textRevision.slug], {
      id: textRevision.id,
      slug: textRevision.slug,
      content: textRevision.content,
      publishedAt: textRevision.publishedAt,
      firstPublishedAt:
        sql`min(${textRevision.publishedAt}) over (partition by ${textRevision.slug})`.mapWith(
          textRevision.publishedAt,
        ),
    })
    .from(textRevision)
    .where(
      and(
        eq(textRevision.kind, kind),
        isNotNull(textRevision.publishedAt),
        slug === undefined ? undefined : eq(textRevision.slug, slug),
      ),
    )
    .orderBy(textRevision.slug, sql`${textRevision.publishedAt} desc`, sql`${textRevision.id} desc`);
  return rows.flatMap(({ content, publishedAt, firstPublishedAt, ...row }) =>
    publishedAt
      ? {
          ...row,
          content: content as TextContent[Kind],
          publishedAt: publishedAt.toISOString(),
          firstPublishedAt: (firstPublishedAt ?? publishedAt).toISOString(),
        }
      : [],
  );
}

/** The draft of a text, or null. */
export async function findDraft<Kind extends TextKind>(
  db: Db,
  kind: Kind,
  slug: string,
): Promise<(Revision & { content: TextContent[Kind] }) | null> {
  const [row] = await db
    .select()
    .from(textRevision)
    .where(and(eq(textRevision.kind, kind), eq(textRevision.slug, slug), isNull(textRevision.publishedAt)));
  return row ? { ...toRevision(row), content: row.content as TextContent[Kind] } : null;
}

/**
 * What an editor begins with: the draft, else the published text, and its id as the `base` to save on; null for a
 * text that was never written.
 */
export async function findText<Kind extends TextKind>(
  db: Db,
  kind: Kind,
  slug: string,
): Promise<{ content: TextContent[Kind]; base: number; isDraft: boolean } | null> {
  const draft = await findDraft(db, kind, slug);
  if (draft) return { content: draft.content, base: draft.id, isDraft: true };
  const published = await findPublishedText(db, kind, slug);
  return published && { content: published.content, base: published.id, isDraft: false };
}

/** Every state that is kept of a text: its draft first, then those published, the latest first. */
export async function listRevisions(db: Db, kind: TextKind, slug: string): Promise<Revision[]> {
  const rows = await db
    .select()
    .from(textRevision)
    .where(and(eq(textRevision.kind, kind), eq(textRevision.slug, slug)))
    .orderBy(sql`${textRevision.publishedAt} desc nulls first`, sql`${textRevision.id} desc`);
  return rows.map(toRevision);
}

/** One state of a text, or null if the text has none of that id. */
export async function findRevision<Kind extends TextKind>(
  db: Db,
  kind: Kind,
  slug: string,
  id: number,
): Promise<(Revision & { content: TextContent[Kind] }) | null> {
  const [row] = await db
    .select()
    .from(textRevision)
    .where(and(eq(textRevision.id, id), eq(textRevision.kind, kind), eq(textRevision.slug, slug)));
  return row ? { ...toRevision(row), content: row.content as TextContent[Kind] } : null;
}

/** By slug: when the texts of a kind were published last, and saved as drafts. For an editor's list. */
export async function listTextStates(
  db: Db,
  kind: TextKind,
): Promise<Record<string, { published: Revision | null; draft: Revision | null }>> {
  const rows = await db
    .select()
    .from(textRevision)
    .where(eq(textRevision.kind, kind))
    .orderBy(sql`${textRevision.publishedAt} desc nulls last`, sql`${textRevision.id} desc`);
  const states: Record<string, { published: Revision | null; draft: Revision | null }> = {};
  for (const row of rows) {
    states[row.slug] ??= { published: null, draft: null };
    const state = states[row.slug];
    if (!state) continue;
    if (row.publishedAt === null) state.draft = toRevision(row);
    else state.published ??= toRevision(row);
  }
  return states;
}

function toRevision({ id, slug, actor, updatedAt, publishedAt }: typeof textRevision.$inferSelect): Revision {
  return {
    id,
    slug,
    actor,
    updatedAt: updatedAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
  };
}
