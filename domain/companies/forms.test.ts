import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyForm, profileForm } from './forms';

const now = new Date('2026-03-01T12:00:00Z');

const typed = fc.record({
  name: fc.string({ unit: 'binary', maxLength: 300 }),
  website: fc.oneof(fc.webUrl(), fc.domain(), fc.string()),
  about: fc.string({ unit: 'binary', maxLength: 300 }),
  size: fc.constantFrom('', '1-10', '1000+', 'x'),
  foundedYear: fc.oneof(fc.integer({ min: -1, max: 3_000 }).map(String), fc.string()),
  benefits: fc.array(fc.string({ maxLength: 120 }), { maxLength: 25 }).map((lines) => lines.join('\r\n')),
  places: fc.array(fc.string(), { maxLength: 25 }).map((lines) => lines.join('\n')),
  skills: fc.array(fc.string(), { maxLength: 50 }).map((words) => words.join(', ')),
});

describe('profileForm', () => {
  it('says what is wrong with a field, or gives something that it leaves as it is', () => {
    fc.assert(
      fc.property(typed, (fields) => {
        const first = profileForm(now).safeParse(fields);
        if (!first.success) {
          for (const { path, message } of first.error.issues) {
            expect(path[0]).toBeTypeOf('string');
            expect(message).toMatch(/^[A-Z].*\.$/);
          }
          return;
        }
        expect(JSON.stringify(first.data)).not.toMatch(/\\u(?:0000|d[89a-f])/);
        const { about, website, size, foundedYear, benefits, places, skills, name } = first.data;
        const again = profileForm(now).parse({
          name,
          website: website ?? '',
          about: about ?? '',
          size: size ?? '',
          foundedYear: foundedYear === null ? '' : String(foundedYear),
          benefits: benefits.join('\n'),
          places: places.join('\n'),
          skills: skills.join(', '),
        });
        expect(again).toEqual(first.data);
      }),
    );
  });
});

describe('companyForm', () => {
  it.each([
    ['kvarnen.example', 'https://kvarnen.example/'],
    ['http://www.kvarnen.example/jobs?x=1', 'http://www.kvarnen.example/jobs?x=1'],
    ['', null],
    ['  ', null],
  ])('reads %j as %j', (text, website) => {
    expect(companyForm.parse({ name: 'Kvarnen', website: text }).website).toBe(website);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://kvarnen.example',
    'https://anna:secret@kvarnen.example',
    'http://localhost',
    'http://10.0.0.1',
    'http://[::1]/',
    'kvarnen',
  ])('refuses %j', (text) => {
    expect(companyForm.safeParse({ name: 'Kvarnen', website: text }).success).toBe(false);
  });
});
