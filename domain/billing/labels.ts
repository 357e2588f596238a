import { currencyDecimals, toMajorUnits } from '@/lib/money';
import type { OrderState } from './rules';

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
  disputed: 'Disputed',
  lost: 'Dispute lost',
  failed: 'Payment failed',
  expired: 'Not paid',
};
