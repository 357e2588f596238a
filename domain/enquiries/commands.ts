import { and, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { enquiry } from '@/db/schema/enquiries';
import { listOperators } from '@/domain/accounts/operators';
import { queueMail } from '@/domain/mail/commands';
import { readSettings } from '@/domain/settings/settings';
import { findPublishedText } from '@/domain/texts/queries';
import { DomainError } from '@/lib/errors';
import { hashToken } from '@/lib/secret';
import type { EnquiryInput } from './input';
import { BUDGETS } from './rules';

/** No such service is offered, or none at all any more. */
export const NO_SERVICE = 'no_service';

type Sent = {
  /** Of the form it was written in (lib/form-guard.ts): the same words in the same form are one enquiry. */
  seal: string;
  now: Date;
  /** OPERATOR_EMAIL; operators with an account are told too. */
  operatorEmail: string | undefined;
};

/**
 * Keeps an enquiry and leaves two mails to the worker, one to those who run the portal and a copy to who wrote
 * it: all of that or nothing. Sent again, it does nothing. Throws DomainError `no_service`.
 */
export async function sendEnquiry(
  db: Db,
  input: EnquiryInput,
  { seal, now, operatorEmail }: Sent,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [{ showServices, enquiryAnswerDays }, service] = await Promise.all([
      readSettings(tx),
      findPublishedText(tx, 'service', input.service),
    ]);
    if (!showServices || !service) throw new DomainError(NO_SERVICE);
    const [kept] = await tx
      .insert(enquiry)
      .values({ ...input, token: hashToken(JSON.stringify([seal, input])), createdAt: now })
      .onConflictDoNothing()
      .returning({ id: enquiry.id });
    if (!kept) return;
    const { name, email, company, message } = input;
    const said = { service: service.content.title, name, company, budget: BUDGETS[input.budget], message };
    for (const to of await listOperators(tx, operatorEmail)) {
      await queueMail(tx, to, { kind: 'enquiry', ...said, email, url: `/operator/enquiries/${kept.id}` });
    }
    await queueMail(tx, email, { kind: 'enquiry-received', ...said, answerDays: enquiryAnswerDays });
    await note(tx, 'enquiry.received', kept.id, { actor: 'system', now }, { service: input.service });
  });
}

export type By = { actor: string; now: Date };

/**
 * Marks an enquiry as answered, or changes the note of one that is; who answered first, and when, stays. False
 * where nothing changed.
 */
export async function answerEnquiry(db: Db, id: number, words: string, by: By): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [changed] = await tx
      .update(enquiry)
      .set({
        answeredAt: sql`coalesce(${enquiry.answeredAt}, ${by.now.toISOString()}::timestamptz)`,
        answeredBy: sql`coalesce(${enquiry.answeredBy}, ${by.actor})`,
        note: words,
      })
      .where(and(eq(enquiry.id, id), or(isNull(enquiry.answeredAt), ne(enquiry.note, words))))
      .returning({ id: enquiry.id });
    if (changed) await note(tx, 'enquiry.answered', id, by);
    return changed !== undefined;
  });
}

/** Has an enquiry wait again; its note stays. False where it waits already. */
export async function reopenEnquiry(db: Db, id: number, by: By): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [changed] = await tx
      .update(enquiry)
      .set({ answeredAt: null, answeredBy: null })
      .where(and(eq(enquiry.id, id), isNotNull(enquiry.answeredAt)))
      .returning({ id: enquiry.id });
    if (changed) await note(tx, 'enquiry.reopened', id, by);
    return changed !== undefined;
  });
}

/** Deletes an enquiry for good; false where it is gone already. */
export async function deleteEnquiry(db: Db, id: number, by: By): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [gone] = await tx.delete(enquiry).where(eq(enquiry.id, id)).returning({ id: enquiry.id });
    if (gone) await note(tx, 'enquiry.deleted', id, by);
    return gone !== undefined;
  });
}

/**
 * Deletes the enquiries that were answered as many days ago as the settings say (`enquiryDays`), or came so
 * long ago and were never answered; resolves to how many.
 */
export async function forgetEnquiries(
  db: Db,
  { enquiryDays }: { enquiryDays: number },
  now: Date,
): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const gone = await db.execute(sql`
    with gone as (
      delete from enquiry
      where coalesce(answered_at, created_at) <= ${at} - make_interval(days => ${enquiryDays}) returning id
    )
    insert into event (at, actor, type, subject, subject_id)
    select ${at}, 'system', 'enquiry.forgotten', 'enquiry', id from gone returning id`);
  return gone.length;
}

async function note(
  db: Db,
  type: string,
  id: number,
  { actor, now }: By,
  data?: Record<string, unknown>,
): Promise<void> {
  await recordEvent(db, { at: now, actor, type, subject: 'enquiry', subjectId: id, data });
}
