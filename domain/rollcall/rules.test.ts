import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@/domain/settings/settings';
import { daysInWords, PLAIN_ROLL_CALL, spanInWords } from './rules';

it.each([
  [10, 'an hour'],
  [3_600, 'an hour'],
  [3_601, '2 hours'],
  [20 * 3_600, '20 hours'],
  [23 * 3_600, 'a day'],
  [24 * 3_600 + 1, '2 days'],
  [9.5 * 86_400, '10 days'],
])('%d seconds are within %s', (seconds, words) => expect(spanInWords(seconds)).toBe(words));

it.each([
  [1, 'a day'],
  [7, 'a week'],
  [10, '10 days'],
  [14, 'a fortnight'],
])('%d days are %s', (days, words) => expect(daysInWords(days)).toBe(words));

it('says by itself what the settings are by themselves', () => {
  expect(DEFAULT_SETTINGS).toMatchObject({
    rollCallDays: PLAIN_ROLL_CALL.rollCallDays,
    rollCallSilenceDays: PLAIN_ROLL_CALL.rollCallSilenceDays,
  });
});
