import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCoupon } from './objects/discount';
import { buildLine } from './objects/line';
import { refusalOf, useSandbox } from './testing';
import { computeTotals } from './totals';

const trial = useSandbox();

describe('coupons and promotion codes', () => {
  async function makeCode(code: string, coupon: object = { percent_off: 25 }, more: object = {}) {
    const made = await trial.stripe.coupons.create({ duration: 'once', ...coupon });
    return trial.stripe.promotionCodes.create({
      promotion: { type: 'coupon', coupon: made.id },
      code,
      ...more,
    });
  }
  async function applyCode(code: string, changes: object = {}) {
    const { id } = await trial.begin({ allow_promotion_codes: true, ...changes });
    const answer = await trial.post(`/pay/${id}/promotion`, { code });
    return { id, answer, session: await trial.stripe.checkout.sessions.retrieve(id) };
  }

  test('typed on the page, in any case, the price falls; taken away, it rises again', async () => {
    const code = await makeCode('AUTUMN25');
    const { id, session } = await applyCode(' autumn25 ');
    expect(session).toMatchObject({
      amount_subtotal: 24_900,
      amount_total: 18_675,
      total_details: { amount_discount: 6_225 },
      discounts: [{ coupon: null, promotion_code: code.id }],
    });
    await trial.post(`/pay/${id}/promotion`, { code: '' });
    expect((await trial.stripe.checkout.sessions.retrieve(id)).amount_total).toBe(24_900);
    await trial.post(`/pay/${id}/promotion`, { code: 'AUTUMN25' });
    await trial.control(`sessions/${id}/pay`);
    const paid = await trial.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
    expect(paid.payment_intent).toMatchObject({ amount_received: 18_675 });
    expect((await trial.stripe.promotionCodes.retrieve(code.id)).times_redeemed).toBe(1);
  });

  test('all of the price: nothing is to be paid, and no payment is made', async () => {
    await makeCode('ALL', { percent_off: 100 });
    const { id } = await applyCode('ALL', { invoice_creation: { enabled: true } });
    await trial.control(`sessions/${id}/pay`);
    const session = await trial.stripe.checkout.sessions.retrieve(id, { expand: ['invoice'] });
    expect(session).toMatchObject({
      status: 'complete',
      payment_status: 'no_payment_required',
      payment_intent: null,
      amount_total: 0,
      invoice: { status: 'paid', amount_paid: 0 },
    });
  });

  test.each([
    ['unknown', {}, {}, 'invalid'],
    ['OTHERCURRENCY', { amount_off: 500, currency: 'pln' }, {}, 'pln'],
    ['INACTIVE', { percent_off: 5 }, { active: false }, 'invalid'],
    ['PAST', { percent_off: 5 }, { expires_at: 1_600_000_000 }, 'invalid or has expired'],
    [
      'BIGORDERS',
      { percent_off: 5 },
      { restrictions: { minimum_amount: 30_000, minimum_amount_currency: 'eur' } },
      'below the minimum',
    ],
  ])('%s is refused, and the price stays', async (code, coupon, more, words) => {
    if (code !== 'unknown') await makeCode(code, coupon, more);
    const { answer, session } = await applyCode(code);
    expect(await answer.text()).toContain(words);
    expect(session.amount_total).toBe(24_900);
  });

  test('used as often as allowed, and no more', async () => {
    await makeCode('ONCE', { amount_off: 900, currency: 'eur' }, { max_redemptions: 1 });
    const first = await applyCode('ONCE');
    expect(first.session.amount_total).toBe(24_000);
    await trial.control(`sessions/${first.id}/pay`);
    const second = await applyCode('ONCE');
    expect(second.session.amount_total).toBe(24_900);
  });

  test('given by the portal, as a coupon or a code', async () => {
    const { stripe } = trial;
    const coupon = await stripe.coupons.create({ percent_off: 10, name: 'For a friend' });
    expect((await trial.begin({ discounts: [{ coupon: coupon.id }] })).amount_total).toBe(22_410);
    const code = await makeCode('GIVEN');
    expect((await trial.begin({ discounts: [{ promotion_code: code.id }] })).amount_total).toBe(18_675);
    await stripe.coupons.del(coupon.id);
    const gone = trial.begin({ discounts: [{ coupon: coupon.id }] });
    expect(await refusalOf(gone)).toMatchObject({ code: 'resource_missing' });
  });

  test('codes are found by what is typed, switched off and on, and never twice active', async () => {
    const { promotionCodes } = trial.stripe;
    const code = await makeCode('SPRING');
    expect((await promotionCodes.list({ code: 'spring' })).data.map(({ id }) => id)).toEqual([code.id]);
    expect(await refusalOf(makeCode('Spring'))).toMatchObject({ code: 'resource_already_exists' });
    await promotionCodes.update(code.id, { active: false });
    expect((await promotionCodes.list({ code: 'SPRING', active: true })).data).toEqual([]);
    const other = await makeCode('SPRING');
    const both = promotionCodes.update(code.id, { active: true });
    expect(await refusalOf(both)).toMatchObject({ code: 'resource_already_exists' });
    const { coupon } = (await promotionCodes.retrieve(other.id, { expand: ['promotion.coupon'] })).promotion;
    expect(coupon).toMatchObject({ percent_off: 25 });
  });

  test('a coupon takes off a share or an amount', async () => {
    const { coupons } = trial.stripe;
    const both = coupons.create({ percent_off: 10, amount_off: 100, currency: 'eur' });
    expect(await refusalOf(both)).toMatchObject({ code: 'parameters_exclusive' });
    expect(await refusalOf(coupons.create({}))).toMatchObject({ code: 'parameter_missing' });
    expect(await refusalOf(coupons.create({ amount_off: 1 }))).toMatchObject({ param: 'currency' });
    expect(await refusalOf(coupons.create({ percent_off: 101 }))).toMatchObject({ param: 'percent_off' });
    expect((await coupons.create({ percent_off: 12.5, id: 'eighth' })).percent_off).toBe(12.5);
    expect(await refusalOf(coupons.create({ percent_off: 1, id: 'eighth' }))).toMatchObject({
      code: 'resource_already_exists',
    });
  });
});

