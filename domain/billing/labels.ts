import { currencyDecimals, toMajorUnits } from '@/lib/money';
import type { OrderPurpose, OrderState, PlanKind } from './rules';

/** An amount in minor units as people read it, such as €149.00. */
export function formatAmount(minor: number, currency: string): string {
  const digits = currencyDecimals(currency);
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(toMajorUnits(minor, currency));
}

export const ORDER_STATE_LABELS: Record<OrderState, string> = {
  open: 'Not paid yet',
  processing: 'Payment on its way',
  paid: 'Paid',
  partly_refunded: 'Refunded in part',
  refunded: 'Refunded',
  refund_failed: 'Refund failed',
  disputed: 'Disputed',
  lost: 'Dispute lost',
  failed: 'Payment failed',
  expired: 'Not paid',
};

/** What an order was for, beside the name of its plan. */
export const PURPOSE_LABELS: Record<OrderPurpose, string> = {
  publication: 'Publication',
  extension: 'More days',
  upgrade: 'Upgrade',
  pack: 'Credits',
};

type Described = { kind: PlanKind; days: number; credits: number; creditDays: number | null };

/** What a plan gives, in a line. */
export function planInWords({ kind, days, credits, creditDays }: Described): string {
  switch (kind) {
    case 'basic':
      return `${days} days on the list`;
    case 'featured':
      return `${days} days on the list, marked and above the others`;
    case 'extension':
      return `${days} more days; one that has run out is back at once`;
    case 'upgrade':
      return 'Marked and above the others, for the days the offer has left';
    case 'pack':
      return `${credits} offers of ${days} days each, to be used within ${spanInWords(creditDays ?? 0)}`;
  }
}

function spanInWords(days: number): string {
  return days === 365 || days === 366 ? 'a year' : `${days} days`;
}
