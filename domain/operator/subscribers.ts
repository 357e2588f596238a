import { asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import {
  consent,
  subscriber,
  subscriberState,
  subscription,
  type subscriptionEnd,
} from '@/db/schema/newsletter';
import { findSearches } from '@/domain/newsletter/searches';
import { PAGE_LINES } from './input';
import { countUpTo, type Found, holds } from './offers';

export const SUBSCRIBER_STATES = subscriberState.enumValues;
export type SubscriberState = (typeof SUBSCRIBER_STATES)[number];
export type SubscriptionEnd = (typeof subscriptionEnd.enumValues)[number];

export type SubscriberCounts = {
  /** Who gets something. */
  active: number;
  newsletter: number;
  alerts: number;
  paused: number;
  pending: number;
  /** Subscriptions ended in the last 30 days, by the reader or by one click. */
  left: number;
  bounced: number;
  complained: number;
};

const LATELY_DAYS = 30;
const DAY_MS = 86_400_000;

/** How many subscribe, and how many have stopped. */
export async function countSubscribers(db: Db, now: Date): Promise<SubscriberCounts> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const lately = sql`${new Date(now.getTime() - LATELY_DAYS * DAY_MS).toISOString()}::timestamptz`;
  const [counts] = await db.execute<SubscriberCounts>(sql`
    select s.*, l.* from (
      select count(*) filter (where state = 'active')::int as active,
        count(*) filter (where state = 'active' and paused_until > ${at})::int as paused,
        count(*) filter (where state = 'pending')::int as pending,
        count(*) filter (where state = 'bounced')::int as bounced,
        count(*) filter (where state = 'complained')::int as complained
      from subscriber
    ) s, (
      select count(*) filter (where state = 'active' and kind = 'newsletter')::int as newsletter,
        count(*) filter (where state = 'active' and kind = 'alert')::int as alerts,
        count(*) filter (where ended_at > ${lately} and ended_by in ('reader', 'one_click'))::int as left
      from subscription
    ) l`);
  if (!counts) throw new Error('A count without a row.');
  return counts;
}

export type SubscriberLine = {
  id: number;
  email: string;
  state: SubscriberState;
  newsletter: boolean;
  alerts: number;
  createdAt: string;
  pausedUntil: string | null;
};

export type SubscriberSearch = { q?: string; state?: SubscriberState; page: number };

/** Subscribers, the newest first; `q` is looked for in the address. */
export async function findSubscribers(
  db: Db,
  { q, state, page }: SubscriberSearch,
): Promise<Found<SubscriberLine>> {
  const parts = [sql`true`];
  if (q) parts.push(holds(sql`s.email`, q));
  if (state) parts.push(sql`s.state = ${state}`);
  const where = sql.join(parts, sql` and `);
  const [lines, total] = await Promise.all([
    readLines(db, where, sql`order by s.id desc limit ${PAGE_LINES} offset ${(page - 1) * PAGE_LINES}`),
    countUpTo(db, sql`from subscriber s where ${where}`),
  ]);
  return { lines, ...total };
}

async function readLines(db: Db, where: SQL, rest: SQL): Promise<SubscriberLine[]> {
  const rows = await db.execute<SubscriberLine>(sql`
    select s.id, s.email, s.state, s.created_at as "createdAt", s.paused_until as "pausedUntil",
      exists (select from subscription l where l.subscriber_id = s.id and l.kind = 'newsletter'
        and l.state = 'active') as newsletter,
      (select count(*)::int from subscription l where l.subscriber_id = s.id and l.kind = 'alert'
        and l.state = 'active') as alerts
    from subscriber s where ${where} ${rest}`);
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt).toISOString(),
    pausedUntil: row.pausedUntil && new Date(row.pausedUntil).toISOString(),
  }));
}

const EXPORT_BATCH = 1_000;

/** All subscribers, by id, some at a time. */
export async function* exportSubscribers(db: Db): AsyncGenerator<SubscriberLine[]> {
  let last = 0;
  for (;;) {
    const lines = await readLines(db, sql`s.id > ${last}`, sql`order by s.id limit ${EXPORT_BATCH}`);
    if (lines.length > 0) yield lines;
    if (lines.length < EXPORT_BATCH) return;
    last = lines.at(-1)?.id ?? 0;
  }
}

export type SubscriptionLine = {
  id: number;
  /** In words; null for the newsletter. */
  search: string | null;
  query: string;
  frequency: string | null;
  state: 'pending' | 'active' | 'ended';
  since: string;
  endedAt: string | null;
  endedBy: SubscriptionEnd | null;
};

export type ConsentLine = {
  id: number;
  wording: string;
  formUrl: string;
  ip: string | null;
  signedUpAt: string;
  confirmedAt: string | null;
  endedAt: string | null;
};

export type SubscriberFile = {
  id: number;
  email: string;
  state: SubscriberState;
  timeZone: string | null;
  createdAt: string;
  confirmedAt: string | null;
  endedAt: string | null;
  pausedUntil: string | null;
  subscriptions: SubscriptionLine[];
  /** Proof of what they agreed to, the newest first. */
  consents: ConsentLine[];
};

/** A subscriber with all that they get and agreed to, or null. */
export async function getSubscriberFile(db: Db, id: number): Promise<SubscriberFile | null> {
  const [found] = await db.select().from(subscriber).where(eq(subscriber.id, id));
  if (!found) return null;
  const [subscriptions, consents] = await Promise.all([
    db
      .select()
      .from(subscription)
      .where(eq(subscription.subscriberId, id))
      .orderBy(asc(subscription.state), asc(subscription.id)),
    db.select().from(consent).where(eq(consent.email, found.email)).orderBy(desc(consent.id)),
  ]);
  const alerts = subscriptions.filter(({ kind }) => kind === 'alert');
  const searches = await findSearches(
    db,
    alerts.map(({ query }) => query),
  );
  return {
    id,
    email: found.email,
    state: found.state,
    timeZone: found.timeZone,
    createdAt: found.createdAt.toISOString(),
    confirmedAt: found.confirmedAt?.toISOString() ?? null,
    endedAt: found.endedAt?.toISOString() ?? null,
    pausedUntil: found.pausedUntil?.toISOString() ?? null,
    subscriptions: subscriptions.map((one) => ({
      id: one.id,
      search: one.kind === 'alert' ? (searches.get(one.query)?.words ?? one.query) : null,
      query: one.query,
      frequency: one.frequency,
      state: one.state,
      since: (one.confirmedAt ?? one.createdAt).toISOString(),
      endedAt: one.endedAt?.toISOString() ?? null,
      endedBy: one.endedBy,
    })),
    consents: consents.map((one) => ({
      id: one.id,
      wording: one.wording,
      formUrl: one.formUrl,
      ip: one.ip,
      signedUpAt: one.signedUpAt.toISOString(),
      confirmedAt: one.confirmedAt?.toISOString() ?? null,
      endedAt: one.endedAt?.toISOString() ?? null,
    })),
  };
}
