'use server';

import { notFound, redirect } from 'next/navigation';
import { signOut } from '@/app/auth';
import { requireUser } from '@/app/session';
import { type FormState, typedValues } from '@/components/ui/form-state';
import { database, pool } from '@/db/pool';
import { nameForm, renameUser } from '@/domain/accounts/account';
import { askEmailChange, dropEmailChange } from '@/domain/accounts/email-change';
import { normaliseEmail } from '@/domain/accounts/rules';
import { endOtherSessions, endSession } from '@/domain/accounts/sessions';
import { env } from '@/lib/env';
import { DomainError } from '@/lib/errors';
import { takePoint } from '@/lib/rate-limit';
import { currentToken } from './current-token';

const PAGE = '/employer/account';
const CHANGES = { name: 'email-change', points: 5, seconds: 3_600 };
const MAILED = { name: 'email-change-to', points: 5, seconds: 86_400 };

/** Stores the user's own name. */
export async function saveName(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser(PAGE);
  const values = typedValues(form);
  const name = nameForm.safeParse(values.name ?? '');
  if (!name.success) {
    return { values, faults: { name: name.error.issues[0]?.message ?? '' }, message: null };
  }
  await renameUser(database(), user.id, name.data);
  redirect(`${PAGE}?done=name`);
}

/** Begins a change of the user's own address. The answer does not depend on whose the new one is. */
export async function changeEmail(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser(PAGE);
  const values = typedValues(form);
  const fail = (text: string): FormState => ({ values, faults: { email: text }, message: null });
  const email = normaliseEmail(values.email ?? '');
  if (!email) return fail('This is not one e-mail address. It should look like you@company.example.');
  const { sql } = pool();
  if (!(await takePoint(sql, CHANGES, user.id)) || !(await takePoint(sql, MAILED, email))) {
    return fail('You have asked for this a good many times. Try again later.');
  }
  try {
    const context = { now: new Date(), siteUrl: env().SITE_URL };
    await askEmailChange(database(), user, email, context);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'same_address')
      return fail('That is your address now.');
    throw error;
  }
  redirect(`${PAGE}?done=asked#address`);
}

/** Gives up the user's own change of address. */
export async function dropChange(): Promise<void> {
  const user = await requireUser(PAGE);
  await dropEmailChange(database(), user.id, new Date());
  redirect(`${PAGE}?done=dropped#address`);
}

/** Ends one of the user's own sessions. */
export async function endOne(form: FormData): Promise<void> {
  const user = await requireUser(PAGE);
  const id = String(form.get('session'));
  const context = { now: new Date(), actor: user.actor };
  if (!/^[\w-]{1,64}$/.test(id) || !(await endSession(database(), user.id, id, context))) notFound();
  redirect(`${PAGE}?done=ended#sessions`);
}

/** Ends every session of the user but the one at hand. */
export async function endOthers(): Promise<void> {
  const user = await requireUser(PAGE);
  const context = { now: new Date(), actor: user.actor };
  await endOtherSessions(database(), user.id, await currentToken(), context);
  redirect(`${PAGE}?done=ended#sessions`);
}

/** Signs out of the session at hand. */
export async function leaveSession(): Promise<void> {
  await requireUser(PAGE);
  await signOut({ redirectTo: '/' });
}
