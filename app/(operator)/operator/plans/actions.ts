'use server';

import { notFound, redirect } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { EMPTY_FORM, type FormState, typedValues } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { listPlans } from '@/domain/billing/plans';
import { readTerms } from '@/domain/operator/money-input';
import { changeTerms } from '@/domain/operator/plan-acts';

/** Changes the terms of a plan, or nothing where one of them does not fit. */
export async function savePlan(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator('/operator/plans');
  const typed = typedValues(form);
  const plan = (await listPlans(database())).find(({ code }) => code === typed.code);
  if (!plan) notFound();
  const read = readTerms(typed, plan);
  if ('faults' in read) return { ...EMPTY_FORM, values: typed, faults: read.faults };
  const changed = await changeTerms(database(), plan.code, read, { actor, now: new Date() });
  redirect(`/operator/plans?saved=${changed ?? 0}`);
}
