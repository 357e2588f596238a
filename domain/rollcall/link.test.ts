import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerUrl, readAnswerLink } from './link';

const ports = { siteUrl: 'https://jobs.example', secret: 'one secret' };
const question = fc.record({
  offerId: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  askedAt: fc.integer({ min: 1_700_000_000, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000)),
});
const parametersOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

it('leads back to its question, and to no other secret’s', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const url = answerUrl(asked, ports);
      expect(url.startsWith('https://jobs.example/answer?offer=')).toBe(true);
      expect(readAnswerLink(parametersOf(url), ports.secret)).toEqual(asked);
      expect(readAnswerLink(parametersOf(url), 'another secret')).toBeNull();
    }),
  );
});

it('means nothing once a single character is another', () => {
  fc.assert(
    fc.property(question, fc.constantFrom('offer', 'asked', 'key'), fc.nat(), (asked, name, place) => {
      const parameters = parametersOf(answerUrl(asked, ports));
      const text = parameters[name] ?? '';
      const n = place % text.length;
      const other = text[n] === '7' ? '8' : '7';
      const altered = text.slice(0, n) + other + text.slice(n + 1);
      expect(readAnswerLink({ ...parameters, [name]: altered }, ports.secret)).toBeNull();
    }),
  );
});

it.each([
  [{}],
  [{ offer: '1', asked: '1770000000' }],
  [{ offer: '01', asked: '1770000000', key: 'x' }],
  [{ offer: ['1', '2'], asked: '1770000000', key: 'x' }],
  [{ offer: '1e3', asked: '-5', key: '' }],
])('is refused where it is not ours: %j', (parameters) => {
  expect(readAnswerLink(parameters, ports.secret)).toBeNull();
});
