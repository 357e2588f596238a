import type Stripe from 'stripe';
import { z } from 'zod';
import { readAmount } from './money-input';

const MAX_USES = 100_000;

const optional = (text: string) => (text === '' ? null : text);

/** `now`: codes end later than that. */
const promotionTerms = (now: Date) =>
  z.object({
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9_-]{3,40}$/, 'Three to forty letters, digits, dashes or underscores.'),
    uses: z
      .string()
      .trim()
      .transform(optional)
      .refine((uses) => uses === null || /^[1-9]\d{0,5}$/.test(uses), 'Give a whole number, or nothing.')
      .transform((uses) => (uses === null ? null : Number(uses)))
      .refine((uses) => uses === null || uses <= MAX_USES, `At most ${MAX_USES}.`),
    /** The last day, UTC. */
    endsAt: z
      .string()
      .trim()
      .transform(optional)
      .refine(
        (day) => day === null || (z.iso.date().safeParse(day).success && endOf(day) > now),
        'Give a day that is not over yet, or nothing.',
      )
      .transform((day) => (day === null ? null : endOf(day))),
  });
/** Per cent, or minor units of an ISO 4217 currency, in which no other plans are less by it. */
type Discount = { percent: number } | { amount: number; currency: string };
export type NewPromotion = z.output<ReturnType<typeof promotionTerms>> & { off: Discount };
type Faults = Record<string, string>;
/** In the order of the form. */
const FIELDS = ['code', 'percent', 'amount', 'uses', 'endsAt'];

/** A new code as it is typed into the form. `currencies`: those of the plans. */
export function readPromotion(
  typed: Record<string, string>,
  { now, currencies }: { now: Date; currencies: readonly string[] },
): NewPromotion | { faults: Faults } {
  const terms = promotionTerms(now).safeParse(typed);
  const faults: Faults = {};
  const off = readDiscount(typed, currencies, faults);
  for (const { path, message } of terms.error?.issues ?? []) faults[String(path[0])] ??= message;
  if (terms.success && off) return { ...terms.data, off };
  return {
    faults: Object.fromEntries(FIELDS.flatMap((field) => (faults[field] ? [[field, faults[field]]] : []))),
  };
}

function readDiscount(
  typed: Record<string, string>,
  currencies: readonly string[],
  faults: Faults,
): Discount | null {
  const [percent = '', amount = ''] = [typed.percent?.trim(), typed.amount?.trim()];
  if (percent === '' && amount === '') faults.percent = 'Say how much: per cent, or an amount.';
  else if (percent !== '' && amount !== '') faults.amount = 'Per cent or an amount, not both.';
  else if (percent !== '') {
    if (/^\d{1,3}$/.test(percent) && Number(percent) >= 1 && Number(percent) <= 100)
      return { percent: Number(percent) };
    faults.percent = 'Give a whole number from 1 to 100.';
  } else {
    const currency = currencies.find((one) => one === typed.currency) ?? currencies[0] ?? '';
    const minor = readAmount(amount, currency);
    if (minor) return { amount: minor, currency };
    faults.amount = 'Give an amount, such as 50.';
  }
  return null;
}

function endOf(day: string): Date {
  return new Date(`${day}T23:59:59Z`);
}

export type Promotion = {
  id: string;
  code: string;
  /** Can be used now. */
  active: boolean;
  /** Per cent, or minor units of `currency`. */
  percentOff: number | null;
  amountOff: number | null;
  currency: string | null;
  used: number;
  maxUses: number | null;
  /** ISO 8601. */
  createdAt: string;
  endsAt: string | null;
};

const SHOWN = 100;

/** The latest codes at Stripe, the newest first. Throws as its SDK does. */
export async function listPromotions(payments: Stripe, now: Date): Promise<Promotion[]> {
  const { data } = await payments.promotionCodes.list({ limit: SHOWN, expand: ['data.promotion.coupon'] });
  return data.map(({ id, code, active, promotion, times_redeemed, max_redemptions, ...times }) => {
    const coupon = typeof promotion.coupon === 'object' ? promotion.coupon : null;
    const isOver = times.expires_at !== null && times.expires_at * 1_000 <= now.getTime();
    const isUsedUp = max_redemptions !== null && times_redeemed >= max_redemptions;
    return {
      id,
      code,
      active: active && !isOver && !isUsedUp,
      percentOff: coupon?.percent_off ?? null,
      amountOff: coupon?.amount_off ?? null,
      currency: coupon?.currency?.toUpperCase() ?? null,
      used: times_redeemed,
      maxUses: max_redemptions,
      createdAt: toIso(times.created),
      endsAt: times.expires_at === null ? null : toIso(times.expires_at),
    };
  });
}

function toIso(seconds: number): string {
  return new Date(seconds * 1_000).toISOString();
}
