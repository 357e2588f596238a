import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE_TEXT, ROLE_TEXT, SERVICE_TEXT, TEXT_SECTIONS } from './input';
import { readTextFile, writeTextFile } from './text-file';

const KNOWN = { skills: new Set(['java', 'git', 'postgresql']), roles: new Set(['backend', 'frontend']) };

const FRONT = `---
summary: They keep the records.
tools:
  languages: [java]
  tools: [git]
related: [frontend]
---
`;
const BODY = Object.values(TEXT_SECTIONS.role)
  .filter((heading) => heading !== 'Questions')
  .map((heading) => `## ${heading}\n\n${heading}, in words.\n`)
  .join('\n');
const ROLE = `${FRONT}\n${BODY}\n## Questions\n\n### Who needs one?\n\nYou.\n`;

describe('a role’s file', () => {
  it('is read', () => {
    expect(readTextFile('role', ROLE, KNOWN).content).toEqual({
      summary: 'They keep the records.',
      tools: { languages: ['java'], databases: [], frameworks: [], tools: ['git'] },
      related: ['frontend'],
      introduction: 'Introduction, in words.',
      work: 'The work, in words.',
      responsibilities: 'Responsibilities, in words.',
      skills: 'Skills, in words.',
      plus: 'A plus, in words.',
      bar: 'How the bar moves, in words.',
      questions: '### Who needs one?\n\nYou.',
    });
  });

  it('may come from Windows', () => {
    const windows = readTextFile('role', `\ufeff${ROLE.replaceAll('\n', '\r\n')}`, KNOWN);
    expect(windows.content).toEqual(readTextFile('role', ROLE, KNOWN).content);
  });

  it.each([
    ['no front matter', BODY, [1, 'front matter', 'does not stand between two lines of ---']],
    [
      'front matter without an end',
      FRONT.replace(/---\n$/, ''),
      [1, 'front matter', 'does not stand between'],
    ],
    ['faulty YAML', ROLE.replace('[java]', '[java'), [5, 'front matter', 'end with a ]']],
    ['no summary', ROLE.replace(/summary.*\n/, ''), [1, 'summary', 'is missing']],
    [
      'a summary that is too long',
      ROLE.replace('They keep the records.', 'a'.repeat(221)),
      [2, 'summary', 'is longer than 220 characters'],
    ],
    ['a misspelt field', ROLE.replace('related:', 'relate:'), [6, 'relate', 'is not a field of this text']],
    [
      'a misspelt group',
      ROLE.replace('  tools:', '  tool:'),
      [5, 'tools.tool', 'is not a field of this text'],
    ],
    ['a word in place of a list', ROLE.replace('[java]', 'java'), [4, 'tools.languages', 'is not a list']],
    [
      'a skill that is none',
      ROLE.replace('java', 'jaba'),
      [4, 'tools.languages', 'there is no skill "jaba"'],
    ],
    [
      'a role that is none',
      ROLE.replace('[frontend]', '\n - fronted'),
      [7, 'related', 'there is no role "fronted"'],
    ],
    [
      'a skill named twice',
      ROLE.replace('[java]', '[java, java]'),
      [4, 'tools.languages', 'names something twice'],
    ],
    ['a section that is missing', ROLE.replace('## A plus', ''), [37, 'plus', 'has no heading (## A plus)']],
    [
      'a heading that is none',
      ROLE.replace('## Skills', '## Skill'),
      [21, '## Skill', 'is not one of its headings'],
    ],
    ['a heading twice', ROLE.replace('## Skills', '## The work'), [21, 'work', 'twice']],
    [
      'sections in another order',
      ROLE.replace('## Skills', '## X').replace('## A plus', '## Skills').replace('## X', '## A plus'),
      [25, 'skills', 'stands below A plus'],
    ],
    [
      'words above the sections',
      ROLE.replace('\n## Introduction', 'Words.\n## Introduction'),
      [8, 'text', 'stands before'],
    ],
    [
      'words above the questions',
      ROLE.replace('### Who', 'Words.\n\n### Who'),
      [33, 'questions', 'does not begin'],
    ],
    ['a question without an answer', ROLE.replace('You.', ''), [33, 'questions', 'without an answer']],
    ['a code block without an end', ROLE.replace('You.', '```\nYou.'), [33, 'questions', 'without an end']],
  ])('is refused for %s', (_, source, [line, field, message]) => {
    expect(readTextFile('role', source, KNOWN).faults).toContainEqual({
      line,
      field,
      message: expect.stringContaining(message as string),
    });
  });

  it('tells all its faults at once, from the top', () => {
    const faults = readTextFile(
      'role',
      ROLE.replace('java', 'jaba').replace('## A plus', '## A minus'),
      KNOWN,
    ).faults;
    expect(faults?.map(({ line, field }) => `${line} ${field}`)).toEqual([
      '4 tools.languages',
      '25 ## A minus',
      '37 plus',
    ]);
  });

  it('takes what stands in a code block for code', () => {
    const source = ROLE.replace('You.', '```\n## Not a heading\n### Nor this\n```');
    expect(readTextFile('role', source, KNOWN).content?.questions).toContain('### Nor this\n```');
  });
});

describe('writing a file', () => {
  const words = fc.array(
    fc.oneof(
      fc.constantFrom(
        '### Why?',
        '```',
        '~~~',
        '---',
        '- a',
        '1. b',
        '# c',
        '',
        ': d',
        '"e" #f',
        '<script>',
        '\\',
        '\ttab',
      ),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    ),
    { maxLength: 8 },
  );
  const section = words.map((lines) => lines.join('\n'));
  const title = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
  const questions = fc
    .array(fc.tuple(title, section))
    .map((pairs) => pairs.map(([question, answer]) => `### ${question}\n\n${answer}`).join('\n\n'));

  it('loses nothing of a role', () => {
    const slugs = fc.uniqueArray(fc.constantFrom('java', 'git', 'postgresql'));
    const texts = fc.record({
      summary: title,
      tools: fc.record({ languages: slugs, databases: slugs, frameworks: slugs, tools: slugs }),
      related: fc.uniqueArray(fc.constantFrom('backend', 'frontend')),
      introduction: section,
      work: section,
      responsibilities: section,
      skills: section,
      plus: section,
      bar: section,
      questions,
    });
    readsBack(texts, 'role', (text) => ROLE_TEXT.safeParse(text));
  });

  it('loses nothing of a service', () => {
    const texts = fc.record({
      title,
      summary: title,
      fromPrice: title,
      work: section,
      steps: section,
      price: section,
      questions,
    });
    readsBack(texts, 'service', (text) => SERVICE_TEXT.safeParse(text));
  });

  it('loses nothing of a page', () => {
    readsBack(fc.record({ title, body: section }), 'page', (text) => PAGE_TEXT.safeParse(text));
  });

  function readsBack<Kind extends 'role' | 'service' | 'page'>(
    texts: fc.Arbitrary<unknown>,
    kind: Kind,
    parse: (text: unknown) => { success: boolean; data?: Parameters<typeof writeTextFile<Kind>>[1] },
  ): void {
    let valid = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const { data } = parse(text);
        if (!data) return;
        valid += 1;
        expect(readTextFile(kind, writeTextFile(kind, data), KNOWN)).toEqual({ content: data });
      }),
      { numRuns: 500 },
    );
    expect(valid).toBeGreaterThan(20);
  }

  it('leaves out empty groups of tools and keeps lists on a line', () => {
    const { content } = readTextFile('role', ROLE, KNOWN);
    expect(content && writeTextFile('role', content)).toBe(ROLE);
  });
});
