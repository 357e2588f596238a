import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { invalidateTags } from '@/db/invalidation';
import { issue } from '@/db/schema/newsletter';
import { readSettings } from '@/domain/settings/settings';
import { DomainError } from '@/lib/errors';
import { makeToken } from '@/lib/secret';
import { type IssueForm, issueForm, parseIssueBody } from './issue-input';
import { ARCHIVE_TAG } from './sending';

export type IssueState = (typeof issue.$inferSelect)['state'];

/** `actor`: for the event log. */
type Act = { actor: string; now: Date };

/** Keeps a new draft. */
export async function createIssue(db: Db, input: IssueForm, { actor, now }: Act): Promise<number> {
  const form = issueForm.parse(input);
  return db.transaction(async (tx) => {
    const slug = `draft-${makeToken().slice(0, 16)}`;
    const [row] = await tx
      .insert(issue)
      .values({ ...form, slug, createdBy: actor, createdAt: now, updatedAt: now })
      .returning({ id: issue.id });
    const id = row?.id ?? 0;
    await recordEvent(tx, { at: now, actor, type: 'issue.created', subject: 'issue', subjectId: id });
    return id;
  });
}

/**
 * Keeps what was typed into a draft. Throws DomainError `outdated` where somebody saved it since the page was
 * opened, `not-a-draft` where it is one no longer.
 */
export async function saveIssue(
  db: Db,
  id: number,
  input: IssueForm,
  { revision, actor, now }: Act & { revision: number },
): Promise<void> {
  const form = issueForm.parse(input);
  await db.transaction(async (tx) => {
    const saved = await tx
      .update(issue)
      .set({ ...form, revision: sql`revision + 1`, updatedAt: now })
      .where(and(eq(issue.id, id), eq(issue.state, 'draft'), eq(issue.revision, revision)))
      .returning({ id: issue.id });
    if (saved.length === 0) {
      const [known] = await tx.select({ state: issue.state }).from(issue).where(eq(issue.id, id));
      throw new DomainError(known?.state === 'draft' ? 'outdated' : 'not-a-draft');
    }
    await recordEvent(tx, { at: now, actor, type: 'issue.saved', subject: 'issue', subjectId: id });
  });
}

/**
 * Has a draft sent from `at` on (in the past: at once). `live`: a portal that mails real people needs a postal
 * address under its mails. Throws DomainError `faulty` where a block of it cannot be read, `no-address`,
 * `not-a-draft`.
 */
export async function scheduleIssue(
  db: Db,
  id: number,
  { at, live, actor, now }: Act & { at: Date; live: boolean },
): Promise<void> {
  const { postalAddress } = await readSettings(db);
  if (live && postalAddress === '') throw new DomainError('no-address');
  await db.transaction(async (tx) => {
    const [draft] = await tx.select({ body: issue.body }).from(issue).where(eq(issue.id, id)).for('update');
    if (draft && parseIssueBody(draft.body).faults.length > 0) throw new DomainError('faulty');
    const due = at > now ? at : now;
    await move(tx, id, ['draft'], { state: 'scheduled', scheduledAt: due }, 'issue.scheduled', {
      actor,
      now,
    });
    if (due <= now) await askForStart(tx);
  });
}

/** Back to a draft, as long as sending has not begun. */
export async function unscheduleIssue(db: Db, id: number, act: Act): Promise<void> {
  await db.transaction((tx) =>
    move(tx, id, ['scheduled'], { state: 'draft', scheduledAt: null }, 'issue.unscheduled', act),
  );
}

/** Stops sending; what is with the mail server this moment still leaves. */
export async function pauseIssue(db: Db, id: number, act: Act): Promise<void> {
  await db.transaction((tx) => move(tx, id, ['sending'], { state: 'paused' }, 'issue.paused', act));
}

export async function resumeIssue(db: Db, id: number, act: Act): Promise<void> {
  await db.transaction((tx) => move(tx, id, ['paused'], { state: 'sending' }, 'issue.resumed', act));
}

/** Ends sending for good: who has not got it does not get it, and it leaves the archive. */
export async function cancelIssue(db: Db, id: number, act: Act): Promise<void> {
  await db.transaction(async (tx) => {
    const { now } = act;
    await move(
      tx,
      id,
      ['sending', 'paused'],
      { state: 'cancelled', finishedAt: now },
      'issue.cancelled',
      act,
    );
    await tx.execute(sql`
      update delivery set state = 'skipped', claimed_by = null, reason = 'The issue was cancelled.',
        settled_at = ${now.toISOString()}::timestamptz
      where issue_id = ${id} and state = 'waiting'`);
    await invalidateTags(tx, [ARCHIVE_TAG]);
  });
}

/** Throws a draft away. */
export async function discardIssue(db: Db, id: number, { actor, now }: Act): Promise<void> {
  await db.transaction(async (tx) => {
    const gone = await tx
      .delete(issue)
      .where(and(eq(issue.id, id), eq(issue.state, 'draft')))
      .returning({ id: issue.id });
    if (gone.length === 0) throw new DomainError('not-a-draft');
    await recordEvent(tx, { at: now, actor, type: 'issue.discarded', subject: 'issue', subjectId: id });
  });
}

/** Has the issue, as it stands, sent to one address by the worker. */
export async function askForTestMail(db: Db, id: number, to: string): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job('send-test-issue', ${JSON.stringify({ issueId: id, to })}::json,
      job_key => ${`test-issue:${id}:${to}`}::text)`);
}

/** The timetable would do it within a minute. */
async function askForStart(db: Db): Promise<void> {
  await db.execute(
    sql`select graphile_worker.add_job('start-issues', '{}'::json, job_key => 'start-issues')`,
  );
}

type Changes = Partial<{
  state: IssueState;
  scheduledAt: Date | SQL | null;
  finishedAt: Date;
}>;

/** Throws DomainError `not-STATE` of the first state that it may come from. */
async function move(
  db: Db,
  id: number,
  from: IssueState[],
  changes: Changes,
  type: string,
  { actor, now }: Act,
): Promise<void> {
  const moved = await db
    .update(issue)
    .set({ ...changes, updatedAt: now })
    .where(and(eq(issue.id, id), inArray(issue.state, from)))
    .returning({ id: issue.id });
  if (moved.length === 0) throw new DomainError(from[0] === 'draft' ? 'not-a-draft' : `not-${from[0]}`);
  await recordEvent(db, { at: now, actor, type, subject: 'issue', subjectId: id });
}
