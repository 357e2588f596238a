import Stripe from 'stripe';
import { newId } from '../sandbox';

export type LineFields = {
  name: string;
  currency: string;
  unitAmount: number;
  quantity: number;
  taxBehavior: 'exclusive' | 'inclusive' | 'unspecified';
  metadata: Record<string, string>;
};

/** A line of a session, with a price made for it alone. */
export function buildLine(fields: LineFields, created: number): Stripe.LineItem {
  const subtotal = fields.unitAmount * fields.quantity;
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: subtotal,
    amount_tax: 0,
    amount_total: subtotal,
    currency: fields.currency,
    description: fields.name,
    metadata: fields.metadata,
    price: {
      id: newId('price'),
      object: 'price',
      active: false,
      billing_scheme: 'per_unit',
      created,
      currency: fields.currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: newId('prod'),
      recurring: null,
      tax_behavior: fields.taxBehavior,
      tiers_mode: null,
      transform_quantity: null,
      type: 'one_time',
      unit_amount: fields.unitAmount,
      unit_amount_decimal: Stripe.Decimal.from(fields.unitAmount),
    } satisfies Stripe.Price,
    quantity: fields.quantity,
  } satisfies Stripe.LineItem;
}
