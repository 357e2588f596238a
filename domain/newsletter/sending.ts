import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { invalidateTags } from '@/db/invalidation';
import { issue, issueLink } from '@/db/schema/newsletter';
import { readSettings } from '@/domain/settings/settings';
import { toSlug } from '@/lib/slug';
import { numberLinks } from './clicks';
import { ISSUE_MARKS } from './frozen';
import { loadIssueContent } from './issue-content';
import { type FrozenIssue, parseIssueBody, type RenderIssue } from './issue-input';
import { writeLetter } from './issue-letter';
import type { LinkPorts } from './links';

/** Tag of the archive's pages. */
export const ARCHIVE_TAG = 'newsletter-archive';

export type SendingPorts = { link: LinkPorts; render: RenderIssue };

const MAX_SLUG = 80;

/** Begins to send every issue whose time has come. Resolves to how many. Safe to repeat, and to do twice at once. */
export async function startDueIssues(db: Db, ports: SendingPorts, now: Date): Promise<number> {
  const due = await db
    .select()
    .from(issue)
    .where(and(eq(issue.state, 'scheduled'), sql`${issue.scheduledAt} <= ${now.toISOString()}::timestamptz`));
  let started = 0;
  for (const row of due) if (await startIssue(db, row, ports, now)) started += 1;
  return started;
}

/**
 * Renders an issue as it stands now, keeps that, and makes a delivery for everybody who gets the newsletter. In one
 * transaction, which does nothing if the issue was changed or called off meanwhile.
 */
async function startIssue(
  db: Db,
  { id, subject, preview, body, revision }: typeof issue.$inferSelect,
  { link, render }: SendingPorts,
  now: Date,
): Promise<boolean> {
  const { blocks } = await loadIssueContent(db, parseIssueBody(body).blocks, now);
  const { postalAddress, newsletterClicks } = await readSettings(db);
  const slug = issueSlug(subject, id);
  const links = numberLinks(id, link);
  const count = newsletterClicks ? links.href : (url: string) => url;
  const footer = { leaveUrl: ISSUE_MARKS.leave, preferencesUrl: ISSUE_MARKS.preferences, postalAddress };
  const { html, text } = await render(
    writeLetter({ subject, preview, blocks }, { siteUrl: link.siteUrl, footer, slug, now, count }),
  );
  const frozen: FrozenIssue = { subject, preview, content: blocks, html, text };
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(issue)
      .set({ state: 'sending', slug, frozen, startedAt: now, updatedAt: now })
      .where(
        and(
          eq(issue.id, id),
          eq(issue.state, 'scheduled'),
          eq(issue.revision, revision),
          sql`${issue.scheduledAt} <= ${now.toISOString()}::timestamptz`,
        ),
      )
      .returning({ id: issue.id });
    if (changed.length === 0) return false;
    const numbered = links.list();
    if (numbered.length > 0) await tx.insert(issueLink).values(numbered);
    const [made] = await tx.execute<{ count: number }>(sql`
      with made as (
        insert into delivery (kind, issue_id, subscriber_id, created_at)
        select 'issue', ${id}, s.id, ${now.toISOString()}::timestamptz
        from subscriber s join subscription n on n.subscriber_id = s.id
        where n.kind = 'newsletter' and n.state = 'active' and s.state = 'active'
          and coalesce(s.paused_until <= ${now.toISOString()}::timestamptz, true)
        order by s.id
        on conflict do nothing returning 1)
      select count(*)::int as count from made`);
    await recordEvent(tx, {
      at: now,
      actor: 'system',
      type: 'issue.sending',
      subject: 'issue',
      subjectId: id,
      data: { deliveries: made?.count ?? 0 },
    });
    await invalidateTags(tx, [ARCHIVE_TAG]);
    return true;
  });
}

function issueSlug(subject: string, id: number): string {
  return `${toSlug(subject, MAX_SLUG) || 'issue'}-${id}`;
}

/** Issues of which nothing waits any more are sent. Resolves to how many. */
export async function finishIssues(db: Db, now: Date): Promise<number> {
  const open = await db.execute<{ id: number }>(sql`select id from issue where state = 'sending'`);
  let finished = 0;
  for (const { id } of open) {
    await db.transaction(async (tx) => {
      const done = await tx.execute(sql`
        update issue set state = 'sent', finished_at = ${now.toISOString()}::timestamptz
        where id = ${id} and state = 'sending' and not exists (
          select from delivery d where d.issue_id = issue.id and d.state in ('waiting', 'sending'))
        returning id`);
      if (done.length === 0) return;
      await recordEvent(tx, {
        at: now,
        actor: 'system',
        type: 'issue.sent',
        subject: 'issue',
        subjectId: id,
      });
      finished += 1;
    });
  }
  return finished;
}

/** The mail of an issue that is being sent. Throws where it is not frozen. */
export async function readFrozenIssue(db: Db, id: number): Promise<FrozenIssue> {
  const [row] = await db.select({ frozen: issue.frozen }).from(issue).where(eq(issue.id, id));
  if (!row?.frozen) throw new Error(`issue ${id} is not frozen`);
  return row.frozen as FrozenIssue;
}
