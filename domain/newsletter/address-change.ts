import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { consent, subscriber, subscription } from '@/db/schema/newsletter';
import { queueMail } from '@/domain/mail/commands';
import type { Witness } from './confirm';
import { endConsents } from './consents';
import { addressUrl, isMarkOf, type LinkParams, readAddressLink } from './links';
import { footerFor, mailGoodbye, type NewsletterPorts } from './mails';
import type { Reader } from './preferences';

/**
 * Has a link mailed to the address that is to be somebody's new one. Whether it is known already makes no
 * difference here: only who reads mail there learns of it.
 */
export async function askAddressChange(
  db: Db,
  { link }: NewsletterPorts,
  reader: Reader,
  newEmail: string,
  now: Date,
): Promise<void> {
  const { url, until } = addressUrl({ subscriberId: reader.id, email: reader.email, newEmail }, link, now);
  const footer = await footerFor(db, reader, link, now);
  await queueMail(
    db,
    newEmail,
    {
      kind: 'newsletter-address',
      url,
      expiresAt: until.toISOString(),
      oldEmail: reader.email,
      // Who has not agreed yet must not be able to open, or end, what another one gets.
      footer: { ...footer, leaveUrl: null, preferencesUrl: null },
    },
    { key: `newsletter-address:${reader.id}` },
  );
}

/** The change that a mailed link is about to make; null where it is altered, too old or made already. */
export async function findAddressChange(
  db: Db,
  params: LinkParams,
  secret: string,
  now: Date,
): Promise<{ reader: Reader; newEmail: string } | null> {
  const link = readAddressLink(params, secret);
  if (!link || link.until <= now) return null;
  const [reader] = await db.select().from(subscriber).where(eq(subscriber.id, link.subscriberId));
  return reader && isMarkOf(link.mark, reader.email) ? { reader, newEmail: link.newEmail } : null;
}

/**
 * Moves a subscriber to the new address, which whoever reads mail there agreed to. The old one is told, and its
 * links are dead. `taken`: somebody subscribes with the new one already, and nothing is changed.
 */
export async function changeAddress(
  db: Db,
  ports: NewsletterPorts,
  { reader, newEmail }: { reader: Reader; newEmail: string },
  { formUrl, witness, now }: { formUrl: string; witness: Witness; now: Date },
): Promise<'changed' | 'taken' | 'gone'> {
  return db.transaction(async (tx) => {
    const [other] = await tx.select().from(subscriber).where(eq(subscriber.email, newEmail)).for('update');
    if (other && other.state !== 'pending') return 'taken';
    // A signup that was never confirmed gives way.
    if (other) await tx.delete(subscriber).where(eq(subscriber.id, other.id));
    const moved = await tx
      .update(subscriber)
      .set({ email: newEmail })
      .where(and(eq(subscriber.id, reader.id), eq(subscriber.email, reader.email)))
      .returning({ id: subscriber.id });
    if (moved.length === 0) return 'gone';
    await moveConsents(tx, reader.id, newEmail, { formUrl, witness, now });
    await mailGoodbye(tx, ports, reader, 'moved', now);
    await recordEvent(tx, {
      at: now,
      actor: 'system',
      type: 'subscriber.moved',
      subject: 'subscriber',
      subjectId: reader.id,
    });
    return 'changed';
  });
}

/** The proof for the old address ends; that for the new one says when and how it was agreed to. */
async function moveConsents(
  db: Db,
  subscriberId: number,
  newEmail: string,
  { formUrl, witness, now }: { formUrl: string; witness: Witness; now: Date },
): Promise<void> {
  const subscriptions = db
    .select({ id: subscription.id })
    .from(subscription)
    .where(eq(subscription.subscriberId, subscriberId));
  const ended = await endConsents(db, subscriptions, { by: 'reader', now });
  const signup = crypto.randomUUID();
  for (const { id: _, kind, query, ...rest } of ended) {
    await db
      .insert(consent)
      .values({
        ...rest,
        kind,
        query,
        signup,
        email: newEmail,
        formUrl,
        ip: witness.ip,
        userAgent: witness.userAgent,
        signedUpAt: now,
        confirmedAt: now,
        confirmedIp: witness.ip,
        confirmedUserAgent: witness.userAgent,
        endedAt: null,
        endedBy: null,
      })
      // Of an alert whose frequency was changed by a second signup there are two.
      .onConflictDoNothing();
  }
}
