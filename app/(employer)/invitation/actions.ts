'use server';

import { redirect } from 'next/navigation';
import { requireUser, workFor } from '@/app/session';
import { database } from '@/db/pool';
import { acceptInvitation } from '@/domain/companies/invitations';
import { DomainError } from '@/lib/errors';

/** Accepts an invitation as whoever is signed in, if it is for them. */
export async function accept(form: FormData): Promise<void> {
  const token = String(form.get('token') ?? '');
  const here = `/invitation?${new URLSearchParams({ token })}`;
  const user = await requireUser(here);
  try {
    await workFor(await acceptInvitation(database(), token, user, new Date()));
  } catch (error) {
    // The page says what is wrong with it.
    if (error instanceof DomainError) redirect(here);
    throw error;
  }
  redirect('/employer');
}
