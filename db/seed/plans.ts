import type { plan } from '../schema/billing';

/** What a new portal sells; from then on the operator decides. */
export const PLANS: readonly (typeof plan.$inferInsert)[] = [
  { code: 'basic', kind: 'basic', name: 'Basic', price: 14_900, currency: 'EUR', days: 30, position: 0 },
  {
    code: 'featured',
    kind: 'featured',
    name: 'Featured',
    price: 24_900,
    currency: 'EUR',
    days: 30,
    position: 1,
  },
  {
    code: 'pack-of-five',
    kind: 'pack',
    name: 'Pack of five',
    price: 59_500,
    currency: 'EUR',
    days: 30,
    credits: 5,
    creditDays: 365,
    position: 2,
  },
  {
    code: 'extra-30-days',
    kind: 'extension',
    name: 'Another 30 days',
    price: 9_900,
    currency: 'EUR',
    days: 30,
    position: 3,
  },
  {
    code: 'upgrade',
    kind: 'upgrade',
    name: 'Upgrade to Featured',
    price: 11_900,
    currency: 'EUR',
    days: 0,
    position: 4,
  },
];
