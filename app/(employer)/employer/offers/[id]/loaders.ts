import { database } from '@/db/pool';
import type { CompanyId } from '@/domain/companies/input';
import { findBoardOffer, listDays, listHistory, listUnanswered } from '@/domain/offers/dashboard';
import { getOffer } from '@/domain/offers/queries';
import { COUNTED_DAYS } from '@/domain/offers/rules';
import { findTimeToAnswer } from '@/domain/rollcall/queries';
import { readSettings } from '@/domain/settings/settings';

/** One offer of the company with its counts, answers and history; null where it has no such offer. Never cached. */
export async function loadEmployerOffer(companyId: CompanyId, offerId: number, now: Date) {
  const db = database();
  const offer = await findBoardOffer(db, companyId, offerId, now);
  if (!offer) return null;
  const [detail, days, history, unanswered, { rollCallDays, rollCallSilenceDays }, secondsToAnswer] =
    await Promise.all([
      getOffer(db, offerId),
      listDays(db, offerId, COUNTED_DAYS, now),
      listHistory(db, offerId),
      listUnanswered(db, companyId),
      readSettings(db),
      findTimeToAnswer(db, companyId),
    ]);
  return {
    offer,
    detail,
    days,
    history,
    unanswered: unanswered.filter(({ id }) => id === offerId),
    rollCall: { rollCallDays, rollCallSilenceDays, secondsToAnswer },
  };
}
