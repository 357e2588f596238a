import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { truncate } from './truncate';

describe('truncate', () => {
  it('keeps what is short enough', () => {
    expect(truncate('Zażółć', 6)).toBe('Zażółć');
  });

  it('leaves no half of a character behind', () => {
    expect(truncate('ab🦊', 3)).toBe('ab');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, length) => {
        const cut = truncate(text.toWellFormed(), length);
        expect(cut.isWellFormed()).toBe(true);
        expect(text.toWellFormed().startsWith(cut)).toBe(true);
        expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, length) - 1);
        expect(cut.length).toBeLessThanOrEqual(length);
      }),
    );
  });
});
