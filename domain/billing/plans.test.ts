import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { plan } from '@/db/schema/billing';
import { cacheInvalidation, event } from '@/db/schema/portal';
import { PLANS } from '@/db/seed/plans';
import { seedReference } from '@/db/seed/reference';
import { useTestDatabase } from '@/dev/testing/database';
import { planChange } from './input';
import { formatAmount } from './labels';
import { changePlan, findPlan, listPlans } from './plans';

const test = useTestDatabase();
const by = { now: new Date('2026-03-02T12:00:00Z'), actor: 'user:op' };

it('a new portal sells five things, in this order', async () => {
  expect((await listPlans(test.db)).map(({ name, kind }) => [name, kind])).toEqual([
    ['Basic', 'basic'],
    ['Featured', 'featured'],
    ['Pack of five', 'pack'],
    ['Another 30 days', 'extension'],
    ['Upgrade to Featured', 'upgrade'],
  ]);
  expect(await findPlan(test.db, 'pack-of-five')).toMatchObject({ credits: 5, creditDays: 365, days: 30 });
  for (const { credits, creditDays, name, price, currency, days } of await listPlans(test.db))
    expect(
      planChange.safeParse({ name, price, currency, days, credits, creditDays, active: true }).success,
    ).toBe(true);
});

it('an operator’s change holds, is logged, and outlives the next start', async () => {
  expect(await changePlan(test.db, 'basic', { price: 9_900, active: false }, by)).toBe(true);
  expect(await changePlan(test.db, 'no-such-plan', { price: 1 }, by)).toBe(false);
  await seedReference(test.db);
  const [basic] = await listPlans(test.db);
  expect(basic).toMatchObject({ code: 'basic', price: 9_900, active: false });
  expect(await listPlans(test.db)).toHaveLength(PLANS.length);
  expect(await findPlan(test.db, 'basic')).toBeNull();
  const logged = await test.db
    .select({ actor: event.actor, data: event.data })
    .from(event)
    .where(eq(event.type, 'plan.changed'));
  expect(logged).toMatchObject([
    { actor: 'user:op', data: { code: 'basic', from: { price: 14_900 }, to: { price: 9_900 } } },
  ]);
  expect(await test.db.select({ tag: cacheInvalidation.tag }).from(cacheInvalidation)).toEqual([
    { tag: 'plans' },
  ]);
});

it('a price cannot be negative, nor in a currency that Stripe counts in another way', async () => {
  const basic = { name: 'Basic', price: 1, days: 30, credits: 0, creditDays: null, active: true };
  expect(planChange.safeParse({ ...basic, currency: 'PLN' }).success).toBe(true);
  expect(planChange.safeParse({ ...basic, currency: 'ISK' }).success).toBe(false);
  expect(planChange.safeParse({ ...basic, currency: 'PLN', price: -1 }).success).toBe(false);
  await expect(test.db.update(plan).set({ price: -1 })).rejects.toThrow();
});

it.each([
  [14_900, 'EUR', '€149.00'],
  [14_900, 'JPY', 'JP¥14,900'],
  [5, 'PLN', 'PLN 0.05'],
])('%i %s is written %s', (minor, currency, text) => {
  expect(formatAmount(minor, currency).replaceAll('\u00a0', ' ')).toBe(text);
});
