import { describe, expect, it } from 'vitest';
import type { IssueLetter } from '@/domain/newsletter/issue-input';
import { renderIssue } from './newsletter-letter';

const site = { name: 'Rolecall', url: 'https://jobs.example' };
const HOSTILE = '<script>alert(1)</script> "Ünï" & 日本';
const offer = {
  title: HOSTILE.padEnd(140, ' long title'),
  url: 'https://jobs.example/newsletter/click/1/2/abc?x=1&y=2',
  company: HOSTILE.padEnd(200, ' of a company'),
  place: 'Wrocław, Gdynia or Poznań',
  pay: { amount: '24 000–31 000 PLN', terms: 'a month, B2B, net + VAT' },
  level: 'Senior',
  workplace: 'Hybrid, 2 days a week',
  featured: true,
  answer: 'Confirmed open today',
};

function letterOf(fields: Partial<IssueLetter>): IssueLetter {
  return {
    subject: HOSTILE,
    preview: 'What is new',
    blocks: [],
    footer: {
      leaveUrl: 'https://mark.invalid/leave',
      preferencesUrl: 'https://mark.invalid/preferences',
      postalAddress: 'ul. Wzorcowa 7, 00-000 Warszawa',
    },
    webUrl: 'https://jobs.example/newsletter/archive/one-1',
    href: (url) => (url.startsWith('https:') ? `${url}#counted` : undefined),
    ...fields,
  };
}

const text = (markdown: string) => letterOf({ blocks: [{ kind: 'text', markdown }] });

describe('an issue as mail', () => {
  it('says why it comes, who sends it, and how to leave, as HTML and as text', async () => {
    const { html, text } = await renderIssue(letterOf({}), site);
    for (const body of [html, text]) {
      expect(body).toContain('https://mark.invalid/leave');
      expect(body).toContain('https://mark.invalid/preferences');
      expect(body).toContain('ul. Wzorcowa 7, 00-000 Warszawa');
      expect(body).toContain('https://jobs.example/newsletter/archive/one-1');
      expect(body).toContain('because you asked for the newsletter');
    }
  });

  it('stays below what mail programs cut, with twenty of the longest offers', async () => {
    const offers = Array.from({ length: 20 }, (_, n) => ({ ...offer, url: `${offer.url}&n=${n}` }));
    const { html } = await renderIssue(
      letterOf({ blocks: [{ kind: 'offers', title: 'Promoted offers', offers, allUrl: offer.url }] }),
      site,
    );
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(html).not.toContain('<script');
    expect(html).toContain('Promoted');
  });

  it('writes Markdown out, and only links that lead somewhere', async () => {
    const { html, text: plain } = await renderIssue(
      text(
        '## Head\n\nA **bold** word, *soft*, `code`, [out](https://a.example/?a=1&b=2), [bad](javascript:alert(1)).\n\n- one\n- two\n\n> said\n\n1 < 2 && 3 &amp; 4 <b>raw</b>\n\n![logo](https://a.example/logo.png)',
      ),
      site,
    );
    expect(html).toMatch(/<h2[^>]*>Head<\/h2>/);
    expect(html).toMatch(/<strong[^>]*>bold<\/strong>/);
    expect(html).toContain('href="https://a.example/?a=1&amp;b=2#counted"');
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('<b>raw');
    expect(html).not.toContain('<img');
    expect(html).toMatch(/<li[^>]*>.*one/);
    expect(plain).toContain('1 < 2 && 3 & 4');
    expect(plain).toContain('https://a.example/?a=1&b=2#counted');
  });
});
