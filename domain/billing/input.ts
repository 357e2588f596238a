import { z } from 'zod';

const days = z.number().int().min(1).max(3_650);

/**
 * Stripe counts these in hundredths, though they have none (docs.stripe.com/currencies, special cases): an amount
 * of ours would be charged as a hundredth of it.
 */
const COUNTED_OTHERWISE = ['ISK', 'UGX'];

/** What an operator may change about a plan. */
export const planChange = z.object({
  name: z.string().trim().min(1).max(60),
  /** Minor units, without tax. Stripe takes no more than eight digits. */
  price: z.number().int().min(0).max(99_999_999),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .refine((code) => !COUNTED_OTHERWISE.includes(code), 'Stripe counts this currency in another way.'),
  days: z.number().int().min(0).max(3_650),
  credits: z.number().int().min(0).max(1_000),
  creditDays: days.nullable(),
  active: z.boolean(),
});
export type PlanChange = Partial<z.output<typeof planChange>>;

/** What is to be given back of an order, in minor units; null: all that is left. */
export const refundRequest = z.object({ amount: z.number().int().min(1).nullable() });
