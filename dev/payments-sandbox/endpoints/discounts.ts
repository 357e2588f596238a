import type Stripe from 'stripe';
import { missingParameter, noSuch, Refusal } from '../errors';
import { isWithin, listPage } from '../lists';
import { mergeMetadata } from '../objects/customer';
import { buildCoupon, buildPromotionCode } from '../objects/discount';
import {
  boolean,
  currency,
  decimal,
  EXPAND,
  emptyable,
  integer,
  metadata,
  object,
  oneOf,
  optional,
  PAGE,
  type Parameters,
  range,
  refuseBoth,
  text,
} from '../parameters';
import { findPromotionCode } from '../promotions';
import { emit, newId, type Sandbox, seconds } from '../sandbox';
import { requireCustomer } from './customers';
import { endpoint } from './endpoint';

const CREATE_COUPON = {
  ...EXPAND,
  amount_off: optional(integer({ min: 1 })),
  currency: optional(currency()),
  duration: optional(oneOf('forever', 'once', 'repeating')),
  duration_in_months: optional(integer({ min: 1 })),
  id: optional(text()),
  max_redemptions: optional(integer({ min: 1 })),
  metadata: optional(emptyable(metadata())),
  name: optional(text({ max: 40 })),
  percent_off: optional(decimal({ above: 0, upTo: 100 })),
  redeem_by: optional(integer()),
} satisfies Parameters<Stripe.CouponCreateParams>;

const LIST_COUPONS = { ...PAGE, created: optional(range()) } satisfies Parameters<Stripe.CouponListParams>;

const RESTRICTIONS = object({
  first_time_transaction: optional(boolean()),
  minimum_amount: optional(integer({ min: 1 })),
  minimum_amount_currency: optional(currency()),
});

const CREATE_CODE = {
  ...EXPAND,
  active: optional(boolean()),
  code: optional(text({ max: 500 })),
  customer: optional(text()),
  expires_at: optional(integer()),
  max_redemptions: optional(integer({ min: 1 })),
  metadata: optional(metadata()),
  promotion: object({ coupon: optional(text()), type: oneOf('coupon') }),
  restrictions: optional(RESTRICTIONS),
} satisfies Parameters<Stripe.PromotionCodeCreateParams>;

const UPDATE_CODE = {
  ...EXPAND,
  active: optional(boolean()),
  metadata: optional(emptyable(metadata())),
} satisfies Parameters<Stripe.PromotionCodeUpdateParams>;

const LIST_CODES = {
  ...PAGE,
  active: optional(boolean()),
  code: optional(text()),
  coupon: optional(text()),
  created: optional(range()),
  customer: optional(text()),
} satisfies Parameters<Stripe.PromotionCodeListParams>;

export const COUPONS = [
  endpoint('POST /v1/coupons', CREATE_COUPON, (sandbox, { metadata, ...asked }) => {
    refuseBoth(asked, 'amount_off', 'percent_off');
    if (asked.amount_off === undefined && asked.percent_off === undefined)
      throw missingParameter('percent_off');
    if (asked.amount_off !== undefined && !asked.currency) throw missingParameter('currency');
    if (asked.duration === 'repeating' && !asked.duration_in_months)
      throw missingParameter('duration_in_months');
    const before = asked.id === undefined ? undefined : sandbox.state.find('coupon', asked.id);
    if (before && !before.deleted) {
      throw new Refusal('Coupon already exists.', { code: 'resource_already_exists', param: 'id' });
    }
    const coupon = sandbox.state.put('coupon', buildCoupon(asked, metadata || {}, seconds(sandbox)));
    if (!coupon.deleted) emit(sandbox, 'coupon.created', coupon);
    return coupon;
  }),
  endpoint('GET /v1/coupons', LIST_COUPONS, ({ state }, { created, ...page }) => {
    const rows = state.all('coupon').filter((one) => !one.deleted);
    return listPage(rows, page, '/v1/coupons', (one) => isWithin(one, created));
  }),
  endpoint('GET /v1/coupons/:id', EXPAND, (sandbox, _, id) => requireCoupon(sandbox, id)),
  endpoint('DELETE /v1/coupons/:id', {}, (sandbox, _, id) => {
    const coupon = requireCoupon(sandbox, id);
    const deleted = { id, object: 'coupon', deleted: true } satisfies Stripe.DeletedCoupon;
    sandbox.state.put('coupon', deleted);
    emit(sandbox, 'coupon.deleted', coupon);
    return deleted;
  }),
];

export const PROMOTION_CODES = [
  endpoint('POST /v1/promotion_codes', CREATE_CODE, (sandbox, asked) => {
    if (asked.promotion.coupon === undefined) throw missingParameter('promotion[coupon]');
    const coupon = requireCoupon(sandbox, asked.promotion.coupon, 'promotion[coupon]');
    if (asked.customer) requireCustomer(sandbox, asked.customer, 'customer');
    const code = asked.code ?? newId('').slice(1, 9).toUpperCase();
    const active = asked.active ?? true;
    if (active) refuseTaken(sandbox, code);
    if (!/^[a-zA-Z0-9_-]+$/.test(code)) {
      throw new Refusal('Promotion codes may hold letters, digits, dashes and underscores.', {
        param: 'code',
      });
    }
    const made = buildPromotionCode({
      coupon: coupon.id,
      code,
      active,
      customer: asked.customer ?? null,
      expiresAt: asked.expires_at ?? null,
      maxRedemptions: asked.max_redemptions ?? null,
      metadata: asked.metadata ?? {},
      restrictions: asked.restrictions ?? {},
      created: seconds(sandbox),
    });
    sandbox.state.put('promotionCode', made);
    emit(sandbox, 'promotion_code.created', made);
    return made;
  }),
  endpoint('GET /v1/promotion_codes', LIST_CODES, ({ state }, { created, ...by }) => {
    return listPage(
      state.all('promotionCode'),
      by,
      '/v1/promotion_codes',
      (one) =>
        isWithin(one, created) &&
        (by.active === undefined || one.active === by.active) &&
        (by.code === undefined || one.code.toLowerCase() === by.code.toLowerCase()) &&
        (by.coupon === undefined || one.promotion.coupon === by.coupon) &&
        (by.customer === undefined || one.customer === by.customer),
    );
  }),
  endpoint('GET /v1/promotion_codes/:id', EXPAND, (sandbox, _, id) => requireCode(sandbox, id)),
  endpoint('POST /v1/promotion_codes/:id', UPDATE_CODE, (sandbox, { active, metadata }, id) => {
    const before = requireCode(sandbox, id);
    if (active && !before.active) refuseTaken(sandbox, before.code);
    const updated = {
      ...before,
      active: active ?? before.active,
      metadata: mergeMetadata(before.metadata ?? {}, metadata),
    };
    sandbox.state.put('promotionCode', updated);
    emit(sandbox, 'promotion_code.updated', updated);
    return updated;
  }),
];

function requireCoupon({ state }: Sandbox, id: string, param?: string): Stripe.Coupon {
  const coupon = state.find('coupon', id);
  if (!coupon || coupon.deleted) throw noSuch('coupon', id, param);
  return coupon;
}

function requireCode({ state }: Sandbox, id: string): Stripe.PromotionCode {
  const code = state.find('promotionCode', id);
  if (!code) throw noSuch('promotion_code', id);
  return code;
}

function refuseTaken(sandbox: Sandbox, code: string): void {
  if (!findPromotionCode(sandbox, code)) return;
  throw new Refusal(`An active promotion code with \`code: ${code}\` already exists.`, {
    code: 'resource_already_exists',
    param: 'code',
  });
}
