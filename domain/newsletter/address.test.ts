import { describe, expect, it } from 'vitest';
import { checkAddress } from './address';

const check = (typed: string, kept = false) => checkAddress(typed, { kept });

describe('checkAddress', () => {
  it.each([
    'anna@kvarnen.se',
    'anna@gmail.com',
    'x@wp.pl',
    'x@sap.com',
    'x@ing.com',
    'x@web.com',
    'x@acme.co',
  ])('takes %s', (email) => expect(check(email)).toEqual({ email }));

  it.each([
    ['anna@gmial.com', 'anna@gmail.com'],
    ['anna@gmail.con', 'anna@gmail.com'],
    ['Anna@Hotmial.com', 'anna@hotmail.com'],
    ['anna@outlok.com', 'anna@outlook.com'],
  ])('asks about %s', (typed, suggestion) => expect(check(typed)).toEqual({ suggestion }));

  it('takes at its word who says that they meant it', () => {
    expect(check('anna@gnail.com', true)).toEqual({ email: 'anna@gnail.com' });
  });

  it.each(['x@mailinator.com', 'x@inbox.mailinator.com', 'X@MAILINATOR.COM'])(
    'refuses %s, which vanishes, and says why',
    (typed) => {
      for (const kept of [false, true]) {
        expect(check(typed, kept)).toEqual({
          fault: expect.stringContaining('gives out addresses that vanish'),
        });
      }
    },
  );

  it.each([
    '',
    'anna',
    'anna@',
    'anna@kvarnen',
    'a@b.example, c@d.example',
    'a b@c.example',
    'a@b.example\nx',
  ])('names the fault of %j', (typed) =>
    expect(check(typed)).toEqual({ fault: expect.stringMatching(/\.$/) }),
  );
});
