import type { Db } from '@/db/client';
import { type By, publishDraft, saveDraft, type TextOf } from '@/domain/texts/commands';
import { TEXT_SCHEMAS, type TextContent, type TextKind } from '@/domain/texts/input';
import { findText } from '@/domain/texts/queries';

/**
 * Keeps what the operator has written as the draft of a text, and publishes it if `publish` is set. False where it
 * says what was published already: then nothing was changed. Throws DomainError `text_changed` as `saveDraft` does.
 */
export async function writeText<Kind extends TextKind>(
  db: Db,
  { publish, ...text }: TextOf<Kind> & { content: TextContent[Kind]; base: number | null; publish: boolean },
  by: By,
): Promise<boolean> {
  const { kind, slug, content } = text;
  return db.transaction(async (tx) => {
    const held = await findText(tx, kind, slug);
    if (held && !held.isDraft && isSame(kind, held.content, content)) return false;
    const id = await saveDraft(tx, text, by);
    if (publish) await publishDraft(tx, { kind, slug, id }, by);
    return true;
  });
}

function isSame<Kind extends TextKind>(kind: Kind, a: TextContent[Kind], b: TextContent[Kind]): boolean {
  const [one, other] = [a, b].map((content) => JSON.stringify(TEXT_SCHEMAS[kind].parse(content)));
  return one === other;
}
