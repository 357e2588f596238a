import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBecome, OFFER_STATES, type OfferState } from '@/domain/offers/rules';
import {
  type Decision,
  decisionInput,
  idParam,
  pageParam,
  possibleActs,
  stateParam,
  textParam,
} from './input';
import { eventFacts, eventLabel, eventReason } from './rules';

const LEADS_TO: Partial<Record<Decision['act'], OfferState>> = {
  publish: 'live',
  suspend: 'suspended',
  lift: 'live',
  remove: 'removed',
};

describe('what may be decided', () => {
  it('is what the states of an offer allow', () => {
    for (const state of OFFER_STATES) {
      for (const act of possibleActs(state)) {
        const next = LEADS_TO[act];
        expect(next && canBecome(state, next), `${act} of ${state}`).toBe(true);
      }
    }
    expect(possibleActs('removed')).toEqual([]);
    expect(possibleActs('suspended')).toContain('lift');
    expect(possibleActs('in_review')).toContain('publish');
  });

  it('needs a reason where the employer loses something, and days where one is given', () => {
    const reason = 'It asks for a deposit.';
    expect(decisionInput.safeParse({ act: 'suspend', reason: '  too short ' }).success).toBe(false);
    expect(decisionInput.parse({ act: 'suspend', reason: ` ${reason} ` })).toEqual({
      act: 'suspend',
      reason,
    });
    expect(decisionInput.safeParse({ act: 'remove' }).success).toBe(false);
    expect(decisionInput.parse({ act: 'publish', days: ' 30 ' })).toEqual({ act: 'publish', days: 30 });
    for (const days of ['0', '366', '1.5', '', '1e2', '-1'])
      expect(decisionInput.safeParse({ act: 'publish', days }).success).toBe(false);
    expect(decisionInput.safeParse({ act: 'burn' }).error?.issues[0]?.path).toEqual(['act']);
  });
});

describe('parameters of an address', () => {
  it('are read tolerantly, whatever is there', () => {
    const anything = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    fc.assert(
      fc.property(anything, (value) => {
        const params = { page: value, q: value, state: value };
        expect(pageParam(params)).toBeGreaterThanOrEqual(1);
        expect(Number.isInteger(pageParam(params))).toBe(true);
        expect(textParam(params, 'q')).not.toBe('');
        expect(textParam(params, 'q') ?? '').not.toContain('\u0000');
        expect([undefined, ...OFFER_STATES]).toContain(stateParam(params));
      }),
    );
    expect(textParam({ q: [' a ', 'b'] }, 'q')).toBe('a');
    expect(pageParam({ page: '7' })).toBe(7);
  });

  it('name an id only where it can be one', () => {
    expect(idParam('12')).toBe(12);
    for (const text of ['0', '-1', '1.0', '01', '1e3', '', '9999999999', null, undefined, 12, ' 1'])
      expect(idParam(text)).toBeNull();
  });
});

describe('the words of an event', () => {
  it('are plain, also for one that is not known', () => {
    expect(eventLabel('offer.gifted')).toBe('Offer published as a gift');
    expect(eventLabel('member.role-changed')).toBe('Member role changed');
  });

  it('tell what changed and why, without names inside the portal', () => {
    expect(eventFacts({ key: 'offerLifetimeDays', from: 30, to: 45 })).toBe('30 → 45');
    expect(eventFacts({ from: null, to: ['PL', 'DE'] })).toBe('none → PL DE');
    expect(eventFacts({ user: 'abc', days: 30 })).toBe('days 30');
    expect(eventFacts({ offerId: 7, outcome: 'suspend' })).toBe('Offer suspended');
    expect(eventFacts({ from: 'open', total: 14_900, refunded: 0, currency: 'EUR' })).toBe('total €149.00');
    const [from, to] = [
      { price: 14_900, currency: 'EUR', days: 30 },
      { price: 500, currency: 'JPY' },
    ];
    expect(eventFacts({ code: 'basic', from, to }).replaceAll('\u00a0', ' ')).toBe(
      'price €149.00 → JP¥500, currency EUR → JPY',
    );
    expect(eventFacts(null)).toBe('');
    expect(eventReason({ reason: 'Fraud.' })).toBe('Fraud.');
    expect(eventReason({ reason: '' })).toBeNull();
  });
});
