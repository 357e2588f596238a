import { sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import type { Db } from '@/db/client';
import { suppress } from './leave';

/**
 * Rows of `delivery` are the only truth about what is to be sent. A worker claims some, marks each `sending` in
 * a transaction of its own when the mail server lacks only the end of the message, and settles it by the answer.
 * A claim of a worker that died goes back; what it had marked `sending` is `uncertain`, and never sent again.
 */

type Claimed = { id: number; subscriberId: number; email: string; tries: number; subscriptionId: number };
/** `subscriptionId`: to the newsletter. */
export type IssueDelivery = Claimed & { issueId: number };
export type AlertDelivery = Claimed & { windowAt: Date };

type ClaimedRow = {
  id: string;
  tries: number;
  window_at: string | null;
  subscriber_id: number | null;
  subscription_id: number | null;
  email: string | null;
  wanted: boolean | null;
};

/**
 * Takes up to `limit` mails of alerts that are due, for that worker alone. Those that nobody wants any more, or for
 * now, are skipped on the way.
 */
export async function claimAlertDeliveries(
  db: Db,
  worker: string,
  limit: number,
  now: Date,
): Promise<AlertDelivery[]> {
  const rows = await claim(db, worker, null, limit, now);
  return rows.map((row) => ({ ...toClaimed(row), windowAt: new Date(row.window_at ?? 0) }));
}

/** The same for issues that are being sent. */
export async function claimIssueDeliveries(
  db: Db,
  worker: string,
  limit: number,
  now: Date,
): Promise<IssueDelivery[]> {
  const issues = await db.execute<{ id: number }>(
    sql`select id from issue where state = 'sending' order by started_at, id`,
  );
  const claimed: IssueDelivery[] = [];
  for (const { id: issueId } of issues) {
    if (claimed.length >= limit) break;
    const rows = await claim(db, worker, issueId, limit - claimed.length, now);
    claimed.push(...rows.map((row) => ({ ...toClaimed(row), issueId })));
  }
  return claimed;
}

function toClaimed(row: ClaimedRow): Claimed {
  return {
    id: Number(row.id),
    tries: row.tries,
    subscriberId: row.subscriber_id ?? 0,
    subscriptionId: row.subscription_id ?? 0,
    email: row.email ?? '',
  };
}

async function claim(
  db: Db,
  worker: string,
  issueId: number | null,
  limit: number,
  now: Date,
): Promise<ClaimedRow[]> {
  const rows = await db.execute<ClaimedRow>(sql`
    with due as (
      select id from delivery
      where ${issueId === null ? sql`issue_id is null` : sql`issue_id = ${issueId}`}
        and state = 'waiting' and claimed_by is null
        and (next_try_at is null or next_try_at <= ${stamp(now)})
      order by next_try_at nulls first limit ${limit} for update skip locked
    ), claimed as (
      update delivery d set claimed_by = ${worker} from due where d.id = due.id returning d.*
    )
    select c.id, c.tries, c.window_at, s.id as subscriber_id, n.id as subscription_id, s.email,
      s.state = 'active' and n.state = 'active' and coalesce(s.paused_until <= ${stamp(now)}, true) as wanted
    from claimed c
    left join subscriber s on s.id = c.subscriber_id
    left join subscription n on case when c.issue_id is null then n.id = c.subscription_id
      else n.subscriber_id = s.id and n.kind = 'newsletter' and n.query = '' end`);
  const unwanted = rows.filter(({ wanted }) => !wanted);
  await skipDeliveries(
    db,
    worker,
    unwanted.map(({ id }) => Number(id)),
    'Left or paused meanwhile.',
    now,
  );
  return rows.filter(({ wanted }) => wanted);
}

/**
 * Says, in a transaction of its own, that these are about to leave. Resolves to those that may: their readers are
 * still there, their issue is not paused, and the claim holds. Prepared, as it is done for each mail.
 */
export async function markSending(
  sql: Sql,
  worker: string,
  ids: readonly number[],
  now: Date,
): Promise<Set<number>> {
  const rows = await sql<{ id: string }[]>`
    update delivery d set state = 'sending', started_at = ${now.toISOString()}
    from subscriber s
    where d.id = any(${`{${ids.join(',')}}`}::bigint[]) and d.state = 'waiting' and d.claimed_by = ${worker}
      and s.id = d.subscriber_id and s.state = 'active'
      and (d.issue_id is null or exists (select from issue i where i.id = d.issue_id and i.state = 'sending'))
    returning d.id`;
  return new Set(rows.map(({ id }) => Number(id)));
}

/**
 * The mail server has taken these. Not waited for on disk: should the database itself lose it, they are `uncertain`
 * instead of `sent`, and are not sent again either.
 */
export async function markSent(sql: Sql, worker: string, ids: readonly number[], now: Date): Promise<void> {
  await sql`
    with soon as (select set_config('synchronous_commit', 'off', true))
    update delivery d set state = 'sent', claimed_by = null, reason = null, settled_at = ${now.toISOString()}
    from soon
    where d.id = any(${`{${ids.join(',')}}`}::bigint[]) and (d.claimed_by = ${worker} or d.state = 'uncertain')`;
}

/** Gives back what surely was not sent, to be tried again at `at` (null: at once). Counts as no try. */
export async function releaseDeliveries(
  db: Db,
  worker: string,
  ids: readonly number[],
  { at = null, reason = null }: { at?: Date | null; reason?: string | null } = {},
): Promise<void> {
  if (ids.length === 0) return;
  await db.execute(sql`
    update delivery set state = 'waiting', claimed_by = null, started_at = null,
      next_try_at = coalesce(${stamp(at)}, next_try_at), reason = coalesce(${reason}, reason)
    where id = any(${list(ids)}) and claimed_by = ${worker}`);
}

/** Gives back mails, each to be taken up at its own time. */
export async function putOff(
  db: Db,
  worker: string,
  mails: readonly { id: number; at: Date }[],
): Promise<void> {
  if (mails.length === 0) return;
  await db.execute(sql`
    update delivery d set claimed_by = null, next_try_at = later.at
    from json_to_recordset(${JSON.stringify(mails)}::json) as later (id bigint, at timestamptz)
    where d.id = later.id and d.claimed_by = ${worker} and d.state = 'waiting'`);
}

/** The mail server said "not now" to this one. */
export async function retryDelivery(
  db: Db,
  worker: string,
  id: number,
  { at, reason }: { at: Date; reason: string },
): Promise<void> {
  await db.execute(sql`
    update delivery set state = 'waiting', claimed_by = null, started_at = null, tries = tries + 1,
      next_try_at = ${stamp(at)}, reason = ${reason}
    where id = ${id} and claimed_by = ${worker}`);
}

/** The mail server said no, or "not now" too often. `bounced`: the address does not work, and gets no list any more. */
export async function failDelivery(
  db: Db,
  worker: string,
  { id, subscriberId }: { id: number; subscriberId: number },
  { reason, bounced }: { reason: string; bounced: boolean },
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const failed = await tx.execute(sql`
      update delivery set state = 'failed', claimed_by = null, tries = tries + 1, reason = ${reason},
        settled_at = ${stamp(now)}
      where id = ${id} and claimed_by = ${worker} returning id`);
    if (bounced && failed.length > 0) await suppress(tx, subscriberId, 'bounce', { deliveryId: id, now });
  });
}

