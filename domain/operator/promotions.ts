import type Stripe from 'stripe';
import { z } from 'zod';

const MAX_USES = 100_000;

const optional = (text: string) => (text === '' ? null : text);

/** A new code as it is typed into the form. `now`: codes end later than that. */
export const promotionInput = (now: Date) =>
  z.object({
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9_-]{3,40}$/, 'Three to forty letters, digits, dashes or underscores.'),
    percent: z
      .string()
      .trim()
      .regex(/^\d{1,3}$/, 'Give a whole number from 1 to 100.')
      .transform(Number)
      .refine((percent) => percent >= 1 && percent <= 100, 'Between 1 and 100 per cent.'),
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
export type NewPromotion = z.output<ReturnType<typeof promotionInput>>;

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
