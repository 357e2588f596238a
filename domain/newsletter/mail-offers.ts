import type { MailOffer } from '@/domain/mail/input';
import { bestPay, lastAnswer, payAmount, payTerms, placesLabel } from '@/domain/offers/labels';
import { type OfferRow, SENIORITY_LABELS, WORKPLACE_LABELS } from '@/domain/offers/rules';

/** An offer as mails show it, in words; `siteUrl` is the portal's origin, `now` the day that "today" is. */
export function toMailOffer(offer: OfferRow, siteUrl: string, now: Date): MailOffer {
  const best = bestPay(offer.pay);
  const amount = best && payAmount(best);
  return {
    title: offer.title,
    url: `${siteUrl}/offers/${offer.slug}`,
    company: offer.company.name,
    place: placesLabel(offer) ?? null,
    pay: best && amount ? { amount, terms: payTerms(best, offer.partTime) } : null,
    level: offer.seniority === null ? null : SENIORITY_LABELS[offer.seniority],
    workplace: [WORKPLACE_LABELS[offer.workplace], offer.workplaceNote].filter(Boolean).join(', '),
    featured: offer.featured,
    answer: lastAnswer(offer, now.toISOString().slice(0, 10)).sentence,
  };
}
