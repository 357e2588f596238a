import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { compileMessage } from './mime';

const MARKS = { leave: 'https://mark.invalid/leave' };
const LEAVE = 'https://jobs.example/leave?list=1&mail=2&key=a=b';
const base = { from: '"Rolecall" <jobs@jobs.example>', subject: 'Offers', marks: MARKS };
const copy = {
  to: 'reader@mail.example',
  messageId: '1@jobs.example',
  date: new Date('2026-11-21T08:00:00Z'),
  values: { leave: LEAVE },
};

describe('compileMessage', () => {
  it('writes what a mail program reads back', async () => {
    const { copy: write, sender } = compileMessage({
      ...base,
      from: 'Łódź jobs <jobs@jobs.example>',
      subject: 'Über 30 Stellen: R&D “now” — Łódź, and so on for a rather long line of a subject',
      html: `<p>Żółw = 100 % <a href="${MARKS.leave}">leave</a></p>\n.\n<p>${'long '.repeat(60)}</p>`,
      text: `Żółw = 100 %\n.\nLeave: ${MARKS.leave} \n`,
    });
    const raw = write({ ...copy, headers: { 'List-Id': '<newsletter.jobs.example>' } });
    const mail = await PostalMime.parse(raw);
    expect(sender).toBe('jobs@jobs.example');
    expect(mail.from).toEqual({ name: 'Łódź jobs', address: 'jobs@jobs.example' });
    expect(mail.to).toEqual([{ name: '', address: 'reader@mail.example' }]);
    expect(mail.subject).toBe(
      'Über 30 Stellen: R&D “now” — Łódź, and so on for a rather long line of a subject',
    );
    expect(mail.messageId).toBe('<1@jobs.example>');
    expect(new Date(mail.date ?? '')).toEqual(copy.date);
    expect(mail.headers).toContainEqual(
      expect.objectContaining({ key: 'list-id', value: '<newsletter.jobs.example>' }),
    );
    expect(mail.text?.trim()).toBe(`Żółw = 100 %\n.\nLeave: ${LEAVE}`);
    expect(mail.html).toContain(`<a href="${LEAVE.replaceAll('&', '&amp;')}">leave</a>`);
  });

  it('keeps every line as short as SMTP asks for, and in ASCII', () => {
    const { copy: write } = compileMessage({
      ...base,
      html: `${'ż'.repeat(500)}${MARKS.leave}${'x'.repeat(2_000)}`,
      text: `${'a b '.repeat(900)}${MARKS.leave}`,
    });
    const raw = write({ ...copy, values: { leave: `https://jobs.example/${'k'.repeat(400)}` } }).toString();
    expect(raw).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    const [, ...body] = raw.split('\r\n\r\n');
    for (const line of body.join('\r\n\r\n').split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
  });

  it('fills a mark wherever it stands, and changes nothing else', async () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'ż', '=', '.', ' ', '\t', '\n', '-', '漢', '&') });
    await fc.assert(
      fc.asyncProperty(words, words, words, async (before, value, after) => {
        const { copy: write } = compileMessage({
          ...base,
          html: `<p>${before.replaceAll('&', '&amp;')}</p>`,
          text: `|${before}${MARKS.leave}${after}|`,
        });
        const filled = value.replaceAll('\n', '');
        const { text } = await PostalMime.parse(write({ ...copy, values: { leave: filled } }));
        expect(text?.trim()).toBe(`|${before}${filled}${after}|`);
      }),
      { numRuns: 200 },
    );
  });

  it('lets no value begin a header', () => {
    const { copy: write } = compileMessage({
      ...base,
      subject: 'a\r\nBcc: x@y.example',
      html: 'a',
      text: 'a',
    });
    const raw = write({ ...copy, headers: { 'List-Id': 'a\r\nBcc: x@y.example' } }).toString();
    expect(raw).not.toMatch(/^Bcc:/m);
  });
});
