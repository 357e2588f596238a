import { cached } from '@/app/cached';
import type { ShownBlock } from '@/components/newsletter/issue-content';
import { database } from '@/db/pool';
import { type ArchivedIssue, findArchived, listArchive } from '@/domain/newsletter/archive';
import { ARCHIVE_TAG } from '@/domain/newsletter/sending';
import { env } from '@/lib/env';
import { markdownToHtml } from '@/lib/markdown';

export function loadArchive(): Promise<ArchivedIssue[]> {
  return cached(['newsletter-archive'], [ARCHIVE_TAG], () => listArchive(database()));
}

/** An issue as it was sent; null where there is none of that address. */
export function loadArchived(slug: string): Promise<(ArchivedIssue & { blocks: ShownBlock[] }) | null> {
  return cached(['newsletter-archived', slug], [ARCHIVE_TAG], async () => {
    const found = await findArchived(database(), slug);
    if (!found) return null;
    const { content, ...issue } = found;
    const blocks = content.map((block) =>
      block.kind === 'text' ? { kind: 'html' as const, html: toHtml(block.markdown) } : block,
    );
    return { ...issue, blocks };
  });
}

/** The sanitiser keeps complete addresses only; the operator may have written a path. */
function toHtml(markdown: string): string {
  return markdownToHtml(markdown.replaceAll('](/', `](${env().SITE_URL}/`));
}
