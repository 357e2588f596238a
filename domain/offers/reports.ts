import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { offer, offerReport } from '@/db/schema/offers';
import { event } from '@/db/schema/portal';
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

/**
 * Closes the open reports of an offer up to the id `upTo`, each with an event that says what came of it;
 * resolves to how many. Safe to repeat.
 */
export async function handleReports(
  db: Db,
  offerId: number,
  { upTo, outcome, actor, now }: { upTo: number; outcome: string; actor: string; now: Date },
): Promise<number> {
  return db.transaction(async (tx) => {
    const handled = await tx
      .update(offerReport)
      .set({ handledAt: now })
      .where(and(eq(offerReport.offerId, offerId), lte(offerReport.id, upTo), isNull(offerReport.handledAt)))
      .returning({ id: offerReport.id });
    if (handled.length === 0) return 0;
    await tx.insert(event).values(
      handled.map(({ id }) => ({
        at: now,
        actor,
        type: 'report.handled',
        subject: 'report',
        subjectId: id,
        data: { offerId, outcome },
      })),
    );
    return handled.length;
  });
}