export async function skipDeliveries(
  db: Db,
  worker: string,
  ids: readonly number[],
  reason: string,
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await db.execute(sql`
    update delivery set state = 'skipped', claimed_by = null, reason = ${reason}, settled_at = ${stamp(now)}
    where id = any(${list(ids)}) and claimed_by = ${worker} and state = 'waiting'`);
}

/** The message left and no answer came. */
export async function doubtDelivery(
  db: Db,
  worker: string,
  id: number,
  reason: string,
  now: Date,
): Promise<void> {
  await db.execute(sql`
    update delivery set state = 'uncertain', claimed_by = null, reason = ${reason}, settled_at = ${stamp(now)}
    where id = ${id} and claimed_by = ${worker} and state = 'sending'`);
}

/** What a worker that died had in hand: back to the others, but for what may have left. */
export async function freeDeliveries(db: Db, deadWorker: string, now: Date): Promise<void> {
  await db.execute(sql`
    update delivery set claimed_by = null,
      state = case state when 'sending' then 'uncertain' else state end,
      reason = case state when 'sending' then 'The worker ended before the mail server answered.' else reason end,
      settled_at = case state when 'sending' then ${stamp(now)} end
    where claimed_by = ${deadWorker}`);
}

function list(ids: readonly number[]) {
  return sql`${`{${ids.join(',')}}`}::bigint[]`;
}

function stamp(at: Date | null) {
  return sql`${at?.toISOString() ?? null}::timestamptz`;
}
