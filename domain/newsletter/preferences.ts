import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { consent, subscriber, subscription } from '@/db/schema/newsletter';
import { stamp } from '@/domain/offers/moves';
import { readSettings } from '@/domain/settings/settings';
import { isTimeZone } from '@/lib/time-zone';
import { startSubscription, type Witness, welcome } from './confirm';
import type { Frequency } from './input';
import { isMarkOf, type LinkParams, readPreferencesLink } from './links';
import { mailPreferences, type NewsletterPorts } from './mails';
import { nextDigestAt, WORDING_VERSION } from './rules';
import { findSearches } from './searches';
import { findOrMakeSubscription } from './signup';

export type Reader = typeof subscriber.$inferSelect;

/**
 * Whose preferences a mailed link opens. `expired`: it was theirs, and another can be mailed. Null where it was
 * altered, or whom it was for is gone or has another address now.
 */
export async function openPreferences(
  db: Db,
  params: LinkParams,
  secret: string,
  now: Date,
): Promise<{ reader: Reader; expired: boolean } | null> {
  const link = readPreferencesLink(params, secret);
  if (!link) return null;
  const [reader] = await db.select().from(subscriber).where(eq(subscriber.id, link.subscriberId));
  if (!reader || !isMarkOf(link.mark, reader.email)) return null;
  return { reader, expired: link.until <= now };
}

/**
 * Has a link to the preferences of an address mailed there. Nothing happens where nobody subscribed with it:
 * whoever asks learns nothing by asking.
 */
export async function askPreferences(
  db: Db,
  ports: NewsletterPorts,
  email: string,
  now: Date,
): Promise<void> {
  const [reader] = await db.select().from(subscriber).where(eq(subscriber.email, email));
  if (!reader || reader.state === 'pending') return;
  await mailPreferences(db, ports, { ...reader, why: 'asked' }, now);
}

export type Preferences = {
  email: string;
  state: Reader['state'];
  confirmedAt: string | null;
  timeZone: string | null;
  /** The zone that holds while they have not chosen one. */
  standardTimeZone: string;
  /** Null where nothing is paused. */
  pausedUntil: string | null;
  newsletter: boolean;
  alerts: {
    id: number;
    query: string;
    words: string;
    frequency: Frequency;
    active: boolean;
  }[];
};

/** What a subscriber gets. Alerts that ended since `since` are among them, so that they can be taken back. */
export async function getPreferences(
  db: Db,
  reader: Reader,
  { since, now }: { since: Date; now: Date },
): Promise<Preferences> {
  const [{ digestTimeZone }, rows] = await Promise.all([
    readSettings(db),
    db
      .select()
      .from(subscription)
      .where(
        and(
          eq(subscription.subscriberId, reader.id),
          sql`(state = 'active' or state = 'ended' and ended_at > ${stamp(since)})`,
        ),
      )
      .orderBy(asc(subscription.id)),
  ]);
  const alerts = rows.filter(({ kind }) => kind === 'alert');
  const searches = await findSearches(
    db,
    alerts.map(({ query }) => query),
  );
  const isPaused = reader.pausedUntil !== null && reader.pausedUntil > now;
  return {
    email: reader.email,
    state: reader.state,
    confirmedAt: reader.confirmedAt?.toISOString() ?? null,
    timeZone: reader.timeZone,
    standardTimeZone: digestTimeZone,
    pausedUntil: isPaused ? (reader.pausedUntil?.toISOString() ?? null) : null,
    newsletter: rows.some(({ kind, state }) => kind === 'newsletter' && state === 'active'),
    alerts: alerts.map(({ id, query, frequency, state }) => ({
      id,
      query,
      words: searches.get(query)?.words ?? query,
      frequency: frequency ?? 'daily',
      active: state === 'active',
    })),
  };
}

/** The subscription of a reader to the newsletter, or of that number if it is theirs; only while it is active. */
export async function findSubscription(
  db: Db,
  subscriberId: number,
  which: { kind: 'newsletter' } | { id: number },
): Promise<{ id: number } | null> {
  const [found] = await db
    .select({ id: subscription.id })
    .from(subscription)
    .where(
      and(
        eq(subscription.subscriberId, subscriberId),
        'id' in which ? eq(subscription.id, which.id) : eq(subscription.kind, which.kind),
        eq(subscription.state, 'active'),
      ),
    );
  return found ?? null;
}

export type Timing = {
  timeZone: string | null;
  /** By alert; those that are not theirs, or over, are passed over. */
  frequencies: Record<number, Frequency>;
};

