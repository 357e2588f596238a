import type Stripe from 'stripe';
import { noSuch, Refusal } from './errors';
import { emit, type Sandbox, seconds } from './sandbox';

/** The coupon, if it may be used now for so much. Throws a `Refusal` that says why not. */
export function requireCoupon(sandbox: Sandbox, id: string, currency: string): Stripe.Coupon {
  const coupon = sandbox.state.find('coupon', id);
  if (!coupon || coupon.deleted) throw noSuch('coupon', id, 'discounts[0][coupon]');
  if (!isValid(sandbox, coupon)) {
    throw new Refusal(`Coupon expired: ${id}`, { code: 'coupon_expired', param: 'discounts[0][coupon]' });
  }
  if (coupon.currency && coupon.currency !== currency) {
    throw new Refusal(`The coupon ${id} is in ${coupon.currency}, the session in ${currency}.`, {
      param: 'discounts[0][coupon]',
    });
  }
  return coupon;
}

/** The code by its id, if it may be used now for so much. Throws a `Refusal` that says why not. */
export function requirePromotionCode(
  sandbox: Sandbox,
  id: string,
  use: { currency: string; subtotal: number; customer: string | null },
): { promotionCode: Stripe.PromotionCode; coupon: Stripe.Coupon } {
  const param = 'discounts[0][promotion_code]';
  const code = sandbox.state.find('promotionCode', id);
  if (!code) throw noSuch('promotion code', id, param);
  const { minimum_amount, minimum_amount_currency } = code.restrictions;
  const expired = code.expires_at !== null && code.expires_at <= seconds(sandbox);
  const used = code.max_redemptions !== null && code.times_redeemed >= code.max_redemptions;
  const fault =
    ((!code.active || expired || used) && 'This promotion code is invalid or has expired.') ||
    (code.customer && code.customer !== use.customer && 'This promotion code is for another customer.') ||
    (minimum_amount !== null &&
      (use.subtotal < minimum_amount || (minimum_amount_currency ?? use.currency) !== use.currency) &&
      'The order is below the minimum amount of this promotion code.') ||
    (code.restrictions.first_time_transaction &&
      hasPaid(sandbox, use.customer) &&
      'This promotion code is for first purchases only.');
  if (fault) throw new Refusal(fault, { param });
  return { promotionCode: code, coupon: requireCoupon(sandbox, couponOf(code), use.currency) };
}

/** An active code by what the buyer typed, in any case. */
export function findPromotionCode(sandbox: Sandbox, typed: string): Stripe.PromotionCode | undefined {
  const wanted = typed.trim().toLowerCase();
  return sandbox.state.all('promotionCode').find((code) => code.active && code.code.toLowerCase() === wanted);
}

/** Counts one use of what the session was discounted by. */
export function redeemDiscounts(
  sandbox: Sandbox,
  discounts: Stripe.Checkout.Session.Discount[] | null,
): void {
  for (const { coupon, promotion_code } of discounts ?? []) {
    const code = sandbox.state.find('promotionCode', String(promotion_code));
    if (code) {
      const updated = { ...code, times_redeemed: code.times_redeemed + 1 };
      sandbox.state.put('promotionCode', updated);
      emit(sandbox, 'promotion_code.updated', updated);
    }
    const used = sandbox.state.find('coupon', code ? couponOf(code) : String(coupon));
    if (used && !used.deleted) {
      const counted = { ...used, times_redeemed: used.times_redeemed + 1 };
      const updated = { ...counted, valid: isValid(sandbox, counted) };
      sandbox.state.put('coupon', updated);
      emit(sandbox, 'coupon.updated', updated);
    }
  }
}

function isValid(sandbox: Sandbox, { valid, redeem_by, max_redemptions, times_redeemed }: Stripe.Coupon) {
  if (!valid || (redeem_by !== null && redeem_by <= seconds(sandbox))) return false;
  return max_redemptions === null || times_redeemed < max_redemptions;
}

function couponOf({ promotion }: Stripe.PromotionCode): string {
  return typeof promotion.coupon === 'string' ? promotion.coupon : (promotion.coupon?.id ?? '');
}

function hasPaid(sandbox: Sandbox, customer: string | null): boolean {
  return sandbox.state.all('charge').some((charge) => charge.customer === customer && charge.paid);
}
