'use server';

import { redirect } from 'next/navigation';
import { database } from '@/db/pool';
import { agreeEmailChange } from '@/domain/accounts/email-change';
import { DomainError } from '@/lib/errors';

/** Agrees to a change of address: whoever holds the mailed link, signed in or not. */
export async function agree(form: FormData): Promise<void> {
  let outcome: string;
  try {
    outcome = await agreeEmailChange(database(), String(form.get('token') ?? ''), new Date());
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    outcome = error.code === 'address_taken' ? 'taken' : 'gone';
  }
  redirect(`/email-change?outcome=${outcome}`);
}
