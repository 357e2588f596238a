import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OFFER_STATES, type OfferState } from '@/domain/offers/rules';
import {
  checkoutOf,
  effectsBetween,
  hasPlans,
  isAllRefunded,
  isSellable,
  joinFacts,
  ORDER_PURPOSES,
  ORDER_STATES,
  orderStateOf,
  outcomeOf,
  type PaymentFacts,
  purposesFor,
  type Standing,
  standingOf,
} from './rules';

const TOTAL = 14_900;
const OPENED: PaymentFacts = {
  checkout: 'open',
  amountTotal: 0,
  amountRefunded: 0,
  refundFailed: 0,
  wasRefunded: false,
  disputes: {},
};

/** What was sent back by then, and what of it came back. */
const REFUNDS = [
  [0, 0],
  [5_000, 0],
  [5_000, 5_000],
  [TOTAL, 5_000],
  [TOTAL + 5_000, 5_000],
  [TOTAL + 5_000, TOTAL],
  [2 * TOTAL, TOTAL],
].map(([amountRefunded = 0, refundFailed = 0]) => ({ amountRefunded, refundFailed }));

/** Anything that Stripe may say of a payment, sensible or not. */
const anyFacts: fc.Arbitrary<PaymentFacts> = fc
  .record({
    checkout: fc.constantFrom('open', 'processing', 'failed', 'expired', 'paid'),
    refunds: fc.constantFrom(...REFUNDS.slice(0, 1), ...REFUNDS.slice(0, 2), ...REFUNDS),
    disputes: fc.dictionary(fc.constantFrom('dp_1', 'dp_2'), fc.constantFrom('open', 'won', 'lost'), {
      maxKeys: 2,
    }),
  })
  .map(({ refunds, ...read }) => {
    const facts = { ...read, ...refunds, amountTotal: TOTAL };
    return { ...facts, wasRefunded: isAllRefunded(facts) } as PaymentFacts;
  });

const joinAll = (readings: readonly PaymentFacts[]) => readings.reduce(joinFacts, OPENED);

describe('readings of a payment', () => {
  it('add up to the same in any order, however often each comes', () => {
    fc.assert(
      fc.property(
        fc.array(anyFacts, { minLength: 1, maxLength: 8 }).chain((readings) =>
          fc.record({
            readings: fc.constant(readings),
            order: fc.array(fc.nat(readings.length - 1), { maxLength: 20 }),
          }),
        ),
        ({ readings, order }) => {
          const shuffled = [...order.map((n) => readings[n] ?? OPENED), ...readings.toReversed()];
          expect(joinAll(shuffled)).toEqual(joinAll(readings));
        },
      ),
    );
  });

  it('never make a paid order unpaid, nor give again what was taken back', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 8 }), (readings) => {
        let facts = OPENED;
        let paid = false;
        let taken = false;
        for (const reading of readings) {
          facts = joinFacts(facts, reading);
          const state = orderStateOf(facts);
          paid ||= reading.checkout === 'paid';
          taken ||= standingOf(state) === 'taken';
          expect(['given', 'held', 'taken'].includes(standingOf(state))).toBe(paid);
          expect(standingOf(state) === 'taken').toBe(taken);
          expect(checkoutOf(state)).toBe(facts.checkout);
        }
      }),
    );
  });

  it.each([
    [{ checkout: 'paid' }, 'paid'],
    [{ checkout: 'paid', amountTotal: 0 }, 'paid'],
    [{ checkout: 'paid', amountRefunded: 1 }, 'partly_refunded'],
    [{ checkout: 'paid', amountRefunded: TOTAL }, 'refunded'],
    [{ checkout: 'paid', disputes: { dp_1: 'open' } }, 'disputed'],
    [{ checkout: 'paid', disputes: { dp_1: 'won' } }, 'paid'],
    [{ checkout: 'paid', disputes: { dp_1: 'won' }, amountRefunded: 1 }, 'partly_refunded'],
    [{ checkout: 'paid', disputes: { dp_1: 'won', dp_2: 'open' } }, 'disputed'],
    [{ checkout: 'paid', disputes: { dp_1: 'lost', dp_2: 'open' } }, 'lost'],
    [{ checkout: 'paid', disputes: { dp_1: 'open' }, amountRefunded: TOTAL }, 'refunded'],
    [{ checkout: 'paid', amountRefunded: 500, refundFailed: 500 }, 'paid'],
    [{ checkout: 'paid', amountRefunded: 800, refundFailed: 500 }, 'partly_refunded'],
    [{ checkout: 'paid', amountRefunded: TOTAL, refundFailed: 1, wasRefunded: true }, 'refund_failed'],
    [{ checkout: 'paid', amountRefunded: TOTAL + 1, refundFailed: 1, wasRefunded: true }, 'refunded'],
    [{ checkout: 'expired', disputes: {} }, 'expired'],
  ] as [Partial<PaymentFacts>, string][])('%j is %s', (facts, state) => {
    expect(orderStateOf({ ...OPENED, amountTotal: TOTAL, ...facts })).toBe(state);
  });
});

