import type Stripe from 'stripe';
import { newId } from '../sandbox';

export type CouponFields = Partial<
  Pick<
    Stripe.Coupon,
    | 'id'
    | 'amount_off'
    | 'currency'
    | 'percent_off'
    | 'name'
    | 'max_redemptions'
    | 'redeem_by'
    | 'duration'
    | 'duration_in_months'
  >
>;

export function buildCoupon(
  fields: CouponFields,
  metadata: Record<string, string>,
  created: number,
): Stripe.Coupon {
  return {
    object: 'coupon',
    created,
    livemode: false,
    metadata,
    times_redeemed: 0,
    valid: true,
    id: fields.id ?? newId('').slice(1, 9),
    amount_off: fields.amount_off ?? null,
    currency: fields.currency ?? null,
    duration: fields.duration ?? 'once',
    duration_in_months: fields.duration_in_months ?? null,
    max_redemptions: fields.max_redemptions ?? null,
    name: fields.name ?? null,
    percent_off: fields.percent_off ?? null,
    redeem_by: fields.redeem_by ?? null,
  } satisfies Stripe.Coupon;
}

export function buildPromotionCode(fields: {
  coupon: string;
  code: string;
  active: boolean;
  customer: string | null;
  expiresAt: number | null;
  maxRedemptions: number | null;
  metadata: Record<string, string>;
  restrictions: Partial<Stripe.PromotionCode.Restrictions>;
  created: number;
}): Stripe.PromotionCode {
  return {
    id: newId('promo'),
    object: 'promotion_code',
    active: fields.active,
    code: fields.code,
    created: fields.created,
    customer: fields.customer,
    customer_account: null,
    expires_at: fields.expiresAt,
    livemode: false,
    max_redemptions: fields.maxRedemptions,
    metadata: fields.metadata,
    promotion: { coupon: fields.coupon, type: 'coupon' },
    restrictions: {
      first_time_transaction: fields.restrictions.first_time_transaction ?? false,
      minimum_amount: fields.restrictions.minimum_amount ?? null,
      minimum_amount_currency: fields.restrictions.minimum_amount_currency ?? null,
    },
    times_redeemed: 0,
  } satisfies Stripe.PromotionCode;
}
