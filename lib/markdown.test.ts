import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown, markdownToHtml } from './markdown';
import { sanitiseOfferHtml } from './sanitise-html';

describe('markdownToHtml', () => {
  it.each([
    [
      'paragraphs and lists',
      'You will\n\n- write Go\n- run it',
      '<p>You will</p><ul><li>write Go</li><li>run it</li></ul>',
    ],
    [
      'headings one and two as three',
      '# One\n\n## Two\n\n#### Four',
      '<h3>One</h3><h3>Two</h3><h4>Four</h4>',
    ],
    ['line ends', 'One\nTwo', '<p>One<br>Two</p>'],
    ['emphasis', '**a** and *b*', '<p><strong>a</strong> and <em>b</em></p>'],
    [
      'links',
      '[us](https://a.example)',
      '<p><a href="https://a.example" rel="nofollow ugc noopener">us</a></p>',
    ],
  ])('reads %s', (_, markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html);
  });

  it.each([
    ['a script', 'a <script>alert(1)</script>'],
    ['a handler', '<p onclick="alert(1)">a</p>'],
    ['an image', '![a](x" onerror="alert(1))<img src=x onerror=alert(1)>'],
    [
      'a link of another kind',
      '[a](javascript:alert(1)) [b](<java\nscript:alert(1)>) <a href="data:text/html,x">c</a>',
    ],
    ['a link definition', '[a]\n\n[a]: javascript:alert(1)'],
  ])('makes %s inert', (_, markdown) => {
    const tags = markdownToHtml(markdown).match(/<[^>]*>/g);
    expect(tags?.filter((tag) => !['<p>', '</p>', '<br>'].includes(tag))).toEqual([]);
  });

  it.each([
    ['> '.repeat(10_000)],
    [`${'- '.repeat(9_000)}a`],
    [`${'1. '.repeat(6_000)}a`],
    ['_a_'.repeat(6_000)],
    ['['.repeat(20_000)],
    ['<'.repeat(20_000)],
  ])('takes text that keeps a parser busy as it stands', (markdown) => {
    expect(markdownToHtml(markdown)).toMatch(/^<(p|ul|ol)>/);
    expect(markdownToHtml(markdown)).not.toMatch(/<(em|blockquote)>/);
  });

  it('takes a line drawn with many signs for what it is', () => {
    for (const line of ['-'.repeat(60), '*'.repeat(60), '- '.repeat(30), '='.repeat(60)])
      expect(markdownToHtml(`**a**\n\n${line}\n\nb`), line).toMatch(
        /^<p><strong>a<\/strong><\/p>.*<p>b<\/p>$/,
      );
  });

  it('lets nothing through that the sanitiser would change', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (markdown) => {
        const html = markdownToHtml(markdown);
        expect(sanitiseOfferHtml(html)).toBe(html);
      }),
    );
  });
});

describe('htmlToMarkdown', () => {
  const word = fc.constantFrom(
    'go',
    'R&D',
    'a*b*c',
    '# no',
    '- no',
    '1. no',
    '[x](y)',
    '`tick`',
    '<b>',
    'snake_case_it',
  );
  const line = fc
    .array(word, { minLength: 1, maxLength: 4 })
    .map((words) => words.join(' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  const marked = fc
    .tuple(fc.constantFrom('', 'strong', 'em'), line)
    .map(([tag, text]) => (tag ? `word <${tag}>${text}</${tag}> word` : text));
  const block = fc.oneof(
    marked.map((text) => `<p>${text}</p>`),
    line.map((text) => `<h3>${text}</h3>`),
    fc.tuple(line, line).map(([a, b]) => `<p>${a}<br>${b}</p>`),
    fc
      .tuple(fc.constantFrom('ul', 'ol'), fc.array(line, { minLength: 1, maxLength: 3 }))
      .map(([tag, items]) => `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`),
    line.map((text) => `<blockquote><p>${text}</p></blockquote>`),
  );

  it('is read back as the same HTML', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
        const html = sanitiseOfferHtml(blocks.join(''));
        // Two lists in a row are one list to Markdown.
        fc.pre(!/<\/(ul|ol)><\1>/.test(html) && !/<\/blockquote><blockquote>/.test(html));
        expect(markdownToHtml(htmlToMarkdown(html))).toBe(html);
      }),
    );
  });

  it('keeps nested lists, code and links', () => {
    const html =
      '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><pre>x &lt; *y*\n  z</pre><p><a href="https://a.example/?b=(1)" rel="nofollow ugc noopener">here</a> and <code>a_b</code></p>';
    expect(markdownToHtml(htmlToMarkdown(html))).toBe(html);
  });
});
