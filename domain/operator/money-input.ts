import { z } from 'zod';
import { type PlanChange, planChange } from '@/domain/billing/input';
import type { Plan } from '@/domain/billing/plans';
import { currencyDecimals, toMinorUnits } from '@/lib/money';

const MIN_REASON = 5;
const MAX_REASON = 1_000;

/** An amount as typed: "149", "149.00", "1 490,50"; in minor units. */
export function readAmount(text: string, currency: string): number | null {
  const digits = text.replaceAll(/\s/g, '').replace(',', '.');
  const decimals = currencyDecimals(currency);
  const shape = decimals === 0 ? /^\d{1,9}$/ : new RegExp(`^\\d{1,9}(\\.\\d{1,${decimals}})?$`);
  return shape.test(digits) ? toMinorUnits(Number(digits), currency) : null;
}

/** An amount in minor units as it would be typed. */
export function typedAmount(minor: number, currency: string): string {
  const decimals = currencyDecimals(currency);
  return (minor / 10 ** decimals).toFixed(decimals);
}

type Faults = { faults: Record<string, string> };
type Typed = Record<string, string>;

export type WantedRefund = { amount: number | null; reason: string };

/** A refund as the form has it, of an order with so many minor units left. */
export function readRefund(
  typed: Typed,
  { left, currency }: { left: number; currency: string },
): WantedRefund | Faults {
  const faults: Record<string, string> = {};
  const reason = (typed.reason ?? '').trim();
  if (reason.length < MIN_REASON) faults.reason = 'Say why, in a few words. It is kept in the log.';
  if (reason.length > MAX_REASON) faults.reason = `At most ${MAX_REASON} characters, please.`;
  if (typed.how === 'full') return faults.reason ? { faults } : { amount: null, reason };
  const amount = readAmount(typed.amount ?? '', currency);
  if (typed.how !== 'part') faults.how = 'Choose how much.';
  else if (!amount) faults.amount = `Give an amount, such as ${typedAmount(left, currency)}.`;
  else if (amount > left) faults.amount = `At most ${typedAmount(left, currency)} is left.`;
  return Object.keys(faults).length > 0 ? { faults } : { amount, reason };
}

const wholeDays = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/, 'Give a whole number of days.')
  .transform(Number);

/** The terms of a plan as the form has them. */
export function readTerms(typed: Typed, plan: Plan): PlanChange | Faults {
  const faults: Record<string, string> = {};
  const change: PlanChange = { active: typed.active === 'on' };
  const take = <Term extends 'name' | 'currency' | 'price' | 'days' | 'creditDays'>(
    term: Term,
    value: unknown,
    fault: string,
  ) => {
    const parsed = planChange.shape[term].safeParse(value);
    if (parsed.success) Object.assign(change, { [term]: parsed.data });
    else faults[term] = fault;
  };
  const currency = (typed.currency ?? '').trim().toUpperCase();
  take('name', typed.name, 'Between 1 and 60 characters.');
  take('currency', currency, 'Three letters, such as EUR. Stripe counts ISK and UGX in another way.');
  if (!faults.currency && !Intl.supportedValuesOf('currency').includes(currency))
    faults.currency = 'Give the three letters of a currency, such as EUR.';
  take('price', readAmount(typed.price ?? '', currency), 'Give an amount, such as 149.00.');
  const days = (term: 'days' | 'creditDays') => {
    const read = wholeDays.safeParse(typed[term] ?? '');
    const isFitting = read.success && read.data >= 1 && read.data <= 3_650;
    take(term, isFitting ? read.data : Number.NaN, 'Between 1 and 3650 days.');
  };
  if (plan.kind !== 'upgrade') days('days');
  if (plan.kind === 'pack') days('creditDays');
  return Object.keys(faults).length > 0 ? { faults } : change;
}
