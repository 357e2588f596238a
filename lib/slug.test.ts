import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSlug } from './slug';

describe('toSlug', () => {
  it.each([
    ['Senior Back-end Developer (Go & C++)', 'senior-back-end-developer-go-and-c'],
    ['Łódź, Zürich, Ærø', 'lodz-zurich-aero'],
    ['Программист', 'programmist'],
    ['We’re hiring DevOps', 'were-hiring-devops'],
    ['软件工程师', ''],
    ['🚀', ''],
    ['--- ', ''],
  ])('%s', (text, slug) => {
    expect(toSlug(text, 80)).toBe(slug);
  });

  it('cuts between words where it can', () => {
    expect(toSlug('senior developer of things', 18)).toBe('senior-developer');
    expect(toSlug('abcdefghij', 4)).toBe('abcd');
  });

  it('is always a short slug, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 90 }), (text, length) => {
        const slug = toSlug(text, length);
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slug.length).toBeLessThanOrEqual(length);
      }),
    );
  });
});
