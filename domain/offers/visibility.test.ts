import { describe, expect, it } from 'vitest';
import { OFFER_STATES, type OfferState } from './rules';
import { offerVisibility } from './visibility';

const now = new Date('2026-11-21T12:00:00Z');
const DAYS = 30;

function visibility(state: OfferState, dates: { expiresAt?: string; closedAt?: string } = {}) {
  return offerVisibility({ state, expiresAt: null, closedAt: null, ...dates }, DAYS, now);
}

describe('offerVisibility', () => {
  it('opens a live offer until its last moment', () => {
    expect(visibility('live', { expiresAt: '2026-11-21T12:00:00.001Z' })).toBe('open');
    expect(visibility('live', { expiresAt: '2026-11-21T12:00:00.000Z' })).toBe('closed');
  });

  it.each(['expired', 'filled'] as const)('keeps the notice of an offer that is %s for 30 days', (state) => {
    expect(visibility(state, { closedAt: '2026-11-21T11:59:00Z' })).toBe('closed');
    expect(visibility(state, { closedAt: '2026-10-22T12:00:01Z' })).toBe('closed');
    expect(visibility(state, { closedAt: '2026-10-22T12:00:00Z' })).toBe('gone');
  });

  it('counts from the closing, not from the date it would have run to', () => {
    const dates = { closedAt: '2026-10-01T00:00:00Z', expiresAt: '2026-12-24T00:00:00Z' };
    expect(visibility('filled', dates)).toBe('gone');
  });

  it('counts from the expiry where the worker has not closed it yet', () => {
    expect(visibility('live', { expiresAt: '2026-11-20T00:00:00Z' })).toBe('closed');
    expect(visibility('live', { expiresAt: '2026-10-01T00:00:00Z' })).toBe('gone');
    expect(visibility('expired', { expiresAt: '2026-11-20T00:00:00Z' })).toBe('closed');
  });

  it('shows the notice of a paused offer however long it is paused', () => {
    expect(visibility('paused', { expiresAt: '2025-01-01T00:00:00Z' })).toBe('closed');
  });

  it('hides everything else', () => {
    const hidden = OFFER_STATES.filter(
      (state) => visibility(state, { closedAt: now.toISOString() }) === 'gone',
    );
    // A live offer without an expiry cannot be stored; were it, it would be open.
    expect(hidden).toEqual(['draft', 'awaiting_payment', 'in_review', 'suspended', 'removed']);
  });
});
