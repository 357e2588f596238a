import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { invalidateTags } from '@/db/invalidation';
import { textRevision } from '@/db/schema/texts';
import { DomainError } from '@/lib/errors';
import { type TextContent, type TextKind, textsTag, textTag } from './input';

/** A text by what it is the text of. */
export type TextOf<Kind extends TextKind = TextKind> = { kind: Kind; slug: string };
/** Who acts, and when. */
export type By = { actor: string; now: Date };

/** Somebody else has changed the text since it was read. */
export const TEXT_CHANGED = 'text_changed';

/**
 * Keeps `content` as the draft of a text; resolves to the draft's new id. `base` is the id of the revision that
 * the writer began with, as `findText` gave it: the draft if there was one, else the published one; null if
 * there was none. Throws DomainError `text_changed`, and keeps what is there, if that is another by now; saving
 * the same content again is not a change. The content is to be valid (readTextFile).
 */
export async function saveDraft<Kind extends TextKind>(
  db: Db,
  { kind, slug, content, base }: TextOf<Kind> & { content: TextContent[Kind]; base: number | null },
  { actor, now }: By,
): Promise<number> {
  return db.transaction(async (tx) => {
    const at = now.toISOString();
    const [saved] = await tx.execute<{ id: number }>(sql`
      insert into text_revision (kind, slug, content, actor, created_at, updated_at)
      select ${kind}, ${slug}, ${JSON.stringify(content)}::jsonb, ${actor}, ${at}::timestamptz, ${at}::timestamptz
      where (${headOf(kind, slug)}) is not distinct from ${base}::int
      on conflict (kind, slug) where published_at is null do update
        set id = excluded.id, content = excluded.content, actor = excluded.actor, updated_at = excluded.updated_at
        where text_revision.id = ${base}::int
      returning id`);
    if (saved) {
      await note(tx, 'text.drafted', saved.id, { kind, slug }, { actor, now });
      return saved.id;
    }
    const [same] = await tx
      .select({ id: textRevision.id })
      .from(textRevision)
      .where(and(draftOf(kind, slug), sql`${textRevision.content} = ${JSON.stringify(content)}::jsonb`));
    if (!same) throw new DomainError(TEXT_CHANGED);
    return same.id;
  });
}

/**
 * Publishes a draft that somebody has read as `id`: its pages are rendered anew. Safe to repeat. Throws
 * DomainError `text_changed` if the draft was saved again or discarded meanwhile.
 */
export async function publishDraft(
  db: Db,
  { kind, slug, id }: TextOf & { id: number },
  by: By,
): Promise<void> {
  await db.transaction(async (tx) => {
    const published = await tx
      .update(textRevision)
      .set({ publishedAt: by.now, updatedAt: by.now, actor: by.actor })
      .where(and(draftOf(kind, slug), eq(textRevision.id, id)))
      .returning({ id: textRevision.id });
    if (published.length > 0) return announce(tx, 'text.published', id, { kind, slug }, by);
    const before = await tx
      .select({ id: textRevision.id })
      .from(textRevision)
      .where(and(eq(textRevision.id, id), eq(textRevision.kind, kind), eq(textRevision.slug, slug)));
    if (before.length === 0) throw new DomainError(TEXT_CHANGED);
  });
}

/** Throws away a draft that somebody has read as `id`; false if it is not there any more in that state. */
export async function discardDraft(
  db: Db,
  { kind, slug, id }: TextOf & { id: number },
  by: By,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(textRevision)
      .where(and(draftOf(kind, slug), eq(textRevision.id, id)))
      .returning({ id: textRevision.id });
    if (gone.length > 0) await note(tx, 'text.discarded', id, { kind, slug }, by);
    return gone.length > 0;
  });
}

/**
 * Publishes an earlier published revision again, as a copy; a draft stays as it is. False if there is no such
 * revision, or the published text says the same already.
 */
export async function restoreRevision(
  db: Db,
  { kind, slug, id }: TextOf & { id: number },
  by: By,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const at = by.now.toISOString();
    const [restored] = await tx.execute<{ id: number }>(sql`
      insert into text_revision (kind, slug, content, actor, created_at, updated_at, published_at)
      select kind, slug, content, ${by.actor}, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
      from text_revision old
      where id = ${id} and kind = ${kind} and slug = ${slug} and published_at is not null
        and content <> (
          select content from text_revision
          where kind = old.kind and slug = old.slug and published_at is not null
          order by published_at desc, id desc limit 1)
      returning id`);
    if (!restored) return false;
    await announce(tx, 'text.restored', restored.id, { kind, slug, from: id }, by);
    return true;
  });
}

/** Id of the draft, else of the published revision, else null. */
function headOf(kind: TextKind, slug: string): SQL {
  return sql`select id from text_revision where kind = ${kind} and slug = ${slug}
    order by published_at desc nulls first, id desc limit 1`;
}

function draftOf(kind: TextKind, slug: string): SQL | undefined {
  return and(eq(textRevision.kind, kind), eq(textRevision.slug, slug), isNull(textRevision.publishedAt));
}

type Said = TextOf & Record<string, unknown>;

async function note(db: Db, type: string, subjectId: number, data: Said, { actor, now }: By): Promise<void> {
  await recordEvent(db, { at: now, actor, type, subject: 'text', subjectId, data });
}

async function announce(db: Db, type: string, subjectId: number, data: Said, by: By): Promise<void> {
  await note(db, type, subjectId, data, by);
  await invalidateTags(db, [textTag(data.kind, data.slug), textsTag(data.kind)]);
}