/** Stores when mail comes: the zone of its clock, and how often each alert. Throws RangeError for no zone. */
export async function saveTiming(
  db: Db,
  reader: Reader,
  { timeZone, frequencies }: Timing,
  now: Date,
): Promise<void> {
  if (timeZone !== null && !isTimeZone(timeZone)) throw new RangeError('no such time zone');
  const { digestTimeZone } = await readSettings(db);
  await db.transaction(async (tx) => {
    await tx.update(subscriber).set({ timeZone }).where(eq(subscriber.id, reader.id));
    for (const { id, frequency: before } of await activeAlerts(tx, reader)) {
      const frequency = frequencies[id] ?? before;
      if (!frequency || (frequency === before && timeZone === reader.timeZone)) continue;
      const nextAt = nextDigestAt(frequency, timeZone ?? digestTimeZone, laterOf(reader.pausedUntil, now));
      await tx.update(subscription).set({ frequency, nextAt }).where(eq(subscription.id, id));
    }
    await note(tx, reader, 'subscriber.changed', now);
  });
}

/** Stops all mail until `until`, or lets it come again where that is null. */
export async function pauseMail(db: Db, reader: Reader, until: Date | null, now: Date): Promise<void> {
  const { digestTimeZone } = await readSettings(db);
  await db.transaction(async (tx) => {
    await tx.update(subscriber).set({ pausedUntil: until }).where(eq(subscriber.id, reader.id));
    for (const { id, frequency } of await activeAlerts(tx, reader)) {
      if (!frequency) continue;
      const nextAt = nextDigestAt(frequency, reader.timeZone ?? digestTimeZone, laterOf(until, now));
      await tx.update(subscription).set({ nextAt }).where(eq(subscription.id, id));
    }
    await note(tx, reader, until ? 'subscriber.paused' : 'subscriber.resumed', now);
  });
}

type Again = {
  /** What was agreed to, by the search in words; null for the newsletter. */
  wordingOf: (search: string | null) => string;
  formUrl: string;
  witness: Witness;
  now: Date;
};

/**
 * Begins the newsletter, or takes back an alert that ended: asked for by whoever holds a link that was mailed to
 * them, so it needs no further confirmation. False where that alert is not theirs.
 */
export async function subscribeAgain(
  db: Db,
  reader: Reader,
  what: { newsletter: true } | { alert: number },
  { wordingOf, formUrl, witness, now }: Again,
): Promise<boolean> {
  const { digestTimeZone } = await readSettings(db);
  return db.transaction(async (tx) => {
    const id =
      'alert' in what ? what.alert : await findOrMakeSubscription(tx, reader.id, { kind: 'newsletter' }, now);
    const [row] = await tx
      .select()
      .from(subscription)
      .where(and(eq(subscription.id, id), eq(subscription.subscriberId, reader.id)))
      .for('update');
    if (!row) return false;
    if (row.state === 'active') return true;
    const search =
      row.kind === 'alert'
        ? ((await findSearches(tx, [row.query])).get(row.query)?.words ?? row.query)
        : null;
    await tx.insert(consent).values({
      signup: crypto.randomUUID(),
      subscriptionId: id,
      email: reader.email,
      kind: row.kind,
      query: row.query,
      frequency: row.frequency,
      wording: wordingOf(search),
      wordingVersion: WORDING_VERSION,
      formUrl,
      ip: witness.ip,
      userAgent: witness.userAgent,
      signedUpAt: now,
      confirmedAt: now,
      confirmedIp: witness.ip,
      confirmedUserAgent: witness.userAgent,
    });
    const timing = { timeZone: reader.timeZone ?? digestTimeZone, pausedUntil: reader.pausedUntil };
    await startSubscription(tx, id, { frequency: row.frequency, ...timing }, now);
    await welcome(tx, reader.id, now);
    return true;
  });
}

function activeAlerts(db: Db, reader: Reader) {
  return db
    .select({ id: subscription.id, frequency: subscription.frequency })
    .from(subscription)
    .where(
      and(
        eq(subscription.subscriberId, reader.id),
        eq(subscription.kind, 'alert'),
        eq(subscription.state, 'active'),
      ),
    );
}

function laterOf(until: Date | null, now: Date): Date {
  return until && until > now ? until : now;
}

async function note(db: Db, reader: Reader, type: string, now: Date): Promise<void> {
  const subject = { subject: 'subscriber', subjectId: reader.id };
  await recordEvent(db, { at: now, actor: 'system', type, ...subject });
}
