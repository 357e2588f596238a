import { expect, it } from 'vitest';
import { useTestDatabase } from '@/dev/testing/database';
import { useTestPayments } from '@/dev/testing/payments';
import { createPromotion, endPromotion } from './promotion-acts';
import { listPromotions, promotionInput } from './promotions';

const test = useTestDatabase();
const stripe = useTestPayments();
const by = () => ({ actor: 'user:op', now: new Date() });
const typed = { code: ' spring_15 ', percent: '15', uses: '20', endsAt: '2099-01-31' };

it('a code is made, listed, and ended once', async () => {
  const wanted = promotionInput(new Date()).parse(typed);
  const id = await createPromotion(test.db, stripe.payments, wanted, by());
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
  await expect(createPromotion(test.db, stripe.payments, wanted, by())).rejects.toMatchObject({
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

it('what may be left empty may be', () => {
  const read = promotionInput(new Date()).parse({ ...typed, uses: '', endsAt: ' ' });
  expect(read).toMatchObject({ uses: null, endsAt: null });
});

it.each([
  ['code', 'x'],
  ['code', 'två år'],
  ['percent', '0'],
  ['percent', '101'],
  ['percent', '1.5'],
  ['uses', '0'],
  ['uses', '-1'],
  ['endsAt', '2020-01-01'],
  ['endsAt', '31.1.2099'],
])('is refused where %s is %s', (field, value) => {
  const read = promotionInput(new Date()).safeParse({ ...typed, [field]: value });
  expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
