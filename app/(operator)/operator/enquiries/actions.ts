'use server';

import { redirect } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { EMPTY_FORM, type FormState, typedValues } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { answerEnquiry, deleteEnquiry, reopenEnquiry } from '@/domain/enquiries/commands';
import { answerInput } from '@/domain/enquiries/input';
import { idParam } from '@/domain/operator/input';
import { faultsOf } from '../faults';

const LIST = '/operator/enquiries';

/** Marks an enquiry as answered, or changes the note of one that is. */
export async function answer(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator(LIST);
  const id = idParam(form.get('id'));
  if (id === null) redirect(LIST);
  const input = answerInput.safeParse({ note: form.get('note') ?? undefined });
  if (!input.success) return { ...EMPTY_FORM, values: typedValues(form), faults: faultsOf(input.error) };
  await answerEnquiry(database(), id, input.data.note, { actor, now: new Date() });
  redirect(`${LIST}/${id}`);
}

export async function reopen(form: FormData): Promise<void> {
  const { actor } = await requireOperator(LIST);
  const id = idParam(form.get('id'));
  if (id === null) redirect(LIST);
  await reopenEnquiry(database(), id, { actor, now: new Date() });
  redirect(`${LIST}/${id}`);
}

export async function remove(form: FormData): Promise<void> {
  const { actor } = await requireOperator(LIST);
  const id = idParam(form.get('id'));
  if (id === null) redirect(LIST);
  await deleteEnquiry(database(), id, { actor, now: new Date() });
  redirect(`${LIST}?deleted=1`);
}
