'use server';

import { notFound, redirect } from 'next/navigation';
import { database } from '@/db/pool';
import { answerRollCall } from '@/domain/rollcall/commands';
import { readAnswerLink } from '@/domain/rollcall/link';
import { authSecret } from '@/lib/env';

/**
 * Answers the question of a mailed address, signed in or not: the key says that it was mailed to somebody who may.
 * Goes back to the page, which says how the question stands, answered just now or before.
 */
export async function answerByMail(form: FormData): Promise<void> {
  const [offer, asked, key] = ['offer', 'asked', 'key'].map((name) => String(form.get(name) ?? ''));
  const question = readAnswerLink({ offer, asked, key }, authSecret());
  const answer = form.get('answer');
  if (answer !== 'open' && answer !== 'closed') notFound();
  if (question) {
    await answerRollCall(database(), [question.offerId], answer, {
      now: new Date(),
      actor: 'mail',
      scope: { askedAt: question.askedAt },
    });
  }
  redirect(`/answer?${new URLSearchParams({ offer: offer ?? '', asked: asked ?? '', key: key ?? '' })}`);
}
