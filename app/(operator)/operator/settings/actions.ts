'use server';

import { redirect } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { type FormState, typedValues } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { changeSettings } from '@/domain/operator/setting-acts';
import { readTypedSettings } from '@/domain/operator/setting-fields';

/** Stores all settings, or none where one of them does not fit. */
export async function saveSettings(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator('/operator/settings');
  const typed = typedValues(form);
  const read = readTypedSettings(typed);
  if ('faults' in read) {
    const message = { kind: 'ask' as const, text: 'Nothing was saved. See the fields that are marked.' };
    return { values: typed, faults: read.faults, message };
  }
  const changed = await changeSettings(database(), read.values, { actor, now: new Date() });
  redirect(`/operator/settings?saved=${changed.length}`);
}
