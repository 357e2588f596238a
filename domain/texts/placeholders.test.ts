import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownToHtml } from '@/lib/markdown';
import { fillPlaceholders, PLACEHOLDERS, type PlaceholderValues, unknownPlaceholders } from './placeholders';

const values: PlaceholderValues = {
  siteName: 'Rolecall',
  siteUrl: 'https://jobs.example',
  ownerName: 'Kvarnen & Sons <b>AB</b>',
  postalAddress: '1 *Mill* Lane, _Lund_',
  contactEmail: 'hello_there@jobs.example',
  ownerRegister: '',
  offerLifetimeDays: 30,
  closedOfferDays: 30,
  rollCallDays: 14,
  rollCallSilenceDays: 7,
  unconfirmedDays: 14,
  consentDays: 1_095,
  enquiryDays: 365,
  signInMinutes: 15,
  sessionDays: 30,
  draftDays: 90,
};

const show = (markdown: string, given = values) => markdownToHtml(fillPlaceholders(markdown, given)).trim();

describe('fillPlaceholders', () => {
  it('prints figures and words as they are, whatever they look like', () => {
    expect(show('Deleted after {{unconfirmedDays}} days.')).toBe('<p>Deleted after 14 days.</p>');
    expect(show('{{consentDays}} days')).toBe('<p>1 095 days</p>');
    expect(show('{{ownerName}}, {{ postalAddress }}')).toBe(
      '<p>Kvarnen &amp; Sons &lt;b&gt;AB&lt;/b&gt;, 1 *Mill* Lane, _Lund_</p>',
    );
  });

  it('makes links of addresses', () => {
    expect(show('Write to {{contactEmail}}.')).toContain('href="mailto:hello_there@jobs.example"');
    expect(show('[privacy]({{siteUrl}}/privacy)')).toContain('href="https://jobs.example/privacy"');
  });

  it('says where something is not filled in, and leaves what it does not know', () => {
    expect(show('{{ownerRegister}} {{toString}} {{x}}')).toBe(
      '<p><strong>Register and tax numbers: not filled in yet</strong> {{toString}} {{x}}</p>',
    );
    expect(unknownPlaceholders('{{ownerRegister}} {{toString}} {{ x }}')).toEqual([
      '{{toString}}',
      '{{ x }}',
    ]);
  });

  it('lets no setting become markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (ownerName) => {
        const html = show('By {{ownerName}}.', { ...values, ownerName: `x${ownerName}` });
        expect(html).not.toMatch(/<(?!\/?(?:p|a)\b)/);
      }),
    );
  });
});

it('the pages that are shipped know all their placeholders', () => {
  const folder = join(import.meta.dirname, '../../content/pages');
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  expect(files.sort()).toEqual(['imprint.md', 'privacy.md', 'terms.md']);
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  expect(unknownPlaceholders(texts)).toEqual([]);
  const named = Object.keys(PLACEHOLDERS).filter((name) => texts.includes(`{{${name}}}`));
  expect(named).toEqual(Object.keys(PLACEHOLDERS));
});
