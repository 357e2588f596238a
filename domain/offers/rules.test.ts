import { describe, expect, it } from 'vitest';
import { canBecome, OFFER_STATES, offerIdFromSlug } from './rules';

describe('canBecome', () => {
  it('lets an offer be paid for, published, paused, ended and renewed', () => {
    const life = [
      'draft',
      'awaiting_payment',
      'in_review',
      'live',
      'paused',
      'live',
      'expired',
      'live',
      'filled',
    ] as const;
    life.slice(1).forEach((state, index) => {
      expect([life[index], state, canBecome(life[index] ?? 'removed', state)]).toEqual([
        life[index],
        state,
        true,
      ]);
    });
  });

  it('lets nothing out of removed, and nothing become what it is', () => {
    for (const state of OFFER_STATES) {
      expect(canBecome('removed', state)).toBe(false);
      expect(canBecome(state, state)).toBe(false);
    }
  });

  it('has no way round a suspension', () => {
    for (const state of ['paused', 'filled', 'draft', 'in_review', 'awaiting_payment'] as const) {
      expect(canBecome('suspended', state)).toBe(false);
    }
  });
});

describe('offerIdFromSlug', () => {
  it.each([
    ['backend-developer-acme-17', 17],
    ['17', null],
    ['backend-developer', null],
    ['a-12345678901', null],
  ])('%s', (slug, id) => {
    expect(offerIdFromSlug(slug)).toBe(id);
  });
});
