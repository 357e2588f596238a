import { toMajorUnits } from '@/lib/money';
import type { PayPeriod } from './rules';

/** How often a period is paid in a year: 12 months, 220 days or 2,080 hours (DESIGN §9). */
export const PERIODS_A_YEAR: Record<PayPeriod, number> = { hour: 2_080, day: 220, month: 12, year: 1 };

/** What a stated yearly figure may be, in EUR; anything else is taken for a slip and not shown. */
export const MIN_YEARLY_EUR = 1_000;
export const MAX_YEARLY_EUR = 2_000_000;

/** Units of a currency (ISO 4217) for one EUR. */
export type Rates = ReadonlyMap<string, number>;

/**
 * A stated amount, in minor units of `currency` per `period`, as whole EUR a year. Null if the currency
 * has no rate.
 */
export function toYearlyEur(
  amountMinor: number,
  currency: string,
  period: PayPeriod,
  rates: Rates,
): number | null {
  const rate = currency === 'EUR' ? 1 : rates.get(currency);
  if (!rate) return null;
  return Math.round((toMajorUnits(amountMinor, currency) * PERIODS_A_YEAR[period]) / rate);
}

/** Whether a yearly figure in EUR can be pay at all. */
export function isPlausiblePay(yearlyEur: number): boolean {
  return yearlyEur >= MIN_YEARLY_EUR && yearlyEur <= MAX_YEARLY_EUR;
}
