import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlausiblePay, toYearlyEur } from './pay';
import { PAY_PERIODS } from './rules';

const rates = new Map([
  ['PLN', 4],
  ['USD', 1.25],
  ['JPY', 160],
  ['KWD', 0.4],
]);

describe('toYearlyEur', () => {
  it.each([
    ['a month is a twelfth of a year', 2_000_000, 'PLN', 'month', 60_000],
    ['a day is one of 220', 50_000, 'EUR', 'day', 110_000],
    ['an hour is one of 2,080', 5_000, 'USD', 'hour', 83_200],
    ['yen have no minor unit', 8_000_000, 'JPY', 'year', 50_000],
    ['dinars have three decimals', 20_000_000, 'KWD', 'year', 50_000],
    ['cents are rounded to whole EUR', 5_000_050, 'EUR', 'year', 50_001],
  ] as const)('%s', (_, amount, currency, period, expected) => {
    expect(toYearlyEur(amount, currency, period, rates)).toBe(expected);
  });

  it('knows nothing of a currency without a rate', () => {
    expect(toYearlyEur(1_000, 'XYZ', 'year', rates)).toBeNull();
  });

  it('never turns more into less', () => {
    const amount = fc.integer({ min: 0, max: 1e12 });
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.constantFrom('EUR', ...rates.keys()),
        fc.constantFrom(...PAY_PERIODS),
        (a, b, currency, period) => {
          const yearly = (value: number) => toYearlyEur(value, currency, period, rates) ?? Number.NaN;
          expect(yearly(Math.min(a, b))).toBeLessThanOrEqual(yearly(Math.max(a, b)));
        },
      ),
    );
  });
});

describe('isPlausiblePay', () => {
  it.each([
    [999, false],
    [1_000, true],
    [2_000_000, true],
    [2_000_001, false],
  ])('%d EUR a year: %s', (yearly, expected) => {
    expect(isPlausiblePay(yearly)).toBe(expected);
  });
});
