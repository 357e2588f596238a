import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFreshSignIn, isPublicMailDomain, normaliseEmail } from './rules';

describe('normaliseEmail', () => {
  it.each([
    ['  Halina.Wrona@Kvarnen.Example ', 'halina.wrona@kvarnen.example'],
    ['a+tag@b.co', 'a+tag@b.co'],
    ["o'neil@x.ie", "o'neil@x.ie"],
    ['praca@żabka.pl', 'praca@xn--abka-99a.pl'],
    ['ａｂ＠example.com', 'ab@example.com'],
  ])('%s is %s', (text, email) => expect(normaliseEmail(text)).toBe(email));

  it.each([
    '',
    '@',
    'a@',
    '@b.co',
    'a@b',
    'a@b..co',
    'a@b.co,evil@c.co',
    'a@b.co evil@c.co',
    'a@b.co\nbcc: evil@c.co',
    '"a@evil.co"@b.co',
    '<a@b.co>',
    'Anna <a@b.co>',
    'a@b@c.co',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    'a@b.co:25',
    'a@b.co/x',
    'a@b.co?x',
    'a@b.co#x',
    'a@b%2eco',
    '.a@b.co',
    'a..b@b.co',
    'а@b.co',
    `${'a'.repeat(65)}@b.co`,
    `a@${'b'.repeat(250)}.co`,
  ])('refuses %j', (text) => expect(normaliseEmail(text)).toBeNull());

  it('gives something that it leaves as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (text) => {
        const email = normaliseEmail(text);
        if (email === null) return;
        expect(normaliseEmail(email)).toBe(email);
        expect(email).toMatch(/^[\x21-\x7e]+$/);
        expect(email.split('@')).toHaveLength(2);
        expect(email).not.toMatch(/[\s,;<>()"\\]/);
      }),
    );
  });
});

it('knows the mail services where anybody can have an address', () => {
  expect(isPublicMailDomain('gmail.com')).toBe(true);
  expect(isPublicMailDomain('wp.pl')).toBe(true);
  expect(isPublicMailDomain('mail.proton.me')).toBe(true);
  expect(isPublicMailDomain('kvarnen.example')).toBe(false);
});

it('calls a sign-in fresh for twelve hours', () => {
  const at = new Date('2026-03-01T00:00:00Z');
  expect(isFreshSignIn(at, new Date('2026-03-01T11:59:59Z'))).toBe(true);
  expect(isFreshSignIn(at, new Date('2026-03-01T12:00:00Z'))).toBe(false);
});