describe('effects', () => {
  /** What has been done for the buyer after these steps; throws at a step that makes no sense there. */
  function follow(readings: readonly PaymentFacts[]) {
    let facts = OPENED;
    let done: 'nothing' | 'given' | 'held' | 'taken' = 'nothing';
    let given = 0;
    for (const reading of readings) {
      const before = orderStateOf(facts);
      facts = joinFacts(facts, reading);
      for (const effect of effectsBetween(before, orderStateOf(facts))) {
        if (effect === 'give') given += 1;
        const [from, to] = {
          give: ['nothing', 'given'],
          hold: ['given', 'held'],
          lift: ['held', 'given'],
          take: ['given held', 'taken'],
          release: ['nothing', 'nothing'],
        }[effect] as [string, typeof done];
        expect(from.split(' ')).toContain(done);
        done = to;
      }
    }
    return { done, given, standing: standingOf(orderStateOf(facts)) };
  }

  const DONE: Record<Standing, string[]> = {
    waiting: ['nothing'],
    released: ['nothing'],
    given: ['given'],
    held: ['held'],
    // Refunded before we ever heard that it was paid: then nothing was given.
    taken: ['taken', 'nothing'],
  };

  it('leave the buyer with just what the state says, and give it once, whatever comes in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 12 }), (readings) => {
        const { done, given, standing } = follow(readings);
        expect(DONE[standing]).toContain(done);
        expect(given).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are none where the state stays', () => {
    for (const state of ORDER_STATES) expect(effectsBetween(state, state)).toEqual([]);
  });
});

describe('what is sold', () => {
  const offers = OFFER_STATES.flatMap((state) => [true, false].map((featured) => ({ state, featured })));

  it('can be given, if nothing happens to the offer meanwhile', () => {
    for (const purpose of ORDER_PURPOSES) {
      for (const offer of offers.filter((one) => isSellable(purpose, { ...one, closesFirst: false })))
        expect(outcomeOf(purpose, offer, { review: false })).not.toBe('refused');
    }
  });

  it('is nothing for an offer that is filled or removed', () => {
    for (const purpose of ['publication', 'extension', 'upgrade'] as const) {
      for (const state of ['filled', 'removed'] as const)
        expect(outcomeOf(purpose, { state, featured: false }, { review: false })).toBe('refused');
    }
  });

  it('is not published twice', () => {
    for (const offer of offers) {
      const outcome = outcomeOf('publication', offer, { review: false });
      expect(outcome === 'published').toBe(['draft', 'awaiting_payment'].includes(offer.state));
    }
  });

  it('waits for the operator where offers are read first', () => {
    const offer = { state: 'awaiting_payment', featured: false } as const;
    expect(outcomeOf('publication', offer, { review: true })).toBe('in_review');
  });
});

describe('what can be bought for an offer', () => {
  it('is never something that paying would not give', () => {
    for (const state of OFFER_STATES)
      for (const featured of [false, true])
        for (const purpose of purposesFor({ state, featured, closesFirst: false }))
          expect(outcomeOf(purpose, { state, featured }, { review: false })).not.toBe('refused');
  });

  it('is no day more than those it has while it closes before them', () => {
    const sold = (state: OfferState) => purposesFor({ state, featured: false, closesFirst: true });
    expect(sold('live')).toEqual(['upgrade']);
    expect(sold('paused')).toEqual(['upgrade']);
    expect(sold('expired')).toEqual([]);
  });

  it('is nothing for what an import lists, nor for what is over or stopped', () => {
    for (const state of OFFER_STATES) {
      expect(hasPlans({ source: 'greenhouse', state, closesFirst: false })).toBe(false);
      expect(hasPlans({ source: 'employer', state, closesFirst: false })).toBe(
        purposesFor({ state, featured: false, closesFirst: false }).length > 0,
      );
    }
    for (const state of ['in_review', 'filled', 'suspended', 'removed'] as const)
      expect(hasPlans({ source: 'employer', state, closesFirst: false })).toBe(false);
  });
});
