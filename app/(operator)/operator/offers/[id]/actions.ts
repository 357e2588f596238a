'use server';

import { redirect } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { EMPTY_FORM, type FormState, typedValues } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { decisionInput, idParam } from '@/domain/operator/input';
import { decideOffer, featureOffer } from '@/domain/operator/offer-acts';
import { faultsOf } from '../../faults';

/** Publishes, suspends, lifts or removes. What the offer's state does not allow changes nothing. */
export async function decide(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator('/operator/offers');
  const id = idParam(form.get('id'));
  if (id === null) redirect('/operator/offers');
  const decision = decisionInput.safeParse(Object.fromEntries(form));
  if (!decision.success)
    return { ...EMPTY_FORM, values: typedValues(form), faults: faultsOf(decision.error) };
  await decideOffer(database(), id, decision.data, { actor, now: new Date() });
  redirect(`/operator/offers/${id}`);
}

/** Puts the offer above the others, or back among them. */
export async function feature(form: FormData): Promise<void> {
  const { actor } = await requireOperator('/operator/offers');
  const id = idParam(form.get('id'));
  if (id === null) redirect('/operator/offers');
  await featureOffer(database(), id, form.get('featured') === 'yes', { actor, now: new Date() });
  redirect(`/operator/offers/${id}`);
}
