import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { mailEvent } from '@/db/schema/newsletter';
import { suppress } from './leave';
import { readMessageId } from './message-id';

/** What a mail service, or a script in front of one, reports (docs/mail.md). */
export const mailEvents = z.object({
  events: z
    .array(
      z.object({
        /** Of the sender's making, the same whenever the event is reported again. */
        id: z.string().min(1).max(200),
        type: z.enum(['bounce', 'complaint', 'delivered']),
        /** Of a bounce: whether the address will never work. */
        hard: z.boolean().default(false),
        /** The Message-ID header of the mail that it is about. */
        messageId: z.string().min(1).max(998),
        at: z.iso.datetime({ offset: true }),
      }),
    )
    .min(1)
    .max(500),
});
export type MailEvents = z.output<typeof mailEvents>;

/** Both ways, in seconds: an old report may be somebody's copy of one. */
const TOLERANCE = 300;

export type SignatureFault = 'missing' | 'old' | 'wrong';

/**
 * Checks `t=SECONDS,v1=HEX`, where HEX is the HMAC-SHA-256 with `secret` of the seconds since 1970, a full stop and
 * the body. Null where it is right.
 */
export function faultOfSignature(
  header: string | null,
  body: string,
  secret: string,
  now: Date,
): SignatureFault | null {
  const [, seconds = '', given = ''] = /^t=(\d{1,12}),\s*v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (seconds === '') return 'missing';
  const due = Buffer.from(signMailEvents(body, secret, Number(seconds)).slice(-64));
  if (!timingSafeEqual(due, Buffer.from(given))) return 'wrong';
  return Math.abs(now.getTime() / 1_000 - Number(seconds)) > TOLERANCE ? 'old' : null;
}

/** The header that such a report carries. */
export function signMailEvents(body: string, secret: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/**
 * Takes up what was reported: who bounces for good or complains gets no list any more, and what was uncertain and was
 * delivered is sent. Events of mails that are not ours are left out, those that were reported before change
 * nothing. Resolves to how many were new.
 */
export async function takeMailEvents(
  db: Db,
  { events }: MailEvents,
  secret: string,
  now: Date,
): Promise<number> {
  let taken = 0;
  for (const event of events) {
    const deliveryId = readMessageId(event.messageId, secret);
    if (deliveryId !== null && (await takeEvent(db, event, deliveryId, now))) taken += 1;
  }
  return taken;
}

function takeEvent(
  db: Db,
  { id, type, hard, at }: MailEvents['events'][number],
  deliveryId: number,
  now: Date,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [mail] = await tx.execute<{ subscriber_id: number | null }>(
      sql`select subscriber_id from delivery where id = ${deliveryId}`,
    );
    if (!mail) return false;
    const subscriberId = mail.subscriber_id;
    const kind = type === 'bounce' ? (hard ? 'bounce-hard' : 'bounce-soft') : type;
    const fresh = await tx
      .insert(mailEvent)
      .values({ id, kind, deliveryId, subscriberId, at: new Date(at), receivedAt: now })
      .onConflictDoNothing()
      .returning({ id: mailEvent.id });
    if (fresh.length === 0) return false;
    if (type === 'delivered') {
      await tx.execute(sql`
        update delivery set state = 'sent', reason = null where id = ${deliveryId} and state = 'uncertain'`);
    } else if (type === 'complaint' || hard) {
      const why = type === 'complaint' ? 'complaint' : 'bounce';
      const column = sql.identifier(why === 'bounce' ? 'bounced_at' : 'complained_at');
      await tx.execute(sql`
        update delivery set ${column} = coalesce(${column}, ${now.toISOString()}::timestamptz)
        where id = ${deliveryId}`);
      if (subscriberId !== null) await suppress(tx, subscriberId, why, { deliveryId, now });
    }
    return true;
  });
}
