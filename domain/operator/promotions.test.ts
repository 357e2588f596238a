import { expect, it } from 'vitest';
import { useTestDatabase } from '@/dev/testing/database';
import { useTestPayments } from '@/dev/testing/payments';
import { createPromotion, endPromotion } from './promotion-acts';
import { listPromotions, type NewPromotion, readPromotion } from './promotions';

const test = useTestDatabase();
const stripe = useTestPayments();
const by = () => ({ actor: 'user:op', now: new Date() });
const read = (typed: Record<string, string>, currencies = ['EUR']) =>
  readPromotion(typed, { now: new Date(), currencies });
const wanted = (typed: Record<string, string>): NewPromotion => {
  const promotion = read(typed);
  if ('faults' in promotion) throw new Error(JSON.stringify(promotion.faults));
  return promotion;
};
const typed = { code: ' spring_15 ', percent: '15', uses: '20', endsAt: '2099-01-31' };

it('a code is made, listed, and ended once', async () => {
  const id = await createPromotion(test.db, stripe.payments, wanted(typed), by());
  expect(await listPromotions(stripe.payments, new Date())).toMatchObject([
    {
      id,
      code: 'SPRING_15',
      active: true,
      percentOff: 15,
      used: 0,
      maxUses: 20,
      endsAt: '2099-01-31T23:59:59.000Z',
    },
  ]);
  await expect(createPromotion(test.db, stripe.payments, wanted(typed), by())).rejects.toMatchObject({
    code: 'code_taken',
  });
  expect(await listPromotions(stripe.payments, new Date('2099-02-01T00:00:00Z'))).toMatchObject([
    { active: false },
  ]);
  expect(await endPromotion(test.db, stripe.payments, id, by())).toBe(true);
  expect(await endPromotion(test.db, stripe.payments, id, by())).toBe(false);
  expect(await endPromotion(test.db, stripe.payments, 'promo_none', by())).toBe(false);
  expect(await listPromotions(stripe.payments, new Date())).toMatchObject([{ id, active: false }]);
});

it('a code takes an amount off plans of its currency, and what is off one payment is off no other', async () => {
  const id = await createPromotion(
    test.db,
    stripe.payments,
    wanted({ ...typed, code: 'FIFTY', percent: '', amount: '50,00' }),
    by(),
  );
  const [made] = await listPromotions(stripe.payments, new Date());
  expect(made).toMatchObject({ id, percentOff: null, amountOff: 5_000, currency: 'EUR' });
  const { promotion } = await stripe.payments.promotionCodes.retrieve(id, { expand: ['promotion.coupon'] });
  expect(promotion.coupon).toMatchObject({ amount_off: 5_000, currency: 'eur', duration: 'once' });
});

it('what may be left empty may be', () => {
  expect(read({ ...typed, uses: '', endsAt: ' ' })).toMatchObject({
    off: { percent: 15 },
    uses: null,
    endsAt: null,
  });
});

it('an amount is in the currency that was chosen, if plans are sold in it', () => {
  const fixed = { ...typed, percent: '', amount: '500' };
  const off = (currency: string) => read({ ...fixed, currency }, ['EUR', 'JPY']);
  expect(off('JPY')).toMatchObject({ off: { amount: 500, currency: 'JPY' } });
  expect(off('EUR')).toMatchObject({ off: { amount: 50_000, currency: 'EUR' } });
  expect(off('USD')).toMatchObject({ off: { amount: 50_000, currency: 'EUR' } });
});

it.each([
  ['code', { code: 'x' }],
  ['code', { code: 'två år' }],
  ['percent', { percent: '0' }],
  ['percent', { percent: '101' }],
  ['percent', { percent: '1.5' }],
  ['percent', { percent: '' }],
  ['amount', { amount: '50' }],
  ['amount', { percent: '', amount: '0' }],
  ['amount', { percent: '', amount: '-5' }],
  ['amount', { percent: '', amount: '5.001' }],
  ['uses', { uses: '0' }],
  ['uses', { uses: '-1' }],
  ['endsAt', { endsAt: '2020-01-01' }],
  ['endsAt', { endsAt: '31.1.2099' }],
])('is refused for its %s: %j', (field, change) => {
  const refused = read({ ...typed, ...change });
  expect('faults' in refused && Object.keys(refused.faults)).toEqual([field]);
});

it('names every fault, in the order of the form', () => {
  const refused = read({ code: '', percent: '', amount: '', uses: 'x', endsAt: 'x' });
  expect('faults' in refused && Object.keys(refused.faults)).toEqual(['code', 'percent', 'uses', 'endsAt']);
});
