import { hash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { Settings } from '@/domain/settings/settings';
import { toSlug } from '@/lib/slug';
import { idArray, jsonRows } from './changes';
import type { Rates } from './pay';
import type { OfferRecord } from './record';
import type { OfferState } from './rules';

/** The statements of `saveOffers` on the table `offer`: each writes a whole batch. */

const DAY_MS = 86_400_000;
const MAX_SLUG = 80;
/** A hyphen and the digits of an id. */
const SLUG_TAIL = 11;

export type SaveContext = {
  /** The same moment that the records were made with: a `publishedAt` equal to it counts as not stated. */
  now: Date;
  /** Who does it, for the event log: `system`, `import:SOURCE` or `user:ID`. */
  actor: string;
  rates: Rates;
  settings: Settings;
};

/** A stored offer that record number `n` is about. */
export type Stored = {
  n: number;
  id: number;
  hash: string | null;
  state: OfferState;
  pausedBy: 'employer' | 'silence' | null;
  /** On the closing date that its employer gave it. */
  isClosed: boolean;
};
/** A record on its way to row `id`. */
export type Item = { id: number; record: OfferRecord; hash: string };

/** Hash of everything that the source states; what was set for want of a statement is left out. */
export function hashOf(record: OfferRecord, now: Date): string {
  const { descriptionHtml, publishedAt, ...rest } = record;
  const facts = { ...rest, publishedAt: publishedAt.getTime() === now.getTime() ? null : publishedAt };
  return hash('sha256', `${JSON.stringify(facts)}\n${descriptionHtml}`, 'base64url');
}

export async function findStored(db: Db, records: OfferRecord[], now: Date): Promise<Map<number, Stored>> {
  const keys = records.map(({ source, sourceId }, n) => ({ n, source, sourceId }));
  const rows = await db.execute<Stored>(sql`
    select v.n, o.id, o.source_hash as hash, o.state, o.paused_by as "pausedBy",
      coalesce(o.closes_at <= ${now.toISOString()}::timestamptz, false) as "isClosed"
    from ${jsonRows(keys)} as v(n int, source text, "sourceId" text)
    join offer o on o.source = v.source and o.source_id = v."sourceId"
    order by o.id for no key update of o`);
  return new Map(rows.map((row) => [row.n, row]));
}

export async function takeIds(db: Db, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await db.execute<{ id: number }>(sql`
    select nextval(pg_get_serial_sequence('offer', 'id'))::int as id from generate_series(1, ${count}::int)`);
  return rows.map(({ id }) => id).reverse();
}

const ROW_COLUMNS = sql`(id int, slug text, "companyId" int, role text, title text, "descriptionHtml" text,
  seniority seniority, workplace workplace, "workplaceNote" text, "partTime" boolean, featured boolean,
  "applyUrl" text, "applyEmail" text, source text, "sourceId" text, hash text,
  "publishedAt" timestamptz, "expiresAt" timestamptz)`;

export function toRow(
  { id, record, hash: sourceHash }: Item,
  companyId: number,
  { now, settings }: SaveContext,
) {
  const words = toSlug(`${record.title} ${record.company.name}`, MAX_SLUG - SLUG_TAIL) || 'offer';
  const dated = record.publishedAt.getTime() !== now.getTime();
  return {
    id,
    slug: `${words}-${id}`,
    companyId,
    role: record.role,
    title: record.title,
    descriptionHtml: record.descriptionHtml,
    seniority: record.seniority,
    workplace: record.workplace,
    workplaceNote: record.workplaceNote,
    partTime: record.partTime,
    featured: record.featured,
    applyUrl: 'url' in record.apply ? record.apply.url : null,
    applyEmail: 'email' in record.apply ? record.apply.email : null,
    source: record.source,
    sourceId: record.sourceId,
    hash: sourceHash,
    publishedAt: dated ? record.publishedAt : null,
    expiresAt: expiryOf(record, now, settings),
  };
}

type Row = ReturnType<typeof toRow>;

function expiryOf(record: OfferRecord, now: Date, settings: Settings): Date {
  return record.expiresAt ?? new Date(now.getTime() + settings.offerLifetimeDays * DAY_MS);
}

export async function insertOffers(db: Db, rows: Row[], { now }: SaveContext): Promise<void> {
  if (rows.length === 0) return;
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    insert into offer (id, slug, company_id, role_id, state, title, description_html, seniority, workplace,
      workplace_note, part_time, featured, apply_url, apply_email, source, source_id, source_hash,
      source_seen_at, published_at, expires_at, confirmed_at, created_at, updated_at)
    select v.id, v.slug, v."companyId", r.id, 'live', v.title, v."descriptionHtml", v.seniority, v.workplace,
      v."workplaceNote", v."partTime", v.featured, v."applyUrl", v."applyEmail", v.source, v."sourceId", v.hash,
      ${at}, coalesce(v."publishedAt", ${at}), v."expiresAt", ${at}, ${at}, ${at}
    from ${jsonRows(rows)} as v${ROW_COLUMNS}
    left join role r on r.slug = v.role`);
}

/** The slug stays: it is the offer's address. A feature that was paid for is not for the source to end. */
export async function updateOffers(db: Db, rows: Row[], { now }: SaveContext): Promise<void> {
  if (rows.length === 0) return;
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    update offer o set company_id = v."companyId", role_id = r.id, state = 'live', title = v.title,
      description_html = v."descriptionHtml", seniority = v.seniority, workplace = v.workplace,
      workplace_note = v."workplaceNote", part_time = v."partTime", featured = o.featured or v.featured,
      apply_url = v."applyUrl", apply_email = v."applyEmail", source_hash = v.hash, source_seen_at = ${at},
      published_at = coalesce(v."publishedAt", o.published_at, ${at}), expires_at = v."expiresAt",
      closed_at = null, paused_by = null, paused_at = null, confirmed_at = ${at}, updated_at = ${at}
    from ${jsonRows(rows)} as v${ROW_COLUMNS}
    left join role r on r.slug = v.role
    where o.id = v.id and o.state in ('live', 'expired', 'paused')`);
}

export async function confirmOffers(db: Db, items: Item[], { now, settings }: SaveContext): Promise<void> {
  if (items.length === 0) return;
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = items.map(({ id, record }) => ({ id, expiresAt: expiryOf(record, now, settings) }));
  await db.execute(sql`
    update offer o set state = 'live', source_seen_at = ${at}, confirmed_at = ${at}, expires_at = v."expiresAt",
      closed_at = null, paused_by = null, paused_at = null
    from ${jsonRows(rows)} as v(id int, "expiresAt" timestamptz)
    where o.id = v.id and o.state in ('live', 'expired', 'paused')`);
}

export async function markSeen(db: Db, ids: number[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db.execute(sql`
    update offer set source_seen_at = ${now.toISOString()}::timestamptz where id = any(${idArray(ids)})`);
}

/** To be listed again is an answer to the roll call; once a UTC day, and not on the day of the last one. */
export async function noteAnswers(db: Db, ids: number[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    insert into offer_answer (offer_id, asked_at, answered_at, answer, by)
    select id, ${at}, ${at}, 'open', 'source' from offer
    where id = any(${idArray(ids)})
      and (confirmed_at is null or confirmed_at < date_trunc('day', ${at}, 'UTC'))`);
}
