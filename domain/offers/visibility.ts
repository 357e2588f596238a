import type { OfferState } from './rules';

export type OfferVisibility = 'open' | 'closed' | 'gone';

const DAY_MS = 86_400_000;

/**
 * What the page of an offer shows: the offer, the notice that it has closed, or nothing (404).
 * A paused offer may come back, so its notice stands for as long as it is paused; one that ended is
 * kept for `closedOfferDays` days. An offer past its date counts as ended even before the worker has
 * closed it.
 */
export function offerVisibility(
  offer: { state: OfferState; expiresAt: string | null; closedAt: string | null },
  closedOfferDays: number,
  now: Date,
): OfferVisibility {
  const expired = offer.expiresAt !== null && Date.parse(offer.expiresAt) <= now.getTime();
  if (offer.state === 'live' && !expired) return 'open';
  if (offer.state === 'paused') return 'closed';
  if (offer.state !== 'live' && offer.state !== 'expired' && offer.state !== 'filled') return 'gone';
  const ended = offer.closedAt ?? offer.expiresAt;
  if (ended === null) return 'gone';
  return now.getTime() < Date.parse(ended) + closedOfferDays * DAY_MS ? 'closed' : 'gone';
}
