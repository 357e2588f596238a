import type Stripe from 'stripe';
import type { Db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { DomainError } from '@/lib/errors';
import type { NewPromotion } from './promotions';
import type { By } from './user-acts';

/**
 * Makes a code at Stripe that buyers may type; resolves to its id. Throws DomainError `code_taken` where an active one
 * reads the same, and as Stripe's SDK does where it fails.
 */
export async function createPromotion(
  db: Db,
  payments: Stripe,
  { code, off, uses, endsAt }: NewPromotion,
  { actor, now }: By,
): Promise<string> {
  const taken = await payments.promotionCodes.list({ code, active: true, limit: 1 });
  if (taken.data.length > 0) throw new DomainError('code_taken');
  const coupon = await payments.coupons.create({
    ...('percent' in off
      ? { percent_off: off.percent }
      : { amount_off: off.amount, currency: off.currency.toLowerCase() }),
    duration: 'once',
    name: code,
  });
  const made = await payments.promotionCodes.create({
    code,
    promotion: { type: 'coupon', coupon: coupon.id },
    ...(uses !== null && { max_redemptions: uses }),
    ...(endsAt && { expires_at: Math.floor(endsAt.getTime() / 1_000) }),
  });
  await note(db, 'promotion.created', { code, ...off, ...(uses !== null && { uses }) }, { actor, now });
  return made.id;
}

/** Ends a code: nobody can type it any more. False where it had ended, or there is none of that id. */
export async function endPromotion(
  db: Db,
  payments: Stripe,
  id: string,
  { actor, now }: By,
): Promise<boolean> {
  let code: Stripe.PromotionCode;
  try {
    code = await payments.promotionCodes.retrieve(id);
  } catch (error) {
    if ((error as { code?: string }).code === 'resource_missing') return false;
    throw error;
  }
  if (!code.active) return false;
  await payments.promotionCodes.update(id, { active: false });
  await note(db, 'promotion.ended', { code: code.code }, { actor, now });
  return true;
}

async function note(db: Db, type: string, data: Record<string, unknown>, { actor, now }: By): Promise<void> {
  await recordEvent(db, { at: now, actor, type, subject: 'promotion', subjectId: 0, data });
}
