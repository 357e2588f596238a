'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { requireOperator } from '@/app/session';
import { EMPTY_FORM, type FormState, typedValues } from '@/components/ui/form-state';
import { database } from '@/db/pool';
import { changeExchangeRates, type ExchangeRate } from '@/domain/offers/exchange-rates';
import {
  asOfInput,
  currencyInput,
  rateInput,
  readPastedRates,
  sourceInput,
} from '@/domain/operator/rate-input';
import { DomainError } from '@/lib/errors';
import { faultsOf } from '../faults';

/** Stores one rate, of a known currency or a new one. */
export async function saveRate(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator('/operator/exchange-rates');
  const now = new Date();
  const typed = typedValues(form);
  const read = z
    .object({ currency: currencyInput, perEur: rateInput, asOf: asOfInput(dayOf(now)), source: sourceInput })
    .safeParse(typed);
  if (!read.success) return { ...EMPTY_FORM, values: typed, faults: faultsOf(read.error) };
  return store([read.data], typed, { actor, now, sureField: 'sure' });
}

/** Stores many rates of one day and source, or none where a line cannot be read. */
export async function pasteRates(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireOperator('/operator/exchange-rates');
  const now = new Date();
  const typed = typedValues(form);
  const read = z.object({ pastedAsOf: asOfInput(dayOf(now)), pastedSource: sourceInput }).safeParse(typed);
  const pasted = readPastedRates(typed.pasted ?? '');
  if (!read.success || 'fault' in pasted) {
    const faults = {
      ...('fault' in pasted && { pasted: pasted.fault }),
      ...(read.error && faultsOf(read.error)),
    };
    return { ...EMPTY_FORM, values: typed, faults };
  }
  const { pastedAsOf: asOf, pastedSource: source } = read.data;
  const rates = pasted.rates.map((rate) => ({ ...rate, asOf, source }));
  return store(rates, typed, { actor, now, sureField: 'pastedSure' });
}

async function store(
  rates: ExchangeRate[],
  typed: Record<string, string>,
  { actor, now, sureField }: { actor: string; now: Date; sureField: string },
): Promise<FormState> {
  let changed: number;
  try {
    changed = await changeExchangeRates(database(), rates, { actor, now, sure: typed[sureField] === 'yes' });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { [sureField]: _, ...values } = typed;
    return { ...EMPTY_FORM, values, faults: { [sureField]: `${error.message}. Nothing was saved yet.` } };
  }
  redirect(`/operator/exchange-rates?saved=${changed}`);
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
