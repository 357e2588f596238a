import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '@/domain/offers/input';
import { BLOCK_HELP, parseIssueBody } from './issue-input';

describe('parseIssueBody', () => {
  it('reads text and blocks in their order', () => {
    const { blocks, faults } = parseIssueBody(
      'Hello\n\n::latest-offers 3 role=backend role=qa workplace=remote\n## Then\n::featured-offers\n::offer https://jobs.example/offers/go-developer-12\n::role-figures backend\n',
    );
    expect(faults).toEqual([]);
    expect(blocks).toEqual([
      { kind: 'text', markdown: 'Hello' },
      {
        kind: 'latest',
        count: 3,
        filters: { ...NO_FILTERS, role: ['backend', 'qa'], workplace: ['remote'], sort: 'newest' },
      },
      { kind: 'text', markdown: '## Then' },
      { kind: 'featured' },
      { kind: 'offer', slug: 'go-developer-12' },
      { kind: 'figures', role: 'backend' },
    ]);
  });

  it('understands every block as it is explained', () => {
    for (const { line } of BLOCK_HELP) expect(parseIssueBody(line).faults, line).toEqual([]);
  });

  it.each([
    '::bogus',
    '::',
    '::latest-offers 0',
    '::latest-offers 21',
    '::latest-offers five',
    '::latest-offers seniority=chief',
    '::latest-offers page=2',
    '::offer',
    '::offer one two',
    '::role-figures',
    '::featured-offers 3',
  ])('says what is wrong with %s, and where', (line) => {
    const { blocks, faults } = parseIssueBody(`Text\n${line}`);
    expect(faults).toEqual([{ line: 2, text: expect.stringMatching(/\.$/) }]);
    expect(blocks).toEqual([{ kind: 'text', markdown: 'Text' }]);
  });

  it('loses no line of text, whatever is typed', () => {
    const lines = fc.array(fc.string().map((line) => line.replaceAll('\n', ' ')));
    fc.assert(
      fc.property(lines, (typed) => {
        const text = typed.map((line) => line.replace(/^::/, ' ::'));
        const { blocks, faults } = parseIssueBody(text.join('\n'));
        expect(faults).toEqual([]);
        const kept = blocks.map((block) => (block.kind === 'text' ? block.markdown : '')).join('\n');
        expect(kept).toBe(text.join('\n').trim());
      }),
    );
  });
});
