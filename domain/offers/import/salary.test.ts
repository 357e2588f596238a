import { describe, expect, it } from 'vitest';
import { readSalary } from './salary';

const rates = new Map([
  ['USD', 1.25],
  ['PLN', 4],
  ['JPY', 160],
]);
const money = (value: unknown, currency: unknown = 'EUR') => ({ '@type': 'MonetaryAmount', currency, value });
const read = (baseSalary: unknown, more: object = {}) => readSalary({ baseSalary, ...more }, rates);

describe('readSalary', () => {
  it.each([
    [
      'a range',
      money({ minValue: 50_000, maxValue: 60_000, unitText: 'YEAR' }),
      [5_000_000, 6_000_000, 'EUR', 'year'],
    ],
    [
      'numbers as texts',
      money({ minValue: '50,000', maxValue: '60.000', unitText: 'year' }),
      [5_000_000, 6_000_000, 'EUR', 'year'],
    ],
    ['one value', money({ value: 25.5, unitText: 'HOUR' }, 'USD'), [2_550, 2_550, 'USD', 'hour']],
    [
      'a month',
      money({ minValue: 20_000, maxValue: 25_000, unitText: 'MONTH' }, 'pln'),
      [2_000_000, 2_500_000, 'PLN', 'month'],
    ],
    ['a day', money({ value: 500, unitText: 'DAY' }), [50_000, 50_000, 'EUR', 'day']],
    [
      'a currency without decimals',
      money({ value: 8_000_000, unitText: 'YEAR' }, 'JPY'),
      [8_000_000, 8_000_000, 'JPY', 'year'],
    ],
    [
      'figures on the amount itself',
      { currency: 'EUR', minValue: 50_000, maxValue: 60_000, unitText: 'YEAR' },
      [5_000_000, 6_000_000, 'EUR', 'year'],
    ],
    [
      'lists where one is meant',
      [money([{ minValue: [50_000], maxValue: 60_000, unitText: ['YEAR'] }])],
      [5_000_000, 6_000_000, 'EUR', 'year'],
    ],
    [
      'a sign for the currency',
      money({ value: 50_000, unitText: 'YEAR' }, '€'),
      [5_000_000, 5_000_000, 'EUR', 'year'],
    ],
    ['words', '€50k - €60k per year', [5_000_000, 6_000_000, 'EUR', 'year']],
    ['words with a code', 'PLN 20 000 – 25 000 monthly', [2_000_000, 2_500_000, 'PLN', 'month']],
  ])('reads %s', (_, base, [min, max, currency, period]) => {
    expect(read(base)).toMatchObject({ kind: 'stated', pay: { min, max, currency, period } });
  });

  it('shows a week as a 52nd of a year, and says so', () => {
    expect(read(money({ value: 1_000, unitText: 'WEEK' }))).toMatchObject({
      kind: 'stated',
      pay: { min: 5_200_000, period: 'year' },
      warning: expect.stringContaining('week'),
    });
  });

  it('takes an open range for its lower end, and an upper end alone for nothing', () => {
    expect(read(money({ minValue: 50_000, unitText: 'YEAR' }))).toMatchObject({
      kind: 'stated',
      pay: { min: 5_000_000, max: 5_000_000 },
      warning: expect.any(String),
    });
    expect(read(money({ maxValue: 50_000, unitText: 'YEAR' }))).toMatchObject({ kind: 'unusable' });
    expect(read(money({ minValue: 0, maxValue: 50_000, unitText: 'YEAR' }))).toMatchObject({
      kind: 'unusable',
    });
  });

  it('takes the currency of the posting where the salary has none', () => {
    expect(read({ value: { value: 50_000, unitText: 'YEAR' } }, { salaryCurrency: 'USD' })).toMatchObject({
      kind: 'stated',
      pay: { currency: 'USD' },
    });
  });

  it('refuses more at least than at most', () => {
    expect(read(money({ minValue: 60_000, maxValue: 50_000, unitText: 'YEAR' }))).toEqual({
      kind: 'contradiction',
    });
  });

  it.each([
    ['999 EUR a year', money({ value: 999, unitText: 'YEAR' })],
    ['a range that begins below 1,000', money({ minValue: 500, maxValue: 90_000, unitText: 'YEAR' })],
    ['more than 2,000,000 EUR a year', money({ value: 2_000_001, unitText: 'YEAR' })],
    ['a yearly figure by the hour', money({ value: 120_000, unitText: 'HOUR' })],
    ['no currency', { value: { value: 50_000, unitText: 'YEAR' } }],
    ['a currency without a rate', money({ value: 50_000, unitText: 'YEAR' }, 'XXX')],
    ['no period', money({ value: 50_000 })],
    ['a negative', money({ value: -5, unitText: 'YEAR' })],
  ])('keeps %s as not stated, with a warning', (_, base) => {
    expect(read(base)).toMatchObject({
      kind: 'unusable',
      warning: expect.stringMatching(/^salary not stated: /),
    });
  });

  it.each([[undefined], [null], [''], [[]], ['competitive'], [{}], [money({})], [money(null)]])(
    '%j is no statement at all',
    (base) => {
      expect(read(base)).toEqual({ kind: 'none' });
    },
  );
});
