import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { offer, offerReport } from '@/db/schema/offers';
import { truncate } from '@/lib/truncate';

/** Why a candidate reports an offer, as the form offers it. */
export const REPORT_REASONS = {
  closed: 'It is no longer open',
  untrue: 'The pay or another fact is not true',
  fraud: 'It asks for money or data, or is a fraud',
  unfair: 'It turns people down for who they are',
  other: 'Something else',
} as const;
export type ReportReason = keyof typeof REPORT_REASONS;

export const MAX_REPORT_MESSAGE = 2_000;

/** What the form sends. A longer message is cut, since its field allows no more. */
export const reportInput = z.object({
  reason: z.enum(Object.keys(REPORT_REASONS) as [ReportReason, ...ReportReason[]]),
  message: z
    .string()
    .default('')
    .transform((text) => truncate(text.replaceAll('\u0000', '').toWellFormed().trim(), MAX_REPORT_MESSAGE)),
});
export type ReportInput = z.output<typeof reportInput>;

/** Keeps a report for the operator; false if there is no such offer that the public can see. */
export async function reportOffer(db: Db, offerId: number, input: ReportInput, now: Date): Promise<boolean> {
  const [seen] = await db
    .select({ id: offer.id })
    .from(offer)
    .where(and(eq(offer.id, offerId), inArray(offer.state, ['live', 'paused', 'expired', 'filled'])));
  if (!seen) return false;
  await db.insert(offerReport).values({ offerId, ...input, at: now });
  return true;
}
