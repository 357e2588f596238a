import { formatNumber, formatOffers } from '@/domain/offers/labels';
import type { Figure } from './figure-strip';

/** A median for people: to the hundred, since a bar of offers knows no more. */
export function formatMedian(yearlyEur: number): string {
  return formatNumber(Math.round(yearlyEur / 100) * 100);
}

/** "71%"; undefined where there is nothing to take a share of. */
export function formatShare(part: number, whole: number): string | undefined {
  return whole === 0 ? undefined : `${Math.round((part / whole) * 100)}%`;
}

type Counted = {
  /** Open at this moment. */
  offers: number;
  /** Open when the others were counted. */
  counted: number;
  remote: number;
  payStated: number;
  /** Whole EUR a year; null where too few offers state their pay. */
  pay: { offers: number; median: number } | null;
};

/** The figures that lists of offers have in common. */
export function profileFigures({ offers, counted, remote, payStated, pay }: Counted): Figure[] {
  return [
    { label: 'Open offers', value: formatNumber(offers), note: 'at the moment' },
    {
      label: 'Median pay',
      value: pay ? formatMedian(pay.median) : '–',
      note: pay ? `EUR a year, from ${formatOffers(pay.offers)}` : 'too few offers state it',
    },
    { label: 'Remote', value: formatShare(remote, counted) ?? '–', note: 'of open offers' },
    { label: 'Pay stated', value: formatShare(payStated, counted) ?? '–', note: 'of open offers' },
  ];
}

/** A sentence for search engines: how many offers, as `lead` says it, and what they have in common. */
export function saidOf(
  lead: string,
  { counted, remote, pay }: Omit<Counted, 'offers' | 'payStated'>,
): string {
  const share = formatShare(remote, counted);
  const facts = [
    lead,
    share && `${share} remote`,
    pay && `median pay ${formatMedian(pay.median)} EUR a year`,
  ];
  return `${facts.filter(Boolean).join(', ')}.`;
}

/** The order of a list of offers, for the note beside it; undefined where there are none. */
export function orderNote(rows: { featured: boolean }[]): string | undefined {
  if (rows.length === 0) return undefined;
  const order = rows[0]?.featured ? 'Promoted ones first, then the newest.' : 'The newest first.';
  return `${order} The mark is the last answer.`;
}
