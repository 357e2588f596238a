import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packSignup, readTypedSignup, unpackSignup } from './typed-signup';

function typed(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readTypedSignup(form);
}

describe('a signup as it was typed', () => {
  it('tells the alert of all offers from none', () => {
    expect(typed({ alert: '?' }).alert).toBe('');
    expect(typed({ alert: '?role=backend' }).alert).toBe('role=backend');
    expect(typed({ alert: '' }).alert).toBeNull();
    expect(typed({}).alert).toBeNull();
  });

  it('comes daily unless they chose, and from a page of ours', () => {
    expect(typed({ frequency: 'hourly', from: 'https://evil.example/' })).toMatchObject({
      frequency: 'daily',
      from: '/newsletter',
    });
    expect(typed({ frequency: 'weekly', from: '/offers?role=backend' })).toMatchObject({
      frequency: 'weekly',
      from: '/offers?role=backend',
    });
  });

  it('is the same after it was kept in the browser, and fits into a cookie', () => {
    fc.assert(
      fc.property(
        fc.record({
          email: fc.oneof(
            fc.string({ maxLength: 400 }),
            fc.constantFrom('zażółć@例え.jp', '👩‍💻@x.example', '"; \\'),
          ),
          newsletter: fc.constantFrom('on', ''),
          alert: fc
            .array(fc.tuple(fc.constantFrom('role', 'skill', 'q'), fc.string({ maxLength: 30 })), {
              maxLength: 5,
            })
            .map((pairs) => `?${new URLSearchParams(pairs)}`),
          frequency: fc.constantFrom('instant', 'daily', 'weekly'),
          from: fc.constantFrom('/', '/offers?q=a%20b', '/roles/backend'),
          choice: fc.constantFrom('on', ''),
        }),
        (fields) => {
          const signup = typed(fields);
          const kept = packSignup(signup);
          expect(unpackSignup(kept)).toEqual(signup);
          expect(kept).toMatch(/^[\w%!~*'().-]*$/);
        },
      ),
    );
  });

  it('is nothing where the cookie is not ours', () => {
    for (const cookie of [undefined, '', '%', 'null', '{}x', '[1]', '%7B']) {
      const signup = unpackSignup(cookie);
      expect(signup === null || typeof signup.email === 'string').toBe(true);
    }
  });
});
