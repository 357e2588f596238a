import { randomUUID } from 'node:crypto';
import { and, count, eq, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { consent, subscriber, subscription } from '@/db/schema/newsletter';
import { queueMail } from '@/domain/mail/commands';
import { stamp } from '@/domain/offers/moves';
import { readSettings } from '@/domain/settings/settings';
import { parseAlertQuery, type Wanted } from './input';
import { subscriptionTitle, subscriptionWords } from './labels';
import { confirmUrl, leaveAllUrl } from './links';
import { mailPreferences, type NewsletterPorts } from './mails';
import { CHOSEN_ABOVE, COMPLAINT_DAYS, consentWording, MAX_ALERTS, WORDING_VERSION } from './rules';
import { findSearches } from './searches';

const DAY_MS = 86_400_000;

export type Signup = {
  /** Normalised. */
  email: string;
  wanted: readonly Wanted[];
  /** True where the form let them choose, so that its wording could not name it. */
  chosen: boolean;
  /** Complete address of the page with the form. */
  formUrl: string;
  ip: string | null;
  userAgent: string | null;
};

/**
 * Takes a signup that anybody may have sent, for themselves or not: nothing is sent regularly until the mailed
 * link is confirmed. It says nothing about whether the address is known: who has all of it already gets a link
 * to their preferences by mail instead. Who reported our mail as spam lately gets nothing.
 */
export async function signUp(db: Db, ports: NewsletterPorts, signup: Signup, now: Date): Promise<void> {
  const { postalAddress } = await readSettings(db);
  await db.transaction(async (tx) => {
    const reader = await findOrMakeSubscriber(tx, signup.email, now);
    if (reader.state === 'complained' && now.getTime() - reader.endedAt < COMPLAINT_DAYS * DAY_MS) return;
    const isNews = await Promise.all(signup.wanted.map((wanted) => isMissing(tx, reader, wanted)));
    const missing = signup.wanted.filter((_, n) => isNews[n]);
    const isFull =
      missing.some(({ kind }) => kind === 'alert') && (await countAlerts(tx, reader.id)) >= MAX_ALERTS;
    if (missing.length === 0 || isFull) {
      await mailPreferences(tx, ports, { ...reader, why: isFull ? 'full' : 'already' }, now);
      return;
    }
    const id = randomUUID();
    const words = await wordsOf(tx, missing);
    for (const [n, wanted] of missing.entries()) {
      await keepConsent(tx, ports, { id, reader, wanted, words: words[n] ?? null, signup }, now);
    }
    const { url, until } = confirmUrl(id, ports.link, now);
    await queueMail(tx, signup.email, {
      kind: 'newsletter-confirm',
      url,
      expiresAt: until.toISOString(),
      signup: id,
      items: words.map(subscriptionTitle),
      footer: {
        leaveUrl: leaveAllUrl({ subscriberId: reader.id }, ports.link),
        preferencesUrl: null,
        postalAddress,
      },
    });
    await recordEvent(tx, {
      at: now,
      actor: 'system',
      type: 'subscriber.signed-up',
      subject: 'subscriber',
      subjectId: reader.id,
    });
  });
}

/** Notes that the mail with the link of a signup has left. */
export async function noteSignupSent(db: Db, signup: string, now: Date): Promise<void> {
  await db
    .update(consent)
    .set({ sentAt: sql`coalesce(${consent.sentAt}, ${stamp(now)})` })
    .where(eq(consent.signup, signup));
}

type Reader = { id: number; email: string; state: string; endedAt: number };

async function findOrMakeSubscriber(db: Db, email: string, now: Date): Promise<Reader> {
  await db.insert(subscriber).values({ email, createdAt: now }).onConflictDoNothing();
  // Two signups of one address take turns.
  const [found] = await db.select().from(subscriber).where(eq(subscriber.email, email)).for('update');
  if (!found) throw new Error('A subscriber has gone while signing up.');
  return { id: found.id, email, state: found.state, endedAt: found.endedAt?.getTime() ?? 0 };
}

/** Whether it has to be confirmed: true for all that is not there in just that way. */
async function isMissing(db: Db, reader: Reader, wanted: Wanted): Promise<boolean> {
  if (reader.state !== 'active') return true;
  const [known] = await db
    .select({ frequency: subscription.frequency })
    .from(subscription)
    .where(and(isOf(reader.id, wanted), eq(subscription.state, 'active')));
  return !known || (wanted.kind === 'alert' && known.frequency !== wanted.frequency);
}

function isOf(subscriberId: number, wanted: Wanted) {
  return and(
    eq(subscription.subscriberId, subscriberId),
    eq(subscription.kind, wanted.kind),
    eq(subscription.query, wanted.kind === 'alert' ? wanted.query : ''),
  );
}

async function countAlerts(db: Db, subscriberId: number): Promise<number> {
  const [row] = await db
    .select({ alerts: count() })
    .from(subscription)
    .where(
      and(
        eq(subscription.subscriberId, subscriberId),
        eq(subscription.state, 'active'),
        isNotNull(subscription.filters),
      ),
    );
  return row?.alerts ?? 0;
}

/** The search of each in words; null for the newsletter. */
async function wordsOf(db: Db, wanted: readonly Wanted[]): Promise<(string | null)[]> {
  const queries = wanted.map((one) => (one.kind === 'alert' ? one.query : null));
  const searches = await findSearches(
    db,
    queries.filter((query) => query !== null),
  );
  return queries.map((query) => (query === null ? null : (searches.get(query)?.words ?? query)));
}

/** The row of a subscription, made `pending` where there is none; one that there is stays as it is. */
export async function findOrMakeSubscription(
  db: Db,
  subscriberId: number,
  wanted: Wanted,
  now: Date,
): Promise<number> {
  const fields =
    wanted.kind === 'alert'
      ? { query: wanted.query, filters: parseAlertQuery(wanted.query), frequency: wanted.frequency }
      : {};
  await db
    .insert(subscription)
    .values({ subscriberId, kind: wanted.kind, ...fields, createdAt: now })
    .onConflictDoNothing();
  const [found] = await db
    .select({ id: subscription.id })
    .from(subscription)
    .where(isOf(subscriberId, wanted));
  if (!found) throw new Error('A subscription has gone while signing up.');
  return found.id;
}

async function keepConsent(
  db: Db,
  { siteName }: NewsletterPorts,
  {
    id,
    reader,
    wanted,
    words,
    signup,
  }: { id: string; reader: Reader; wanted: Wanted; words: string | null; signup: Signup },
  now: Date,
): Promise<void> {
  await db.insert(consent).values({
    signup: id,
    subscriptionId: await findOrMakeSubscription(db, reader.id, wanted, now),
    email: signup.email,
    kind: wanted.kind,
    query: wanted.kind === 'alert' ? wanted.query : '',
    frequency: wanted.kind === 'alert' ? wanted.frequency : null,
    wording: consentWording(siteName, signup.chosen ? CHOSEN_ABOVE : subscriptionWords(words)),
    wordingVersion: WORDING_VERSION,
    formUrl: signup.formUrl,
    ip: signup.ip,
    userAgent: signup.userAgent,
    signedUpAt: now,
  });
}
