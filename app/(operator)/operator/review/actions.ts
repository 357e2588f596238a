'use server';

import { notFound, redirect } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { EMPTY_FORM, type FormState, typedValues } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { idParam, reviewInput } from '@/domain/operator/input';
import { approveOffer, turnDownOffer } from '@/domain/operator/review-acts';
import { DomainError } from '@/lib/errors';
import { faultsOf } from '../faults';

/** Publishes an offer that waited to be read, or turns it down. Where it waits no more, nothing changes. */
export async function decide(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator('/operator/review');
  const id = idParam(form.get('id'));
  if (id === null) notFound();
  const [typed, by] = [typedValues(form), { actor, now: new Date() }];
  const read = reviewInput.safeParse(typed);
  if (!read.success) return { ...EMPTY_FORM, values: typed, faults: faultsOf(read.error) };
  if (read.data.decision === 'turn-down') {
    await turnDownOffer(database(), id, { ...by, reason: read.data.reason });
    redirect('/operator/review');
  }
  try {
    await approveOffer(database(), id, by);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const text = 'Nothing pays for it any more, so it cannot be published here.';
    return { ...EMPTY_FORM, values: { ...typed, decision: 'turn-down' }, message: { kind: 'ask', text } };
  }
  redirect('/operator/review');
}
