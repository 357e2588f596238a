import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesToShow } from './pager';

describe('pages to show', () => {
  it('are the ends and the neighbours', () => {
    expect(pagesToShow(1, 35)).toEqual([1, 2, undefined, 35]);
    expect(pagesToShow(2, 8)).toEqual([1, 2, 3, undefined, 8]);
    expect(pagesToShow(10, 20)).toEqual([1, undefined, 9, 10, 11, undefined, 20]);
  });

  it('do not fold a single page away', () => {
    expect(pagesToShow(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('rise, begin at 1, end at the last and hold the open one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const [page, pages] = [Math.min(a, b), Math.max(a, b)];
        const numbers = pagesToShow(page, pages).filter((number) => number !== undefined);
        expect(numbers).toEqual([...new Set(numbers)].sort((x, y) => x - y));
        expect(numbers[0]).toBe(1);
        expect(numbers.at(-1)).toBe(pages);
        expect(numbers).toContain(page);
        expect(numbers.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
