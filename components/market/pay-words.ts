import type { LocalPay, PayCell } from '@/domain/market/input';
import { ALL_LEVELS } from '@/domain/market/rules';
import { SENIORITIES } from '@/domain/offers/input';
import { formatNumber, PERIOD_LABELS, TAX_LABELS } from '@/domain/offers/labels';
import { CONTRACT_LABELS, type PayPeriod, SENIORITY_LABELS } from '@/domain/offers/rules';

/** The middle half of what some offers pay, in whole units of a currency per period. */
export type PayRange = { offers: number; p25: number; median: number; p75: number };
export type PayMark = PayRange & { contract: PayCell['contract'] };
/** What one level pays: a bar for each contract that enough offers speak for, else one for all together. */
export type PayLevel = {
  level: PayCell['seniority'];
  /** Where it is not a level that they are told apart by. */
  label?: string;
  marks: PayMark[];
};
/** ISO 4217, per period. */
export type PayUnit = { currency: string; period: PayPeriod };

export const YEARLY_EUR: PayUnit = { currency: 'EUR', period: 'year' };
const ORDER = ['b2b', 'employment', 'contract', 'internship'] as const;
const NBSP = '\u00a0';

/** Levels from the lowest to the highest, and all of them together at the end. */
export function payLevels(cells: readonly PayCell[]): PayLevel[] {
  return [...SENIORITIES, ALL_LEVELS].flatMap((level) => {
    const of = cells.filter(({ seniority }) => seniority === level);
    const each = ORDER.flatMap((contract) => of.filter((cell) => cell.contract === contract));
    const marks = each.length > 0 ? each : of;
    return marks.length > 0 ? [{ level: level as PayLevel['level'], marks }] : [];
  });
}

export function levelLabel(level: PayCell['seniority']): string {
  return level === ALL_LEVELS ? 'All levels' : SENIORITY_LABELS[level];
}

/** "B2B", or what stands for all contracts together. */
export function contractLabel(contract: PayCell['contract']): string {
  return contract === 'all' ? 'Any contract' : CONTRACT_LABELS[contract];
}

/** Contracts with the tax that their amounts are stated with: "B2B, net + VAT". */
export function termsOf({ cells }: LocalPay): Partial<Record<PayCell['contract'], string>> {
  return Object.fromEntries(
    cells.flatMap(({ contract, tax }) =>
      tax ? [[contract, `${CONTRACT_LABELS[contract]}, ${TAX_LABELS[tax]}`]] : [],
    ),
  );
}

/** "PLN a month". */
export function unitLabel({ currency, period }: PayUnit): string {
  return `${currency} ${PERIOD_LABELS[period].replaceAll(NBSP, ' ')}`;
}

/** An amount for people: no more digits than a handful of offers can know. */
export function roundPay(value: number): number {
  const step = value >= 10_000 ? 100 : value >= 1_000 ? 10 : 1;
  return Math.round(value / step) * step;
}

/** "9–14k", or "95–140" where thousands would say too little. */
export function rangeWords({ p25, p75 }: Pick<PayRange, 'p25' | 'p75'>): string {
  const thousands = p75 >= 5_000;
  const [from, to] = [p25, p75].map((value) =>
    formatNumber(thousands ? inThousands(value) : roundPay(value)),
  );
  return (from === to ? `${to}` : `${from}–${to}`) + (thousands ? 'k' : '');
}

function inThousands(value: number): number {
  return value < 20_000 ? Math.round(value / 500) / 2 : Math.round(value / 1_000);
}
