import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { SETTINGS, type SettingKey } from '@/domain/settings/settings';
import type { EventData } from './rules';

/** Lines on one page of the log. */
export const AUDIT_PAGE = 50;
/** Lines read at once for the export. */
const EXPORT_BATCH = 1_000;

export type AuditFilter = {
  /** All who run or ran the portal, everybody, or the id of one user. */
  who: 'operators' | 'everyone' | (string & {});
  /** Of the event, such as `offer.suspended`. */
  type?: string;
  subject?: string;
  /** Address from OPERATOR_EMAIL: its owner is an operator without a row that says so. */
  operatorEmail?: string;
};

export type AuditLine = {
  id: number;
  /** ISO 8601, UTC. */
  at: string;
  /** Null where the account is gone; events outlive it. */
  email: string | null;
  userId: string;
  type: string;
  subject: string;
  subjectId: number;
  /** The subject's name: an offer's title, a user's address, a setting's label; null where it is gone. */
  name: string | null;
  data: EventData;
};

/** What people did, the newest first; `page` from 1. */
export async function listActs(
  db: Db,
  filter: AuditFilter,
  page: number,
): Promise<{ lines: AuditLine[]; total: number }> {
  const where = matches(filter);
  const [lines, [count]] = await Promise.all([
    readLines(db, where, AUDIT_PAGE, (page - 1) * AUDIT_PAGE),
    db.execute<{ n: number }>(sql`select count(*)::int as n from event e where ${where}`),
  ]);
  return { lines, total: count?.n ?? 0 };
}

/** All that `filter` lets through, the newest first, in batches: a log may be longer than memory. */
export async function* exportActs(db: Db, filter: AuditFilter): AsyncGenerator<AuditLine[]> {
  let last = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const lines = await readLines(db, sql`${matches(filter)} and e.id < ${last}`, EXPORT_BATCH, 0);
    if (lines.length > 0) yield lines;
    if (lines.length < EXPORT_BATCH) return;
    last = lines.at(-1)?.id ?? 0;
  }
}

/** What the log can be narrowed to: operators of now and then, kinds of events and of subjects. */
export async function listAuditChoices(db: Db, operatorEmail: string | undefined) {
  const [people, kinds] = await Promise.all([
    db.execute<{ id: string; email: string }>(sql`
      select u.id, u.email from app_user u where 'user:' || u.id in (${operatorActors(operatorEmail)})
      order by u.email`),
    db.execute<{ type: string; subject: string }>(sql`
      select distinct type, subject from event where actor like 'user:%' order by type, subject`),
  ]);
  return {
    people: [...people],
    types: [...new Set(kinds.map(({ type }) => type))],
    subjects: [...new Set(kinds.map(({ subject }) => subject))].sort(),
  };
}

export type OfferEvent = Pick<AuditLine, 'id' | 'at' | 'type' | 'data' | 'email'> & { actor: string };

/** What happened to one thing, by whomever, the newest first; at most `limit`. */
export async function listEventsOf(
  db: Db,
  subject: string,
  subjectId: number,
  limit: number,
): Promise<OfferEvent[]> {
  const rows = await db.execute<OfferEvent>(sql`
    select e.id::float8 as id, e.at, e.actor, e.type, e.data, u.email
    from event e left join app_user u on e.actor = 'user:' || u.id
    where e.subject = ${subject} and e.subject_id = ${subjectId}
    order by e.id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

function matches({ who, type, subject, operatorEmail }: AuditFilter): SQL {
  // As the partial index has it.
  const parts = [sql`e.actor like 'user:%'`];
  if (who === 'operators') parts.push(sql`e.actor in (${operatorActors(operatorEmail)})`);
  else if (who !== 'everyone') parts.push(sql`e.actor = ${`user:${who}`}`);
  if (type) parts.push(sql`e.type = ${type}`);
  if (subject) parts.push(sql`e.subject = ${subject}`);
  return sql.join(parts, sql` and `);
}

/** Who once ran the portal stays in the log with what they did then. */
function operatorActors(operatorEmail: string | undefined): SQL {
  return sql`
    select 'user:' || id from app_user where operator_since is not null or email = ${operatorEmail ?? ''}
    union select 'user:' || (data ->> 'user') from event
      where subject = 'user' and subject_id = 0 and type = 'operator.granted'`;
}

async function readLines(db: Db, where: SQL, limit: number, offset: number): Promise<AuditLine[]> {
  const rows = await db.execute<AuditLine>(sql`
    select e.id::float8 as id, e.at, substr(e.actor, 6) as "userId", u.email, e.type, e.subject,
      e.subject_id as "subjectId", e.data,
      case e.subject
        when 'offer' then (select o.title from offer o where o.id = e.subject_id)
        when 'company' then (select c.name from company c where c.id = e.subject_id)
        when 'claim' then (select c.name from company_claim k join company c on c.id = k.company_id
          where k.id = e.subject_id)
        when 'report' then (select o.title from offer_report r join offer o on o.id = r.offer_id
          where r.id = e.subject_id)
        when 'order' then (select concat_ws(' ', p.plan_name, 'for', c.name) from plan_order p
          join company c on c.id = p.company_id where p.id = e.subject_id)
        when 'skill' then (select k.name from skill k where k.id = e.subject_id)
        when 'user' then (select s.email from app_user s where s.id = e.data ->> 'user')
      end as name
    from event e left join app_user u on u.id = substr(e.actor, 6)
    where ${where} order by e.id desc limit ${limit} offset ${offset}`);
  return rows.map((row) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    name: row.name ?? nameWithin(row.data),
  }));
}

/** What has no row of its own is named by its event. */
function nameWithin(data: EventData): string | null {
  const name = data?.key ?? data?.code ?? data?.currency ?? data?.skill ?? data?.slug;
  if (typeof name !== 'string') return null;
  return name in SETTINGS ? SETTINGS[name as SettingKey].label : name;
}
