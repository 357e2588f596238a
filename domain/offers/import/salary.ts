import { toMinorUnits } from '@/lib/money';
import { isPlausiblePay, type Rates, toYearlyEur } from '../pay';
import type { PayPeriod } from '../rules';
import { type JsonObject, listOf, objectOf, textOf } from './json';

/** What a posting states, in minor units of `currency` per `period`. */
export type StatedPay = { min: number; max: number; currency: string; period: PayPeriod };

export type Salary =
  | { kind: 'none' }
  | { kind: 'stated'; pay: StatedPay; warning?: string }
  /** There is something, but not pay that could be shown and compared. */
  | { kind: 'unusable'; warning: string }
  | { kind: 'contradiction' };

const PERIODS: [RegExp, PayPeriod | 'week'][] = [
  [/^(?:per |\/ ?)?(?:h|hr|hour|hours|hourly|hur|stunde|godzina)s?$/, 'hour'],
  [/^(?:per |\/ ?)?(?:d|day|days|daily|tag)$/, 'day'],
  [/^(?:per |\/ ?)?(?:w|wk|week|weeks|weekly|wee)$/, 'week'],
  [/^(?:per |\/ ?)?(?:m|mo|mon|month|months|monthly|monat)$/, 'month'],
  [/^(?:per |\/ ?)?(?:y|yr|year|years|yearly|ann|annual|annually|annum|jahr)$/, 'year'],
];
/** 2,080 hours are 52 weeks of 40. */
const WEEKS_A_YEAR = 52;
const SYMBOLS: Record<string, string> = {
  '€': 'EUR',
  '£': 'GBP',
  zł: 'PLN',
  US$: 'USD',
  '₹': 'INR',
  '₴': 'UAH',
};

/** Reads schema.org's `baseSalary` in the shapes that occur. `salary` is the whole posting. */
export function readSalary(posting: JsonObject, rates: Rates): Salary {
  const base = listOf(posting.baseSalary)[0];
  if (base === undefined || base === '') return { kind: 'none' };
  const amount = objectOf(base);
  const value = listOf(amount.value)[0];
  const quantity = typeof value === 'object' && value !== null ? (value as JsonObject) : amount;
  const written = typeof base === 'object' ? textOf(amount.value) : textOf(base);

  const range = readRange(quantity, written);
  if (!range) return isEmptyAmount(amount, quantity) ? { kind: 'none' } : unusable('no figure');
  if (range.min !== null && range.max !== null && range.min > range.max) return { kind: 'contradiction' };
  if (range.min === null) return unusable('only an upper limit');
  if (range.min <= 0) return unusable('no figure');
  const stated = { min: range.min, max: range.max ?? range.min };

  const currency = readCurrency(amount.currency ?? amount.priceCurrency ?? posting.salaryCurrency, written);
  if (!currency) return unusable('no currency');
  if (currency !== 'EUR' && !rates.has(currency)) return unusable(`no exchange rate for ${currency}`);
  const period = readPeriod(quantity.unitText ?? quantity.unitCode ?? amount.unitText, written);
  if (!period) return unusable('no period');

  const times = period === 'week' ? WEEKS_A_YEAR : 1;
  const pay: StatedPay = {
    min: toMinorUnits(stated.min * times, currency),
    max: toMinorUnits(stated.max * times, currency),
    currency,
    period: period === 'week' ? 'year' : period,
  };
  const [low, high] = [pay.min, pay.max].map(
    (minor) => toYearlyEur(minor, pay.currency, pay.period, rates) ?? 0,
  );
  if (!isPlausiblePay(low ?? 0) || !isPlausiblePay(high ?? 0)) {
    return unusable('below 1,000 or above 2,000,000 EUR a year');
  }
  if (period === 'week')
    return { kind: 'stated', pay, warning: 'salary: a week is shown as a 52nd of a year' };
  if (range.max === null)
    return { kind: 'stated', pay, warning: 'salary: no upper limit, shown as one figure' };
  return { kind: 'stated', pay };
}

function unusable(what: string): Salary {
  return { kind: 'unusable', warning: `salary not stated: ${what}` };
}

function readRange(
  quantity: JsonObject,
  written?: string,
): { min: number | null; max: number | null } | null {
  const min = readNumber(quantity.minValue ?? quantity.minPrice);
  const max = readNumber(quantity.maxValue ?? quantity.maxPrice);
  if (min !== null || max !== null) {
    // A zero beside a figure is a form that was left empty.
    if (min === 0 && max) return { min: null, max };
    return { min, max: max === 0 ? null : max };
  }
  const single = written === undefined ? readNumber(quantity.value ?? quantity.price) : null;
  if (single !== null) return { min: single, max: single };
  const [first, second] = readNumbers(written ?? '');
  if (first === undefined) return null;
  return { min: first, max: second ?? first };
}

function isEmptyAmount(amount: JsonObject, quantity: JsonObject): boolean {
  const keys = ['value', 'minValue', 'maxValue', 'price', 'minPrice', 'maxPrice'];
  return keys.every((key) => {
    const values = [amount[key], quantity[key]];
    return values.every(
      (value) => value === undefined || value === null || value === '' || typeof value === 'object',
    );
  });
}

const NUMBER = /\d(?:[\d.,' \u00a0\u202f]*\d)?(?:\s?k\b)?/gi;

function readNumbers(text: string): number[] {
  return [...text.matchAll(NUMBER)]
    .slice(0, 2)
    .map(([found]) => parseNumber(found))
    .filter((n) => n !== null);
}

function readNumber(value: unknown): number | null {
  const [first] = listOf(value);
  if (typeof first === 'number') return Number.isFinite(first) ? first : null;
  if (typeof first !== 'string' || /^\s*-/.test(first)) return null;
  return readNumbers(first)[0] ?? null;
}

/** "50,000", "50.000,00", "50 000.5", "60k". */
function parseNumber(text: string): number | null {
  const thousand = /k$/i.test(text) ? 1_000 : 1;
  const digits = text.replaceAll(/[\s'\u00a0\u202fk]/gi, '');
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits);
  const decimal = grouped ? '' : (/[.,](?=\d{1,2}$|\d+$)/.exec(digits)?.[0] ?? '');
  const at = decimal ? digits.lastIndexOf(decimal) : digits.length;
  const number = Number(`${digits.slice(0, at).replaceAll(/[.,]/g, '')}.${digits.slice(at + 1) || '0'}`);
  return Number.isFinite(number) ? number * thousand : null;
}

function readCurrency(value: unknown, written = ''): string | null {
  const text = (textOf(value) ?? '').trim();
  if (SYMBOLS[text]) return SYMBOLS[text];
  if (/^[a-z]{3}$/i.test(text)) return text.toUpperCase();
  const code = /\b[A-Z]{3}\b/.exec(written)?.[0];
  return code ?? Object.entries(SYMBOLS).find(([symbol]) => written.includes(symbol))?.[1] ?? null;
}

function readPeriod(value: unknown, written = ''): PayPeriod | 'week' | null {
  const unit = (textOf(value) ?? '').trim().toLowerCase();
  const own = PERIODS.find(([pattern]) => pattern.test(unit))?.[1];
  if (own) return own;
  const tail =
    /(?:\bper |\/\s?|\ba |\ban )?\b(hour|day|week|month|year|annum|hourly|daily|weekly|monthly|yearly|annually)\b/i.exec(
      written,
    )?.[1];
  return tail ? (PERIODS.find(([pattern]) => pattern.test(tail.toLowerCase()))?.[1] ?? null) : null;
}
