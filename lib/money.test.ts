import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyDecimals, toMajorUnits, toMinorUnits } from './money';

describe('money', () => {
  it.each([
    [12.34, 'EUR', 1_234],
    [1.005, 'USD', 101],
    [0.1 + 0.2, 'USD', 30],
    [19_500, 'JPY', 19_500],
    [1.2345, 'KWD', 1_235],
    [-2.5, 'PLN', -250],
    [1e21, 'JPY', 1e21],
  ])('%d %s is %d minor units', (amount, currency, minor) => {
    expect(toMinorUnits(amount, currency)).toBe(minor);
  });

  it('comes back to the same minor units', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'),
        (minor, currency) => {
          expect(toMinorUnits(toMajorUnits(minor, currency), currency)).toBe(minor);
        },
      ),
    );
  });

  it('takes two decimals where the standard names no other number', () => {
    expect(currencyDecimals('EUR')).toBe(2);
    expect(currencyDecimals('ISK')).toBe(0);
  });
});
