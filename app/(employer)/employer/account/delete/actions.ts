'use server';

import { redirect } from 'next/navigation';
import { signOut } from '@/app/auth';
import { requireUser } from '@/app/session';
import { type FormState, typedValues } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { normaliseEmail } from '@/domain/accounts/rules';
import { type Bequest, deleteAccount } from '@/domain/offers/departure';
import { DomainError } from '@/lib/errors';

/** Deletes the user's own account, once they have typed its address and decided about their companies. */
export async function deleteOwnAccount(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser('/employer/account/delete');
  const values = typedValues(form);
  if (normaliseEmail(values.email ?? '') !== user.email) {
    return { values, faults: { email: `Type your address as it is: ${user.email}` }, message: null };
  }
  try {
    await deleteAccount(database(), user.id, readBequests(values), new Date());
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'undecided') throw error;
    const text = `Say what becomes of ${error.message} first. Nothing was deleted.`;
    return { values, faults: {}, message: { kind: 'ask', text } };
  }
  await signOut({ redirect: false });
  redirect('/');
}

/** Fields `company-ID`, each `close`, `leave` or `heir:USER`. */
function readBequests(values: Record<string, string>): Map<number, Bequest> {
  const bequests = new Map<number, Bequest>();
  for (const [name, value] of Object.entries(values)) {
    const id = Number(/^company-(\d{1,9})$/.exec(name)?.[1]);
    const [, userId] = /^heir:(.+)$/.exec(value) ?? [];
    if (!id) continue;
    if (userId) bequests.set(id, { kind: 'heir', userId });
    else if (value === 'close' || value === 'leave') bequests.set(id, { kind: value });
  }
  return bequests;
}
