import { bestPay, daysBetween, formatDate, payAmount, payTerms } from '@/domain/offers/labels';
import { type OfferDetail, SENIORITY_LABELS, WORKPLACE_LABELS } from '@/domain/offers/rules';

const DAY_MS = 86_400_000;

/** Why an offer is not open, in a sentence or two, for one that is closed or paused. */
export function closedSentence(offer: OfferDetail): string {
  const [last] = offer.answers;
  if (offer.state === 'paused') {
    return last?.answer === 'silent'
      ? `This offer is paused. On ${formatDate(last.askedAt)} we asked whether it is still open, and there was no answer. If one comes, the offer is back at this address.`
      : 'This offer is paused by its employer. If they open it again, it is back at this address.';
  }
  const ended = offer.closedAt ?? offer.expiresAt;
  const closed = ended ? `This offer closed on ${formatDate(ended)}.` : 'This offer is closed.';
  const days = ended && offer.publishedAt ? daysBetween(offer.publishedAt, ended.slice(0, 10)) : 0;
  const after = days > 0 ? ` after ${days === 1 ? 'one day' : `${days} days`}` : '';
  if (last?.answer === 'closed' && last.by === 'source') return `${closed} Its source no longer lists it.`;
  if (offer.state === 'filled') return `${closed} The employer told us that the role was filled${after}.`;
  return `${closed} It came to its end${after} and was not renewed.`;
}

/** What it was, for those who followed a link: "It paid 21 000–26 000 PLN (B2B, a month). It was hybrid, senior." */
export function closedFacts(offer: OfferDetail): string {
  const best = bestPay(offer.pay);
  const amount = best && payAmount(best);
  const kind = [WORKPLACE_LABELS[offer.workplace], offer.seniority && SENIORITY_LABELS[offer.seniority]]
    .filter(Boolean)
    .join(', ')
    .toLowerCase();
  const pay =
    best && amount ? `It paid ${amount} (${payTerms(best, offer.partTime)})` : 'Its pay was not stated';
  return `${pay}; it was ${kind}.`;
}

/** The day on which the page of a closed offer goes; undefined for one that is only paused. */
export function keptUntil(offer: OfferDetail, closedOfferDays: number): string | undefined {
  const ended = offer.closedAt ?? offer.expiresAt;
  if (offer.state === 'paused' || !ended) return undefined;
  return formatDate(new Date(Date.parse(ended) + closedOfferDays * DAY_MS).toISOString());
}
