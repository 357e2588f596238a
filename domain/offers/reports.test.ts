import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createOffer } from '@/db/factories';
import { offerReport } from '@/db/schema/offers';
import { event } from '@/db/schema/portal';
import { useTestDatabase } from '@/dev/testing/database';
import { handleReports, MAX_REPORT_MESSAGE, reportInput, reportOffer } from './reports';

const database = useTestDatabase();
const now = new Date('2026-11-21T12:00:00Z');

function reportsOf(offerId: number) {
  return database.db.select().from(offerReport).where(eq(offerReport.offerId, offerId));
}

describe('reportOffer', () => {
  it('keeps what a candidate says of an offer that is or was public', async () => {
    for (const state of ['live', 'paused', 'expired', 'filled'] as const) {
      const { id } = await createOffer(database.db, { state });
      const input = reportInput.parse({ reason: 'fraud', message: '  They ask for a deposit.\u0000 ' });
      expect(await reportOffer(database.db, id, input, now)).toBe(true);
      expect(await reportsOf(id)).toMatchObject([
        { reason: 'fraud', message: 'They ask for a deposit.', at: now },
      ]);
    }
  });

  it('knows nothing of offers that nobody can see', async () => {
    const input = reportInput.parse({ reason: 'closed' });
    for (const state of ['draft', 'in_review', 'suspended', 'removed'] as const) {
      const { id } = await createOffer(database.db, { state });
      expect(await reportOffer(database.db, id, input, now)).toBe(false);
      expect(await reportsOf(id)).toEqual([]);
    }
    expect(await reportOffer(database.db, 999_999_999, input, now)).toBe(false);
  });
});

describe('handleReports', () => {
  it('closes what was read, once, and tells the log what came of it', async () => {
    const { id } = await createOffer(database.db);
    const input = reportInput.parse({ reason: 'closed' });
    await reportOffer(database.db, id, input, now);
    const [read] = await reportsOf(id);
    await reportOffer(database.db, id, input, now);
    const done = { upTo: read?.id ?? 0, outcome: 'keep', actor: 'user:op', now };
    expect(await handleReports(database.db, id, done)).toBe(1);
    expect(await handleReports(database.db, id, done)).toBe(0);
    const reports = await reportsOf(id);
    expect(reports.filter(({ handledAt }) => handledAt !== null).map((one) => one.id)).toEqual([read?.id]);
    expect(await database.db.select().from(event).where(eq(event.type, 'report.handled'))).toMatchObject([
      { actor: 'user:op', subjectId: read?.id, data: { offerId: id, outcome: 'keep' } },
    ]);
  });
});

describe('reportInput', () => {
  it('cuts what is too long and refuses a reason that is not offered', () => {
    const long = reportInput.parse({ reason: 'other', message: 'x'.repeat(9_000) });
    expect(long.message).toHaveLength(MAX_REPORT_MESSAGE);
    expect(reportInput.safeParse({ reason: 'spam' }).success).toBe(false);
    expect(reportInput.safeParse({ reason: 'toString' }).success).toBe(false);
  });
});
