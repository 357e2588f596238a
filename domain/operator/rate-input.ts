import { z } from 'zod';

const MAX_LINES = 400;
const MAX_SOURCE = 200;
/** What numeric(18, 6) keeps apart from nothing, and more than any currency needs. */
const MIN_RATE = 0.000_001;
const MAX_RATE = 1e9;

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** Three letters of ISO 4217. The euro is what all others are measured in. */
export const currencyInput = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => CURRENCIES.has(code), 'Give the three letters of a currency, such as PLN.')
  .refine((code) => code !== 'EUR', 'One euro is always one euro.');

/** A figure as typed: "4.24", "4,24", "1 690". */
export const rateInput = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, '').replace(',', '.'))
  .refine((text) => /^\d{1,10}(\.\d{1,10})?$/.test(text), 'Give a figure, such as 4.24.')
  .transform(Number)
  .refine((rate) => rate >= MIN_RATE && rate <= MAX_RATE, 'This cannot be a rate.')
  .transform((rate) => Number(rate.toFixed(6)));

/** The day that the rates are of, not after `today` (both YYYY-MM-DD, UTC). */
export function asOfInput(today: string) {
  return z.iso
    .date('Give a day, such as 2026-11-20.')
    .refine((day) => day <= today, 'This day is yet to come.');
}

export const sourceInput = z
  .string()
  .trim()
  .min(1, 'Say where the figures are from.')
  .max(MAX_SOURCE, `At most ${MAX_SOURCE} characters, please.`);

export type PastedRate = { currency: string; perEur: number };

/**
 * Lines such as "PLN;4.24" (or with a comma or a tab between), one for each currency; a head line and a line for
 * the euro are passed over. Where a line cannot be read, which one and why.
 */
export function readPastedRates(text: string): { rates: PastedRate[] } | { fault: string } {
  const rates = new Map<string, number>();
  const lines = text.split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    // A comma may also be the decimal point, hence only the first one parts.
    const [, name = '', figure = ''] = /^\s*"?([^";,\t]*)"?\s*[;,\t]\s*"?([^";\t]*)"?\s*$/.exec(line) ?? [];
    if (name.trim().toUpperCase() === 'EUR' || (index === 0 && !/\d/.test(line))) continue;
    const currency = currencyInput.safeParse(name);
    const rate = rateInput.safeParse(figure);
    const issue = currency.error?.issues[0] ?? rate.error?.issues[0];
    if (!currency.success || !rate.success)
      return { fault: `Line ${index + 1}, “${line.trim().slice(0, 40)}”: ${issue?.message}` };
    if (rates.has(currency.data)) return { fault: `Line ${index + 1}: ${currency.data} is there twice.` };
    rates.set(currency.data, rate.data);
  }
  if (rates.size === 0) return { fault: 'Paste at least one line, such as PLN;4.24.' };
  if (rates.size > MAX_LINES) return { fault: `At most ${MAX_LINES} lines, please.` };
  return { rates: [...rates].map(([currency, perEur]) => ({ currency, perEur })) };
}
