import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText, sanitiseOfferHtml, stripMarkup } from './sanitise-html';

describe('sanitiseOfferHtml', () => {
  it.each([
    ['keeps the allowlist', '<h3>A</h3><p>b <strong>c</strong> <em>d</em> <code>e</code></p>', undefined],
    [
      'lowers and raises headings',
      '<h1>a</h1><h2>b</h2><h5>c</h5><h6>d</h6>',
      '<h3>a</h3><h3>b</h3><h4>c</h4><h4>d</h4>',
    ],
    ['renames b and i', '<p><b>a</b> <i>b</i></p>', '<p><strong>a</strong> <em>b</em></p>'],
    [
      'makes paragraphs of divisions',
      '<div><div>a</div><div>b <span>c</span></div></div>',
      '<p>a</p><p>b c</p>',
    ],
    [
      'drops empty paragraphs',
      '<p>a</p><p>&nbsp;</p><p><br></p><p><strong> </strong></p><p>b</p>',
      '<p>a</p><p>b</p>',
    ],
    ['reads repeated line breaks as paragraphs', '<p>a<br><br/>b<br>c<br></p>', '<p>a</p><p>b<br>c</p>'],
    [
      'unwraps paragraphs of list items',
      '<ul><li><p>a</p></li><li><h3>b</h3></li><li> </li></ul>',
      '<ul><li>a</li><li>b</li></ul>',
    ],
    ['keeps nested lists', '<ul><li>a<ol><li>b</li></ol></li></ul>', undefined],
    ['makes a list of stray items', '<li>a</li><li>b</li>', '<ul><li>a</li><li>b</li></ul>'],
    [
      'moves a bold that spans paragraphs into each',
      '<b><p>a</p><p>b</p></b>',
      '<p><strong>a</strong></p><p><strong>b</strong></p>',
    ],
    ['does not bolden headings twice', '<h3><strong>About us:</strong></h3>', '<h3>About us:</h3>'],
    ['keeps the lines of pre', '<pre>\n a\n  b<br>c\n</pre>', '<pre> a\n  b\nc</pre>'],
    ['joins the cells of a table row', '<table><tr><td>a</td><td>b</td></tr></table>', '<p>a b</p>'],
    ['drops scripts with their text', '<p>a<script>alert(1)</script></p><style>p{}</style>', '<p>a</p>'],
    ['drops handlers and styles', '<p onclick="x()" style="color:red">a</p>', '<p>a</p>'],
    [
      'drops images and frames',
      '<p>a<img src=x onerror=alert(1)><iframe src="https://e.com">b</iframe></p>',
      '<p>a</p>',
    ],
    ['closes what was left open', '<ul><li>a<li><b>b', '<ul><li>a</li><li><strong>b</strong></li></ul>'],
    ['keeps a comparison', '<p>&lt; 15% domestic</p>', undefined],
  ])('%s', (_, html, expected) => {
    expect(sanitiseOfferHtml(html)).toBe(expected ?? html);
  });

  it('marks links and keeps http(s) and mailto only', () => {
    const rel = 'rel="nofollow ugc noopener"';
    expect(sanitiseOfferHtml('<p><a href="https://a.example/?b=1&c=2" target="_blank">a</a></p>')).toBe(
      `<p><a href="https://a.example/?b=1&amp;c=2" ${rel}>a</a></p>`,
    );
    expect(sanitiseOfferHtml('<p><a href="mailto:jobs@a.example">a</a></p>')).toBe(
      `<p><a href="mailto:jobs@a.example" ${rel}>a</a></p>`,
    );
    for (const href of [
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      '/apply',
      '//a.example',
      'ftp://a',
    ]) {
      expect(sanitiseOfferHtml(`<p><a href="${href}">a</a></p>`)).toBe('<p>a</p>');
    }
  });

  it('reads plain text: blank lines part paragraphs, bullets make lists', () => {
    expect(sanitiseOfferHtml('We build maps.\r\n\r\nYou will:\n• draw\n•  ship\n\nSalary < 90k & more')).toBe(
      '<p>We build maps.</p><p>You will:</p><ul><li>draw</li><li>ship</li></ul><p>Salary &lt; 90k &amp; more</p>',
    );
  });

  it('makes a list of paragraphs that begin with a dash, but leaves a single one', () => {
    expect(sanitiseOfferHtml('<p>- Build</p><p>- <b>Run</b> it</p><p>Then rest.</p>')).toBe(
      '<ul><li>Build</li><li><strong>Run</strong> it</li></ul><p>Then rest.</p>',
    );
    expect(sanitiseOfferHtml('<p>- and so on</p>')).toBe('<p>- and so on</p>');
  });

  it('undoes double escaping', () => {
    expect(sanitiseOfferHtml('&lt;p&gt;R&amp;amp;D &amp;ndash; &lt;b&gt;now&lt;/b&gt;&lt;/p&gt;')).toBe(
      '<p>R&amp;D – <strong>now</strong></p>',
    );
    expect(sanitiseOfferHtml('&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;a&lt;/p&gt;')).toBe('<p>a</p>');
  });

  it('drops what Postgres or a reader cannot take', () => {
    expect(sanitiseOfferHtml('<p>a\u0000b\ud800c\u202ed\u200be</p>')).toBe('<p>abcde</p>');
  });

  it('bears deep nesting and long input', () => {
    const deep = sanitiseOfferHtml(`${'<blockquote><ul><li>'.repeat(1_000)}a`);
    expect(htmlToText(deep)).toBe('a');
    expect(sanitiseOfferHtml(`a &${'amp;'.repeat(50_000)}lt;p`)).toBe('<p>a &lt;p</p>');
    expect(sanitiseOfferHtml('<p>ab </p>'.repeat(20_000))).toHaveLength('<p>ab</p>'.length * 20_000);
  });

  const soup = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...'<p>|</p>|<div>|</div>|<ul>|</ul>|<ol>|</ol>|<li>|</li>|<h1>|</h1>|<h4>|</h4>|<b>|</b>|<i>|</i>|<a href="https://a.example">|<a href="javascript:alert(1)">|</a>|<br>|<pre>|</pre>|<blockquote>|</blockquote>|<code>|</code>|<td>|<table>|<script>|</script>|<img src=x onerror=alert(1)>|<svg onload=alert(1)>|<!--|-->|&amp;|&lt;|&#x202e;|&#8;|&#0;|&#xd800;|<select>|</select>|<title>|<textarea>|<noscript>|</noscript>|<iframe>|<xmp>|<!DOCTYPE x>|<![CDATA[|]]>|<?php ?>|&nbsp;|nbsp;|amp;|&lt;p&gt;|&#60;script&#62;|\n|\n\n| |- |• |* a|<|>|"|\'|a|b c|–|\u0000|\ud800'.split(
            '|',
          ),
        ),
        fc.string({ maxLength: 6, unit: 'binary' }),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const once = sanitiseOfferHtml(html);
        expect(sanitiseOfferHtml(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it('only ever writes the allowlist, with no attribute but the link’s', () => {
    const tag =
      /^<(?:\/?(?:h3|h4|p|ul|ol|li|strong|em|a|code|pre|blockquote)|br|a href="(?:https?:\/\/|mailto:)[^"<>]*" rel="nofollow ugc noopener")>$/i;
    fc.assert(
      fc.property(soup, (html) => {
        const result = sanitiseOfferHtml(html);
        for (const [found] of result.matchAll(/<[^>]*>?/g)) expect(found).toMatch(tag);
        expect(result.replaceAll(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('htmlToText', () => {
  it('gives one line per block and the characters behind entities', () => {
    expect(
      htmlToText('<h3>A &amp; B</h3><p>c<br>d <strong>e</strong></p><ul><li>f &lt; g</li><li>h</li></ul>'),
    ).toBe('A & B\nc\nd e\nf < g\nh');
  });
});

describe('stripMarkup', () => {
  it.each([
    ['Backend &#8211; R&amp;D', 'Backend – R&D'],
    ['Fish &amp;amp; chips', 'Fish & chips'],
    ['<b>Lead</b> developer', 'Lead developer'],
    ['R&D < 5', 'R&D < 5'],
    ['Plain', 'Plain'],
  ])('%s', (line, text) => {
    expect(stripMarkup(line)).toBe(text);
  });
});
