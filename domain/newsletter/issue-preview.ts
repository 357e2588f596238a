import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { issue } from '@/db/schema/newsletter';
import { readSettings } from '@/domain/settings/settings';
import { loadIssueContent } from './issue-content';
import { type BlockFault, type IssueLetter, parseIssueBody } from './issue-input';
import { writeLetter } from './issue-letter';

export type IssuePreview = {
  letter: IssueLetter;
  /** Lines that are no block. */
  faults: BlockFault[];
  /** Blocks that would show nothing now. */
  gaps: string[];
};

/**
 * An issue as it would be sent now; its links are not counted, and those of a reader's own lead to the plain pages.
 * Null where there is none of that number.
 */
export async function previewIssue(
  db: Db,
  id: number,
  siteUrl: string,
  now: Date,
): Promise<IssuePreview | null> {
  const [row] = await db.select().from(issue).where(eq(issue.id, id));
  if (!row) return null;
  const { subject, preview, body } = row;
  const read = parseIssueBody(body);
  const [{ blocks, gaps }, { postalAddress }] = await Promise.all([
    loadIssueContent(db, read.blocks, now),
    readSettings(db),
  ]);
  const footer = {
    leaveUrl: `${siteUrl}/newsletter`,
    preferencesUrl: `${siteUrl}/newsletter/preferences`,
    postalAddress,
  };
  const head = { siteUrl, footer, slug: null, now, count: (url: string) => url };
  return { letter: writeLetter({ subject, preview, blocks }, head), faults: read.faults, gaps };
}
