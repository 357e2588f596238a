'use server';

import { redirect } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { database } from '@/db/pool';
import { decideClaim } from '@/domain/companies/claims';
import { idParam } from '@/domain/operator/input';

/** Grants a claim or turns it down. One that is decided already stays as it is. */
export async function decide(form: FormData): Promise<void> {
  const { actor } = await requireOperator('/operator/claims');
  const [id, decision] = [idParam(form.get('id')), form.get('decision')];
  if (id !== null && (decision === 'grant' || decision === 'refuse')) {
    await decideClaim(database(), id, decision === 'grant', { actor, now: new Date() });
  }
  redirect('/operator/claims');
}
