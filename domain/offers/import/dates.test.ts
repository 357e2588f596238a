import { describe, expect, it } from 'vitest';
import { readDate } from './dates';

describe('readDate', () => {
  it.each([
    ['2026-01-16T08:00:00Z', '2026-01-16T08:00:00.000Z'],
    ['2026-01-16T08:00:00', '2026-01-16T08:00:00.000Z'],
    ['2026-01-16 08:00', '2026-01-16T08:00:00.000Z'],
    ['2026-01-22T06:24:17-05:00', '2026-01-22T11:24:17.000Z'],
    ['2026-01-22T06:24:17.123+0100', '2026-01-22T05:24:17.000Z'],
    ['2026-01-16', '2026-01-16T00:00:00.000Z'],
    ['Fri, 16 Jan 2026 08:00:00 GMT', '2026-01-16T08:00:00.000Z'],
    ['2028-02-29', '2028-02-29T00:00:00.000Z'],
  ])('%s', (text, iso) => {
    expect(readDate(text)?.toISOString()).toBe(iso);
  });

  it.each([
    '',
    'soon',
    'foo 1',
    '16/01/2026',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-01-16T25:00:00Z',
    '0',
    '1768550400',
  ])('%s does not parse', (text) => {
    expect(readDate(text)).toBeNull();
  });

  it('reads a closing day to its end', () => {
    expect(readDate('2026-01-16', { endOfDay: true })?.toISOString()).toBe('2026-01-16T23:59:59.000Z');
  });
});
