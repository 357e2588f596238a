import fc from 'fast-check';
import type { JobPosting, WithContext } from 'schema-dts';
import { expect, it } from 'vitest';
import { serialiseJsonLd } from './json-ld';

function titled(title: string): WithContext<JobPosting> {
  return { '@context': 'https://schema.org', '@type': 'JobPosting', title };
}

it('keeps a title from ending the script element or opening a comment', () => {
  const json = serialiseJsonLd(titled('</script><script>alert(1)</script><!-- Go'));
  expect(json).not.toContain('<');
  expect(JSON.parse(json).title).toBe('</script><script>alert(1)</script><!-- Go');
});

it('keeps every text as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const json = serialiseJsonLd(titled(title));
      expect(json).not.toMatch(/<[!/s]/i);
      expect(JSON.parse(json).title).toBe(title);
    }),
  );
});
