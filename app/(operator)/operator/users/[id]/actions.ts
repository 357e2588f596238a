'use server';

import { notFound, redirect } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { EMPTY_FORM, type FormState } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { endOtherSessions } from '@/domain/accounts/sessions';
import { grantOperator, withdrawOperator } from '@/domain/operator/user-acts';
import { getUserFile } from '@/domain/operator/users';
import { env } from '@/lib/env';
import { DomainError } from '@/lib/errors';

/** Signs a user out everywhere. */
export async function endSessions(form: FormData): Promise<void> {
  const { actor } = await requireOperator('/operator/users');
  const id = await knownUser(form);
  await endOtherSessions(database(), id, undefined, { actor, now: new Date() });
  redirect(`/operator/users/${id}`);
}

/** Makes a user an operator. */
export async function grant(form: FormData): Promise<void> {
  const { actor } = await requireOperator('/operator/users');
  const id = await knownUser(form);
  await grantOperator(database(), id, { actor, now: new Date() });
  redirect(`/operator/users/${id}`);
}

/** Takes that back; refused where nobody would be left. */
export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator('/operator/users');
  const id = await knownUser(form);
  const mayBeLast = env().OPERATOR_EMAIL !== undefined;
  try {
    await withdrawOperator(database(), id, { actor, now: new Date(), mayBeLast });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ...EMPTY_FORM, message: { kind: 'ask', text: error.message } };
  }
  redirect(`/operator/users/${id}`);
}

async function knownUser(form: FormData): Promise<string> {
  const user = await getUserFile(database(), String(form.get('id')).replaceAll('\u0000', ''));
  return user ? user.id : notFound();
}
