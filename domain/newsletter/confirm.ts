import { and, asc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { consent, subscriber, subscription } from '@/db/schema/newsletter';
import { queueMail } from '@/domain/mail/commands';
import { stamp } from '@/domain/offers/moves';
import { readSettings } from '@/domain/settings/settings';
import type { Frequency } from './input';
import { subscriptionTitle } from './labels';
import { confirmUrl, leaveAllUrl } from './links';
import { footerFor, type NewsletterPorts } from './mails';
import { nextDigestAt } from './rules';
import { findSearches } from './searches';

export type SignupView = {
  email: string;
  /** `ended`: it was confirmed, and left again since. */
  state: 'waiting' | 'confirmed' | 'ended';
  /** What it is about; `search` in words, null for the newsletter. */
  items: { search: string | null; query: string; frequency: Frequency | null }[];
};

/** The signup of a mailed link, or null where it has been forgotten. */
export async function findSignup(db: Db, signup: string): Promise<SignupView | null> {
  const rows = await db.select().from(consent).where(eq(consent.signup, signup)).orderBy(asc(consent.id));
  const [first] = rows;
  // Without its subscription nothing can be confirmed any more: it was deleted.
  if (!first || rows.every((row) => row.subscriptionId === null)) return null;
  const words = await wordsByQuery(db, rows);
  const isConfirmed = rows.some((row) => row.confirmedAt !== null);
  return {
    email: first.email,
    state: !isConfirmed ? 'waiting' : rows.every((row) => row.endedAt !== null) ? 'ended' : 'confirmed',
    items: rows.map(({ kind, query, frequency }) => ({
      search: kind === 'alert' ? (words.get(query) ?? query) : null,
      query,
      frequency,
    })),
  };
}

async function wordsByQuery(
  db: Db,
  rows: readonly { kind: 'newsletter' | 'alert'; query: string }[],
): Promise<Map<string, string>> {
  const queries = rows.filter(({ kind }) => kind === 'alert').map(({ query }) => query);
  const searches = await findSearches(db, queries);
  return new Map([...searches].map(([query, { words }]) => [query, words]));
}

/** What was known of the browser that pressed the button. */
export type Witness = { ip: string | null; userAgent: string | null };

/**
 * Confirms what a signup asked for, once: mail begins. Repeated, or after it was left again, it changes nothing.
 * Resolves to whether the signup is there.
 */
export async function confirmSignup(
  db: Db,
  { link }: NewsletterPorts,
  signup: string,
  witness: Witness,
  now: Date,
): Promise<boolean> {
  const { digestTimeZone } = await readSettings(db);
  return db.transaction(async (tx) => {
    const confirmed = await tx
      .update(consent)
      .set({ confirmedAt: now, confirmedIp: witness.ip, confirmedUserAgent: witness.userAgent })
      .where(and(eq(consent.signup, signup), isNull(consent.confirmedAt), isNotNull(consent.subscriptionId)))
      .returning();
    if (confirmed.length === 0) return (await findSignup(tx, signup)) !== null;
    const ids = confirmed.flatMap(({ subscriptionId }) => subscriptionId ?? []);
    const [owner] = await tx
      .select({ reader: subscriber })
      .from(subscription)
      .innerJoin(subscriber, eq(subscriber.id, subscription.subscriberId))
      .where(eq(subscription.id, ids[0] ?? 0));
    if (!owner) return false;
    const { reader } = owner;
    const timeZone = reader.timeZone ?? digestTimeZone;
    for (const { subscriptionId, frequency } of confirmed) {
      if (subscriptionId === null) continue;
      await startSubscription(
        tx,
        subscriptionId,
        { frequency, timeZone, pausedUntil: reader.pausedUntil },
        now,
      );
    }
    const isNew = await welcome(tx, reader.id, now);
    if (isNew) {
      const words = await wordsByQuery(tx, confirmed);
      await queueMail(tx, reader.email, {
        kind: 'newsletter-welcome',
        items: confirmed.map(({ kind, query }) =>
          subscriptionTitle(kind === 'alert' ? (words.get(query) ?? query) : null),
        ),
        footer: await footerFor(tx, reader, link, now),
      });
    }
    return true;
  });
}

/**
 * Begins a subscription, or begins it again, with `frequency` where it is an alert. What began before keeps its
 * beginning: an alert brings what was published since.
 */
export async function startSubscription(
  db: Db,
  id: number,
  {
    frequency,
    timeZone,
    pausedUntil,
  }: { frequency: Frequency | null; timeZone: string; pausedUntil: Date | null },
  now: Date,
): Promise<void> {
  const after = pausedUntil && pausedUntil > now ? pausedUntil : now;
  const at = stamp(now);
  await db
    .update(subscription)
    .set({
      state: 'active',
      confirmedAt: sql`case when state = 'active' then confirmed_at else ${at} end`,
      endedAt: null,
      endedBy: null,
      ...(frequency && { frequency, nextAt: nextDigestAt(frequency, timeZone, after) }),
    })
    .where(eq(subscription.id, id));
  await recordEvent(db, {
    at: now,
    actor: 'system',
    type: 'subscription.confirmed',
    subject: 'subscription',
    subjectId: id,
  });
}

/** Makes a subscriber active; false where they are. */
export async function welcome(db: Db, subscriberId: number, now: Date): Promise<boolean> {
  const made = await db
    .update(subscriber)
    .set({
      state: 'active',
      confirmedAt: sql`coalesce(confirmed_at, ${stamp(now)})`,
      endedAt: null,
    })
    .where(and(eq(subscriber.id, subscriberId), ne(subscriber.state, 'active')))
    .returning({ id: subscriber.id });
  return made.length > 0;
}

/** Has a new link mailed for a signup whose own is too old. False where nothing waits for it any more. */
export async function renewSignup(
  db: Db,
  { link }: NewsletterPorts,
  signup: string,
  now: Date,
): Promise<boolean> {
  const view = await findSignup(db, signup);
  if (view?.state !== 'waiting') return false;
  const [owner] = await db
    .select({ id: subscriber.id })
    .from(subscriber)
    .where(eq(subscriber.email, view.email));
  if (!owner) return false;
  const { postalAddress } = await readSettings(db);
  const { url, until } = confirmUrl(signup, link, now);
  await queueMail(
    db,
    view.email,
    {
      kind: 'newsletter-confirm',
      url,
      expiresAt: until.toISOString(),
      signup,
      items: view.items.map(({ search }) => subscriptionTitle(search)),
      footer: {
        leaveUrl: leaveAllUrl({ subscriberId: owner.id }, link),
        preferencesUrl: null,
        postalAddress,
      },
    },
    { key: `newsletter-confirm:${signup}` },
  );
  return true;
}