describe('totals', () => {
  const line = fc.record({
    unitAmount: fc.integer({ min: 0, max: 1_000_000 }),
    quantity: fc.integer({ min: 1, max: 20 }),
    inclusive: fc.boolean(),
  });
  const coupon = fc.option(
    fc.oneof(
      fc.record({ percent_off: fc.double({ min: 0.01, max: 100, noNaN: true }) }),
      fc.record({ amount_off: fc.integer({ min: 1, max: 2_000_000 }), currency: fc.constant('eur') }),
    ),
  );

  test('lines add up to the total, discounts and tax are shared out without rest', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        coupon,
        fc.boolean(),
        (asked, off, automatic) => {
          const lines = asked.map(({ unitAmount, quantity }) =>
            buildLine(
              { name: 'x', currency: 'eur', unitAmount, quantity, taxBehavior: 'unspecified', metadata: {} },
              0,
            ),
          );
          const inclusive = asked.map((one) => one.inclusive);
          const made = computeTotals(lines, off && buildCoupon(off, {}, 0), { automatic, inclusive });
          const sum = (amounts: number[]) => amounts.reduce((total, one) => total + one, 0);
          const { amount_discount, amount_tax } = made.total_details;
          expect(sum(made.lines.map((one) => one.amount_subtotal))).toBe(made.amount_subtotal);
          expect(sum(made.lines.map((one) => one.amount_discount))).toBe(amount_discount);
          expect(sum(made.lines.map((one) => one.amount_tax))).toBe(amount_tax);
          expect(sum(made.lines.map((one) => one.amount_total))).toBe(made.amount_total);
          expect(made.amount_total).toBeGreaterThanOrEqual(0);
          for (const one of made.lines) {
            expect(one.amount_discount).toBeGreaterThanOrEqual(0);
            expect(one.amount_discount).toBeLessThanOrEqual(one.amount_subtotal);
          }
          if (!automatic) expect(made.amount_total).toBe(made.amount_subtotal - amount_discount);
          if (off && 'percent_off' in off && off.percent_off === 100) expect(made.amount_total).toBe(0);
        },
      ),
    );
  });

  test('tax is added to a price, or contained in it', async () => {
    const price = (tax_behavior: 'inclusive' | 'exclusive') => ({
      automatic_tax: { enabled: true },
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'eur', unit_amount: 12_000, tax_behavior, product_data: { name: 'Basic' } },
        },
      ],
    });
    expect(await trial.begin(price('exclusive'))).toMatchObject({
      amount_total: 14_400,
      total_details: { amount_tax: 2_400 },
      automatic_tax: { enabled: true, status: 'complete' },
    });
    expect(await trial.begin(price('inclusive'))).toMatchObject({
      amount_total: 12_000,
      total_details: { amount_tax: 2_000 },
    });
  });
});
