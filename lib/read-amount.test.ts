import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAmount } from './read-amount';

it.each([
  ['18 000', 18_000],
  ['18\u00a0000', 18_000],
  ['18,000', 18_000],
  ['18.000', 18_000],
  ['1.234.567', 1_234_567],
  ['18’000', 18_000],
  ['18k', 18_000],
  ['18.5k', 18_500],
  ['95,50', 95.5],
  ['95.5', 95.5],
  ['1,234.56', 1_234.56],
  ['1.234,56', 1_234.56],
  [' 40 ', 40],
])('reads %j', (typed, amount) => {
  expect(readAmount(typed)).toBe(amount);
});

it.each([['', 'x', '-5', '0', '1e9', '18 000 PLN', '1,23,456', '1,234,56', '12.3456', '18–20', 'kk', '١٢']])(
  'reads nothing out of anything else',
  (...typed) => {
    for (const text of typed) expect(readAmount(text), text).toBeNull();
  },
);

it('reads every whole figure however it is grouped', () => {
  const amounts = fc.integer({ min: 1, max: 999_999_999 });
  fc.assert(
    fc.property(amounts, fc.constantFrom(' ', '\u00a0', '\u202f', ',', '.', '’', ''), (amount, gap) => {
      expect(readAmount(amount.toLocaleString('en-GB').replaceAll(',', gap))).toBe(amount);
    }),
  );
});
