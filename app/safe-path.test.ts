import { expect, it } from 'vitest';
import { safePath } from './safe-path';

it.each(['/employer', '/post-a-job?draft=a1', '/'])('keeps %s', (path) => {
  expect(safePath(path, '/x')).toBe(path);
});

it.each([
  undefined,
  '',
  'employer',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  ['/employer'],
])('does not follow %j', (path) => expect(safePath(path, '/x')).toBe('/x'));
