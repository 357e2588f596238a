import { desc, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { issue, issueLink } from '@/db/schema/newsletter';

export type Issue = Omit<typeof issue.$inferSelect, 'frozen'>;

const columns = {
  id: issue.id,
  slug: issue.slug,
  subject: issue.subject,
  preview: issue.preview,
  body: issue.body,
  state: issue.state,
  revision: issue.revision,
  createdBy: issue.createdBy,
  createdAt: issue.createdAt,
  updatedAt: issue.updatedAt,
  scheduledAt: issue.scheduledAt,
  startedAt: issue.startedAt,
  finishedAt: issue.finishedAt,
};

export async function getIssue(db: Db, id: number): Promise<Issue | null> {
  const [row] = await db.select(columns).from(issue).where(eq(issue.id, id));
  return row ?? null;
}

/** Issues, the one that was touched last first. */
export async function listIssues(
  db: Db,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ issues: (Issue & { sent: number })[]; total: number }> {
  const [issues, [counted]] = await Promise.all([
    db
      .select({
        ...columns,
        sent: sql<number>`(
          select count(*)::int from delivery d where d.issue_id = issue.id and d.state = 'sent')`,
      })
      .from(issue)
      .orderBy(desc(issue.updatedAt), desc(issue.id))
      .limit(limit)
      .offset(offset),
    db.execute<{ total: number }>(sql`select count(*)::int as total from issue`),
  ]);
  return { issues, total: counted?.total ?? 0 };
}

/** How many would get an issue that was sent now. */
export async function countReaders(db: Db, now: Date): Promise<number> {
  const [counted] = await db.execute<{ readers: number }>(sql`
    select count(*)::int as readers from subscriber s join subscription n on n.subscriber_id = s.id
    where n.kind = 'newsletter' and n.state = 'active' and s.state = 'active'
      and coalesce(s.paused_until <= ${now.toISOString()}::timestamptz, true)`);
  return counted?.readers ?? 0;
}

export type IssueProgress = {
  /** Deliveries that were made. */
  total: number;
  waiting: number;
  sent: number;
  failed: number;
  uncertain: number;
  skipped: number;
  bounced: number;
  complained: number;
  unsubscribed: number;
  /** Mails settled within the last minute, per second. */
  rate: number;
  /** Why mails wait, where the mail server gave a reason. */
  trouble: string | null;
};

const RATE_SECONDS = 60;

/** How far an issue has come, and what came of it. */
export async function getIssueProgress(db: Db, id: number, now: Date): Promise<IssueProgress> {
  const since = new Date(now.getTime() - RATE_SECONDS * 1_000).toISOString();
  const [counted] = await db.execute<Omit<IssueProgress, 'rate'> & { recent: number; seconds: number }>(sql`
    select count(*)::int as total,
      count(*) filter (where state in ('waiting', 'sending'))::int as waiting,
      count(*) filter (where state = 'sent')::int as sent,
      count(*) filter (where state = 'failed')::int as failed,
      count(*) filter (where state = 'uncertain')::int as uncertain,
      count(*) filter (where state = 'skipped')::int as skipped,
      count(bounced_at)::int as bounced, count(complained_at)::int as complained,
      count(unsubscribed_at)::int as unsubscribed,
      count(*) filter (where settled_at > ${since}::timestamptz)::int as recent,
      coalesce(extract(epoch from ${now.toISOString()}::timestamptz
        - min(settled_at) filter (where settled_at > ${since}::timestamptz)), 0)::float as seconds,
      max(reason) filter (where state = 'waiting') as trouble
    from delivery where issue_id = ${id}`);
  if (!counted) throw new Error('a count has one row');
  const { recent, seconds, ...progress } = counted;
  return { ...progress, rate: recent / Math.max(1, seconds) };
}

export type DeliveryLine = {
  id: number;
  email: string | null;
  state: string;
  reason: string | null;
  at: string;
};

/** Mails of an issue that did not arrive, or may not have: the newest of each kind, at most `limit`. */
export async function listTroubledDeliveries(db: Db, id: number, limit: number): Promise<DeliveryLine[]> {
  return db.execute<DeliveryLine>(sql`
    select d.id::int as id, s.email, d.state, d.reason, to_json(d.settled_at) #>> '{}' as at
    from delivery d left join subscriber s on s.id = d.subscriber_id
    where d.issue_id = ${id} and d.state in ('uncertain', 'failed')
    order by d.state desc, d.settled_at desc, d.id desc limit ${limit}`);
}

/** The links of an issue, the one that was followed most first. */
export async function listIssueLinks(db: Db, id: number): Promise<{ url: string; clicks: number }[]> {
  return db
    .select({ url: issueLink.url, clicks: issueLink.clicks })
    .from(issueLink)
    .where(eq(issueLink.issueId, id))
    .orderBy(desc(issueLink.clicks), issueLink.n);
}
