import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDER_PURPOSES, ORDER_STATES } from '@/domain/billing/rules';
import { orderInWords } from './order-words';

const order = {
  state: 'paid' as const,
  outcome: 'published' as const,
  purpose: 'publication' as const,
  isReturning: false,
  credits: 0,
  creditsExpireAt: null,
  offerExpiresAt: '2026-12-21T09:00:00.000Z',
  isCredit: false,
  isLive: true,
};

describe('orderInWords', () => {
  it('says until when a paid offer is on the list', () => {
    expect(orderInWords(order)).toEqual({
      title: 'Your offer is on the list',
      text: 'Paid. It stays there until 21 December 2026.',
    });
  });

  it('claims nothing of an offer that has left the list since', () => {
    expect(orderInWords({ ...order, isLive: false })).toEqual({
      title: 'Your offer was published',
      text: 'Paid.',
    });
  });

  it('speaks of a received payment only to who comes from paying', () => {
    expect(orderInWords({ ...order, state: 'open', outcome: null, isReturning: true }).title).toBe(
      'Payment received, publishing…',
    );
    expect(orderInWords({ ...order, state: 'open', outcome: null }).title).toBe('Not paid yet');
  });

  it('says that money for nothing goes back', () => {
    expect(orderInWords({ ...order, outcome: 'refused' }).text).toMatch('The money goes back by itself');
    expect(orderInWords({ ...order, state: 'refunded', outcome: 'refused' }).text).not.toMatch(
      'off the list',
    );
  });

  it('has words for every order', () => {
    const any = fc.record({
      state: fc.constantFrom(...ORDER_STATES),
      outcome: fc.constantFrom('published', 'renewed', 'extended', 'upgraded', 'credited', 'refused', null),
      purpose: fc.constantFrom(...ORDER_PURPOSES),
      isLive: fc.boolean(),
    });
    fc.assert(
      fc.property(any, (fields) => {
        const { title, text } = orderInWords({ ...order, ...fields });
        expect(`${title} ${text}`).not.toMatch(/undefined|null|\s\./);
        expect(text).not.toBe('');
      }),
    );
  });
});
