import { describe, expect, it } from 'vitest';
import { type FacetOption, foldOptions } from './facet-options';

function options(count: number, selected: number[] = []): FacetOption[] {
  return Array.from({ length: count }, (_, i) => ({
    value: String(i),
    label: String(i),
    count: 100 - i,
    capped: false,
    selected: selected.includes(i),
  }));
}
const values = (list: FacetOption[]) => list.map((option) => Number(option.value));

describe('options of a filter', () => {
  it('stay in their order while they are few', () => {
    expect(foldOptions(options(6, [5]))).toEqual([options(6, [5]), []]);
    expect(foldOptions(options(9))[1]).toEqual([]);
  });

  it('show those in use and the most frequent, and fold the rest', () => {
    const [shown, folded] = foldOptions(options(30, [20, 29]));
    expect(values(shown)).toEqual([20, 29, 0, 1, 2, 3, 4, 5]);
    expect(folded).toHaveLength(22);
  });

  it('leave room for others beside many in use', () => {
    const [shown] = foldOptions(options(30, [10, 11, 12, 13, 14, 15, 16, 17, 18]));
    expect(values(shown)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 0, 1, 2]);
  });
});
