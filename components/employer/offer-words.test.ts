import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '@/domain/offers/rules';
import { applyRate, changeOf, changeSentence, endOf, eventInWords, stateOf } from './offer-words';

const today = '2026-11-21';

describe('stateOf', () => {
  it.each([
    [{ state: 'live', pausedBy: null, askedAt: null }, 'Live'],
    [{ state: 'live', pausedBy: null, askedAt: '2026-11-20T10:00:00Z' }, 'Waiting for your answer'],
    [{ state: 'paused', pausedBy: 'employer', askedAt: null }, 'Paused'],
    [{ state: 'paused', pausedBy: 'silence', askedAt: '2026-11-10T10:00:00Z' }, 'Paused, no answer'],
  ] as const)('%j', (offer, label) => expect(stateOf(offer).label).toBe(label));
});

describe('endOf', () => {
  const offer: Parameters<typeof endOf>[0] = {
    state: 'live',
    expiresAt: '2026-11-30T10:00:00Z',
    closesAt: null,
    closesFirst: false,
    pausedAt: null,
    closedAt: null,
  };

  it('counts down', () => {
    expect(endOf(offer, today)).toEqual({ day: offer.expiresAt, note: '9\u00a0days left' });
    expect(endOf({ ...offer, expiresAt: '2026-11-22T10:00:00Z' }, today).note).toBe('1\u00a0day left');
    expect(endOf({ ...offer, expiresAt: '2026-11-21T23:00:00Z' }, today).note).toBe('last day');
  });

  it('counts down to the closing date that its employer chose', () => {
    const closing = { ...offer, closesAt: '2026-11-25T23:59:59Z', closesFirst: true };
    expect(endOf(closing, today)).toEqual({ day: closing.closesAt, note: '4\u00a0days left' });
  });

  it('stands still while it is paused', () => {
    const paused = { ...offer, state: 'paused', pausedAt: '2026-11-10T10:00:00Z' } as const;
    expect(endOf(paused, today)).toEqual({ day: null, note: '20\u00a0days left' });
    expect(endOf(paused, '2027-03-01')).toEqual({ day: null, note: '20\u00a0days left' });
  });

  it('is the day on which it closed', () => {
    const closed = { ...offer, state: 'filled', closedAt: '2026-11-12T10:00:00Z' } as const;
    expect(endOf(closed, today)).toEqual({ day: '2026-11-12T10:00:00Z', note: null });
  });
});

it.each([
  [{ now: 112, before: 100 }, '+12%', '+12% on the 30 days before'],
  [{ now: 90, before: 100 }, '−10%', '−10% on the 30 days before'],
  [{ now: 100, before: 100 }, 'the same', 'as in the 30 days before'],
  [{ now: 5, before: 0 }, null, 'none in the 30 days before'],
  [{ now: 0, before: 0 }, null, 'none so far'],
])('%j changed by %s', (trend, change, sentence) => {
  expect(changeOf(trend)).toBe(change);
  expect(changeSentence(trend, 30)).toBe(sentence);
});

it.each([
  [1000, 48, '4.8%'],
  [0, 0, null],
  [2, 3, null],
])('of %i views with %i applies the rate is %s', (views, applies, rate) => {
  expect(applyRate(views, applies)).toBe(rate);
});

describe('eventInWords', () => {
  const event = (more: Partial<HistoryEvent>): HistoryEvent => ({
    at: '2026-11-20T10:00:00Z',
    type: 'offer.paused',
    actor: 'user:1',
    who: 'Anna',
    data: null,
    ...more,
  });

  it('names who did it, never an operator', () => {
    expect(eventInWords(event({}))).toEqual({ what: 'Paused', who: 'Anna', why: null });
    expect(eventInWords(event({ who: null }))?.who).toBe('somebody who is gone');
    expect(eventInWords(event({ type: 'offer.suspended', data: { reason: 'Not true.' } }))).toEqual({
      what: 'Suspended',
      who: 'the operator',
      why: 'Not true.',
    });
    expect(eventInWords(event({ type: 'offer.confirmed', actor: 'mail', who: null }))?.who).toBe(
      'the link in the mail',
    );
  });

  it('tells a pause from a silence', () => {
    const silence = event({ actor: 'system', who: null, data: { by: 'silence' } });
    expect(eventInWords(silence)).toEqual({ what: 'Paused, for want of an answer', who: null, why: null });
  });

  it('is silent about what it does not know', () => {
    expect(eventInWords(event({ type: 'offer.weighed' }))).toBeNull();
  });
});
