'use server';

import { redirect } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { EMPTY_FORM, type FormState, typedValues } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { decisionInput, idParam } from '@/domain/operator/input';
import { decideReports } from '@/domain/operator/offer-acts';
import { faultsOf } from '../faults';

/** Closes the reports that were read, with or without an act on the offer. */
export async function decide(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator('/operator/reports');
  const [offerId, upTo] = [idParam(form.get('offer')), idParam(form.get('upTo'))];
  if (offerId === null || upTo === null) redirect('/operator/reports');
  const decision = decisionInput.safeParse(Object.fromEntries(form));
  if (!decision.success)
    return { ...EMPTY_FORM, values: typedValues(form), faults: faultsOf(decision.error) };
  const handled = await decideReports(database(), offerId, upTo, decision.data, { actor, now: new Date() });
  redirect(`/operator/reports?done=${handled}`);
}
