import { expect, test } from 'vitest';
import { payLevels, rangeWords, roundPay, termsOf } from './pay-words';
import { formatDifference } from './skill-chart';

const figure = { offers: 9, p25: 1, median: 2, p75: 3 };

test('a level is told by contract where enough offers speak for one, else by all of them', () => {
  const levels = payLevels([
    { contract: 'all', seniority: 'junior', ...figure },
    { contract: 'all', seniority: 'mid', ...figure },
    { contract: 'employment', seniority: 'mid', ...figure },
    { contract: 'b2b', seniority: 'mid', ...figure },
    { contract: 'all', seniority: 'all', ...figure },
  ]);
  expect(levels.map(({ level, marks }) => [level, marks.map(({ contract }) => contract)])).toEqual([
    ['junior', ['all']],
    ['mid', ['b2b', 'employment']],
    ['all', ['all']],
  ]);
});

test('contracts are named with the tax that their pay is stated with', () => {
  const cell = { seniority: 'all', ...figure } as const;
  const cells = [
    { contract: 'b2b', tax: 'net_vat', ...cell } as const,
    { contract: 'employment', tax: null, ...cell } as const,
  ];
  expect(termsOf({ currency: 'PLN', period: 'month', cells })).toEqual({ b2b: 'B2B, net + VAT' });
});

test.each([
  [9_000, 14_000, '9–14k'],
  [7_450, 11_000, '7.5–11k'],
  [76_761, 104_700, '77–105k'],
  [95.4, 140, '95–140'],
  [46_100, 46_479, '46k'],
])('the range from %d to %d is %s', (p25, p75, words) => {
  expect(rangeWords({ p25, p75 })).toBe(words);
});

test.each([
  [64_417, 64_400],
  [9_996, 10_000],
  [1_234, 1_230],
  [97.6, 98],
])('%d is said as %d', (value, said) => {
  expect(roundPay(value)).toBe(said);
});

test.each([
  [105, 100, '+5%'],
  [89, 100, '−11%'],
  [100.4, 100, 'the same'],
])('%d against %d is %s', (value, base, words) => {
  expect(formatDifference(value, base)).toBe(words);
});
