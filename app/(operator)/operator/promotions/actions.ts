'use server';

import { notFound, redirect } from 'next/navigation';
import { payments } from '@/app/payments';
import { requireOperator } from '@/app/session';
import { EMPTY_FORM, type FormState, typedValues } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { currenciesOf, listPlans } from '@/domain/billing/plans';
import { createPromotion, endPromotion } from '@/domain/operator/promotion-acts';
import { readPromotion } from '@/domain/operator/promotions';
import { readSettings } from '@/domain/settings/settings';
import { DomainError } from '@/lib/errors';
import { stripeRefusal } from '../stripe';

/** Makes a code that buyers may type. */
export async function createCode(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator('/operator/promotions');
  const [now, typed] = [new Date(), typedValues(form)];
  if (!(await readSettings(database())).promotionCodes) notFound();
  const currencies = currenciesOf(await listPlans(database()));
  const read = readPromotion(typed, { now, currencies });
  if ('faults' in read) return { ...EMPTY_FORM, values: typed, faults: read.faults };
  try {
    await createPromotion(database(), payments(), read, { actor, now });
  } catch (error) {
    if (error instanceof DomainError)
      return { ...EMPTY_FORM, values: typed, faults: { code: 'There is such a code, and it is in use.' } };
    const refusal = stripeRefusal(error, typed);
    if (refusal) return refusal;
    throw error;
  }
  redirect('/operator/promotions');
}

/** Ends a code. */
export async function endCode(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator('/operator/promotions');
  const typed = typedValues(form);
  const id = typed.id ?? '';
  if (!/^promo_[A-Za-z0-9_]{1,100}$/.test(id)) notFound();
  try {
    await endPromotion(database(), payments(), id, { actor, now: new Date() });
  } catch (error) {
    const refusal = stripeRefusal(error, typed);
    if (refusal) return refusal;
    throw error;
  }
  redirect('/operator/promotions');
}
