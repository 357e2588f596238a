import type Stripe from 'stripe';

/** The sandbox's only rate, in per cent, where automatic tax is on. */
export const TAX_PERCENT = 20;

export type Totals = {
  lines: Stripe.LineItem[];
  amount_subtotal: number;
  amount_total: number;
  total_details: Stripe.Checkout.Session.TotalDetails;
};

/**
 * What is to be paid, in minor units: the lines less the coupon (shared out by their size), and the tax on what
 * remains. `taxInclusive` says line by line whether the price
 * contains it. A total never falls below nothing.
 */
export function computeTotals(
  lines: Stripe.LineItem[],
  coupon: Stripe.Coupon | null,
  tax: { automatic: boolean; inclusive: boolean[] },
): Totals {
  const subtotal = sum(lines.map((line) => line.amount_subtotal));
  const discount = couponAmount(coupon, subtotal, lines[0]?.currency);
  let passed = 0;
  const sharedUpTo = (amount: number) => Math.floor((discount * amount) / (subtotal || 1));
  const priced = lines.map((line, n) => {
    // The difference of two rounded sums: the shares leave no rest, and none is larger than its line.
    const share = sharedUpTo(passed + line.amount_subtotal) - sharedUpTo(passed);
    passed += line.amount_subtotal;
    const net = line.amount_subtotal - share;
    const inclusive = tax.inclusive[n] ?? false;
    const rate = TAX_PERCENT / (inclusive ? 100 + TAX_PERCENT : 100);
    const amountTax = tax.automatic ? Math.round(net * rate) : 0;
    return {
      ...line,
      amount_discount: share,
      amount_tax: amountTax,
      amount_total: net + (inclusive ? 0 : amountTax),
    } satisfies Stripe.LineItem;
  });
  return {
    lines: priced,
    amount_subtotal: subtotal,
    amount_total: sum(priced.map((line) => line.amount_total)),
    total_details: {
      amount_discount: discount,
      amount_shipping: 0,
      amount_tax: sum(priced.map((line) => line.amount_tax)),
    },
  };
}

function couponAmount(coupon: Stripe.Coupon | null, subtotal: number, currency?: string): number {
  if (!coupon) return 0;
  if (coupon.percent_off !== null) return Math.round((subtotal * coupon.percent_off) / 100);
  return coupon.currency === currency ? Math.min(coupon.amount_off ?? 0, subtotal) : 0;
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
