import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { invalidateTags } from '@/db/invalidation';
import type { CompanyId } from '@/domain/companies/input';
import { queueMail } from '@/domain/mail/commands';
import type { MailData } from '@/domain/mail/input';
import { idArray, inTurn, recordEvents } from '@/domain/offers/changes';
import { closeOffers } from '@/domain/offers/commands';
import { listContacts } from '@/domain/offers/contacts';
import { FILLED, moveOffers, noteAnswer, OPEN_AGAIN, stamp } from '@/domain/offers/moves';
import { answerUrl, type LinkPorts, type Question } from './link';

/**
 * The roll call (DESIGN §2): every employer is asked now and then whether an offer is still open. Offers of an
 * import are not asked about; to be listed again by their source is their answer.
 */

const DAY_MS = 86_400_000;

type Asked = { id: number; title: string; askedAt: Date };

/**
 * Asks about every live offer whose last answer, or publication, is `rollCallDays` old, by one mail to each
 * person with all offers they are asked about. Resolves to how many offers. No question is asked twice,
 * however many workers there are.
 */
export async function callRoll(
  db: Db,
  link: LinkPorts,
  { rollCallDays, rollCallSilenceDays }: { rollCallDays: number; rollCallSilenceDays: number },
  now: Date,
): Promise<number> {
  // To the second, as the mailed address says it.
  const askedAt = new Date(Math.floor(now.getTime() / 1000) * 1000);
  return inTurn(db, async (tx) => {
    const rows = await tx.execute<{ id: number; title: string }>(sql`
      update offer set asked_at = ${stamp(askedAt)}
      where source = 'employer' and state = 'live' and asked_at is null
        and confirmed_at <= ${daysBefore(now, rollCallDays)} and leaves_at > ${stamp(now)}
      returning id, title`);
    const asked = rows.map((row) => ({ ...row, askedAt }));
    const ids = asked.map(({ id }) => id);
    await recordEvents(tx, ids, 'offer.asked', 'system', now);
    await invalidateTags(
      tx,
      ids.map((id) => `offer:${id}`),
    );
    const closesAt = new Date(askedAt.getTime() + rollCallSilenceDays * DAY_MS).toISOString();
    await mailAbout(tx, asked, link, (offers) => ({ kind: 'roll-call', closesAt, offers }));
    return ids.length;
  });
}

/**
 * Takes every offer off the list about which an answer was awaited for `rollCallSilenceDays`, notes the silence
 * and says so by mail. Resolves to how many. An answer still brings each back.
 */
export async function pauseSilent(
  db: Db,
  link: LinkPorts,
  { rollCallSilenceDays }: { rollCallSilenceDays: number },
  now: Date,
): Promise<number> {
  return inTurn(db, async (tx) => {
    const due = await tx.execute<{ id: number; title: string; askedAt: string }>(sql`
      select id, title, asked_at as "askedAt" from offer
      where source = 'employer' and state = 'live' and asked_at <= ${daysBefore(now, rollCallSilenceDays)}`);
    const silent = due.map((row) => ({ ...row, askedAt: new Date(row.askedAt) }));
    const ids = silent.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await tx.execute(sql`
      insert into offer_answer (offer_id, asked_at, answered_at, answer, by)
      select id, asked_at, null, 'silent', 'employer' from offer where id = any(${idArray(ids)})`);
    await closeOffers(tx, ids, 'paused', { now, actor: 'system' });
    await mailAbout(tx, silent, link, (offers) => ({ kind: 'roll-call-silent', offers }));
    return ids.length;
  });
}

/** Who answers: somebody of the company, or whoever holds the mailed address of that one question. */
export type AnswerScope = { companyId: CompanyId } | { askedAt: Question['askedAt'] };

/**
 * Answers the questions that wait about these offers. `open` confirms an offer, and one that was paused in the
 * meantime is back with the days it had left: late answers count. `closed` fills it. Resolves to the ids of
 * those that were answered, without those where no question waits in that scope: it was answered already, say.
 */
export async function answerRollCall(
  db: Db,
  offerIds: readonly number[],
  answer: 'open' | 'closed',
  { now, actor, scope }: { now: Date; actor: string; scope: AnswerScope },
): Promise<number[]> {
  const at = stamp(now);
  const questions = sql`id = any(${idArray(offerIds)}) and ${inScope(scope)} and asked_at is not null
    and (state = 'live' or state = 'paused' and paused_by = 'silence')`;
  return inTurn(db, async (tx) => {
    await noteAnswer(tx, questions, answer, now);
    const moved = await moveOffers(tx, {
      where: questions,
      set: answer === 'open' ? OPEN_AGAIN(at) : FILLED(at),
      event: answer === 'open' ? 'offer.confirmed' : 'offer.filled',
      actor,
      now,
    });
    return moved.map(({ id }) => id);
  });
}

function inScope(scope: AnswerScope): SQL {
  return 'companyId' in scope
    ? sql`company_id = ${scope.companyId}`
    : sql`date_trunc('second', asked_at) = ${stamp(scope.askedAt)}`;
}

function daysBefore(now: Date, days: number): SQL {
  return stamp(new Date(now.getTime() - days * DAY_MS));
}

/** One mail to each person, with every offer that concerns them. */
async function mailAbout(
  db: Db,
  offers: Asked[],
  link: LinkPorts,
  write: (lines: { title: string; url: string }[]) => MailData,
): Promise<void> {
  const contacts = await listContacts(
    db,
    offers.map(({ id }) => id),
  );
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const byEmail = new Map<string, { title: string; url: string }[]>();
  for (const { offerId, email } of contacts) {
    const offer = byId.get(offerId);
    if (!offer) continue;
    const line = { title: offer.title, url: answerUrl({ offerId, askedAt: offer.askedAt }, link) };
    byEmail.set(email, [...(byEmail.get(email) ?? []), line]);
  }
  for (const [email, lines] of byEmail) await queueMail(db, email, write(lines));
}
