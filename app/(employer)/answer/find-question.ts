import { database } from '@/db/pool';
import { readAnswerLink } from '@/domain/rollcall/link';
import { type AskedOffer, findAskedOffer } from '@/domain/rollcall/queries';
import { readSettings } from '@/domain/settings/settings';
import { authSecret } from '@/lib/env';

export type FoundQuestion = { offer: AskedOffer; askedAt: Date; silenceDays: number };

/** The question that a mailed address is about; null where the address is not ours or the offer is gone. */
export async function findQuestion(params: Record<string, unknown>): Promise<FoundQuestion | null> {
  const question = readAnswerLink(params, authSecret());
  if (!question) return null;
  const [offer, { rollCallSilenceDays }] = await Promise.all([
    findAskedOffer(database(), question),
    readSettings(database()),
  ]);
  return offer && { offer, askedAt: question.askedAt, silenceDays: rollCallSilenceDays };
}
