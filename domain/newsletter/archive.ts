import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { issue } from '@/db/schema/newsletter';
import type { ContentBlock, FrozenIssue } from './issue-input';

/** As JSON: dates are ISO 8601 in UTC. */
export type ArchivedIssue = { slug: string; subject: string; preview: string; sentAt: string };

const PUBLIC = ['sending', 'paused', 'sent'] as const;
const MOST = 500;

/** Issues that left, the newest first; those that were called off are not among them. */
export async function listArchive(db: Db): Promise<ArchivedIssue[]> {
  const rows = await db
    .select({ slug: issue.slug, subject: issue.subject, preview: issue.preview, startedAt: issue.startedAt })
    .from(issue)
    .where(inArray(issue.state, [...PUBLIC]))
    .orderBy(desc(issue.startedAt), desc(issue.id))
    .limit(MOST);
  return rows.map(({ startedAt, ...row }) => ({ ...row, sentAt: startedAt?.toISOString() ?? '' }));
}

/** An issue as it was sent; null where none of that address left. */
export async function findArchived(
  db: Db,
  slug: string,
): Promise<(ArchivedIssue & { content: ContentBlock[] }) | null> {
  const [row] = await db
    .select({ frozen: issue.frozen, startedAt: issue.startedAt })
    .from(issue)
    .where(and(eq(issue.slug, slug), inArray(issue.state, [...PUBLIC])));
  if (!row?.frozen || !row.startedAt) return null;
  const { subject, preview, content } = row.frozen as FrozenIssue;
  return { slug, subject, preview, content, sentAt: row.startedAt.toISOString() };
}
