/** Spaces of every width, and apostrophes, that part thousands. */
const GAPS = /[\s\u00a0\u2007\u2009\u202f'’]+/g;
const THOUSANDS_ONLY = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/;
const WITH_CENTS = /^(\d{1,3}(?:([.,])\d{3})*|\d+)[.,](\d{1,2})$/;
const MOST = 1e12;

/**
 * A figure as people type it: "18 000", "18,000", "18.000", "95,50", "18k". Null where it is none or could not
 * be pay. Points and commas before three digits part thousands; before one or two they begin the decimals.
 */
export function readAmount(typed: string): number | null {
  let text = typed.replaceAll(GAPS, '').toLowerCase();
  const factor = text.endsWith('k') ? 1_000 : 1;
  if (factor > 1) text = text.slice(0, -1);
  const amount = factor * (readPlain(text) ?? Number.NaN);
  return amount > 0 && amount < MOST ? amount : null;
}

function readPlain(text: string): number | null {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  if (THOUSANDS_ONLY.test(text)) return Number(text.replaceAll(/[.,]/g, ''));
  const [, whole, separator, cents] = WITH_CENTS.exec(text) ?? [];
  if (!whole || !cents) return null;
  // "1,234,56" says two things with one mark.
  if (separator && text.at(-cents.length - 1) === separator) return null;
  return Number(`${whole.replaceAll(/[.,]/g, '')}.${cents}`);
}
