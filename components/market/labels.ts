import { formatNumber } from '@/domain/offers/labels';
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
  offers: number;
  remote: number;
  payStated: number;
  roles: { title: string; offers: number }[];
};

/** The figures that lists of offers have in common. */
export function profileFigures({ offers, remote, payStated, roles }: Counted): Figure[] {
  const [first] = roles;
  const figures: Figure[] = [
    { label: 'Open offers', value: formatNumber(offers), note: 'at the moment' },
    { label: 'Remote', value: formatShare(remote, offers) ?? '–', note: 'of open offers' },
    { label: 'Pay stated', value: formatShare(payStated, offers) ?? '–', note: 'of open offers' },
  ];
  if (first) {
    const note = `most often: ${first.title}`;
    figures.push({ label: roles.length === 1 ? 'Role' : 'Roles', value: formatNumber(roles.length), note });
  }
  return figures;
}

/** The order of a list of offers, for the note beside it; undefined where there are none. */
export function orderNote(rows: { featured: boolean }[]): string | undefined {
  if (rows.length === 0) return undefined;
  const order = rows[0]?.featured ? 'Promoted ones first, then the newest.' : 'The newest first.';
  return `${order} The mark is the last answer.`;
}
