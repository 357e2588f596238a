import { describe, expect, it } from 'vitest';
import type { OfferDetail } from '@/domain/offers/rules';
import { closedFacts, closedSentence, keptUntil } from './closed-words';

const offer: OfferDetail = {
  id: 7,
  slug: 'java-developer-7',
  state: 'filled',
  title: 'Java developer',
  descriptionHtml: '<p>Loyalty.</p>',
  seniority: 'senior',
  workplace: 'hybrid',
  workplaceNote: null,
  partTime: false,
  featured: false,
  applyBy: 'url',
  source: 'employer',
  sourceId: null,
  publishedAt: '2026-10-14T08:00:00.000Z',
  expiresAt: '2026-12-01T08:00:00.000Z',
  closedAt: '2026-11-14T10:00:00.000Z',
  confirmedAt: null,
  updatedAt: '2026-11-14T10:00:00.000Z',
  role: { slug: 'backend', title: 'Backend developer' },
  company: { id: 1, slug: 'x', name: 'X', website: null, logoUrl: null, about: null, liveOffers: 0 },
  places: [],
  skills: [],
  pay: [],
  answers: [],
};
const at = '2026-11-10T09:00:00.000Z';

describe('closedSentence', () => {
  it.each([
    [
      {},
      'This offer closed on 14 November 2026. The employer told us that the role was filled after 31 days.',
    ],
    [
      { state: 'expired' },
      'This offer closed on 14 November 2026. It came to its end after 31 days and was not renewed.',
    ],
    [
      { state: 'expired', closedAt: null, expiresAt: '2026-10-15T08:00:00.000Z' },
      'This offer closed on 15 October 2026. It came to its end after one day and was not renewed.',
    ],
    [
      { state: 'filled', answers: [{ askedAt: at, answeredAt: at, answer: 'closed', by: 'source' }] },
      'This offer closed on 14 November 2026. Its source no longer lists it.',
    ],
    [
      { state: 'paused', answers: [{ askedAt: at, answeredAt: null, answer: 'silent', by: 'employer' }] },
      'This offer is paused. On 10 November 2026 we asked whether it is still open, and there was no answer. If one comes, the offer is back at this address.',
    ],
    [
      { state: 'paused' },
      'This offer is paused by its employer. If they open it again, it is back at this address.',
    ],
  ] satisfies [Partial<OfferDetail>, string][])('%j: %s', (changes, sentence) => {
    expect(closedSentence({ ...offer, ...changes })).toBe(sentence);
  });
});

describe('closedFacts', () => {
  it('says what the offer was', () => {
    expect(closedFacts(offer)).toBe('Its pay was not stated; it was hybrid, senior.');
    const pay = {
      contract: 'b2b' as const,
      statedMin: 2_100_000,
      statedMax: 2_600_000,
      currency: 'PLN',
      period: 'month' as const,
      tax: null,
      yearlyEurMin: 59_000,
      yearlyEurMax: 73_000,
    };
    expect(closedFacts({ ...offer, seniority: null, pay: [pay] }).replaceAll('\u00a0', ' ')).toBe(
      'It paid 21 000–26 000 PLN (B2B, a month); it was hybrid.',
    );
  });
});

describe('keptUntil', () => {
  it('is the day on which the page goes, and open for a pause', () => {
    expect(keptUntil(offer, 30)).toBe('14 December 2026');
    expect(keptUntil({ ...offer, state: 'paused' }, 30)).toBeUndefined();
  });
});
