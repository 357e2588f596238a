import { cached } from '@/app/cached';
import { database } from '@/db/pool';
import { getRollCounts, type RollCounts } from '@/domain/market/roll';
import { readSettings } from '@/domain/settings/settings';

export type Explained = {
  counts: RollCounts;
  /** Days from an answer to the next question, and from a question to silence. */
  rollCallDays: number;
  rollCallSilenceDays: number;
};

/** The rule as it is set, and what it comes to today. */
export function loadExplained(): Promise<Explained> {
  return cached(['how-it-works'], ['offers', 'day'], async () => {
    const [counts, { rollCallDays, rollCallSilenceDays }] = await Promise.all([
      getRollCounts(database(), new Date()),
      readSettings(database()),
    ]);
    return { counts, rollCallDays, rollCallSilenceDays };
  });
}
