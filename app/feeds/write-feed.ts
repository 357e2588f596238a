import { Feed } from 'feed';
import { bestPay, payAmount, payTerms, placesLabel } from '@/domain/offers/labels';
import { type OfferRow, SENIORITY_LABELS, WORKPLACE_LABELS } from '@/domain/offers/rules';

export const FEED_FORMATS = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const;
export type FeedFormat = keyof typeof FEED_FORMATS;

export type FeedInput = {
  /** Origin without a trailing slash. */
  site: { name: string; url: string };
  /** Query string of the search, without `?`; empty for all offers. */
  query: string;
  offers: OfferRow[];
  /** Said to be the last change of a feed without offers. */
  now: Date;
};

/**
 * Offers as RSS 2.0, Atom 1.0 or JSON Feed 1. An item keeps its id while its title and address change.
 * Characters that XML cannot carry are left out.
 */
export function writeFeed(format: FeedFormat, { site, query, offers, now }: FeedInput): string {
  const suffix = query && `?${query}`;
  const self = `${site.url}/feeds/offers.${format}${suffix}`;
  const times = offers.map((offer) => Date.parse(offer.publishedAt));
  const feed = new Feed({
    id: `${site.url}/offers${suffix}`,
    title: clean(`${site.name}: ${[...new URLSearchParams(query).values()].join(', ') || 'new offers'}`),
    description: 'Open IT roles, newest first.',
    link: `${site.url}/offers${suffix}`,
    language: 'en',
    updated: times.length > 0 ? new Date(Math.max(...times)) : startOfDay(now),
    generator: false,
    author: { name: clean(site.name), link: site.url },
    feedLinks: { [format]: self },
  });
  for (const offer of offers) {
    const published = new Date(offer.publishedAt);
    feed.addItem({
      // Any slug with the right id leads to the offer, so this one can stay for ever.
      id: `${site.url}/offers/offer-${offer.id}`,
      link: `${site.url}/offers/${offer.slug}`,
      // Atom titles are written as HTML, the others' as text.
      title: format === 'atom' ? escapeHtml(clean(offer.title)) : clean(offer.title),
      description: summarise(offer),
      date: published,
      published,
      category: [offer.role.title, ...offer.skills.map((skill) => skill.name)].map((name) => ({
        name: clean(name),
        term: clean(name),
      })),
    });
  }
  if (format === 'json') return feed.json1();
  return format === 'atom' ? feed.atom1() : feed.rss2();
}

/** What a row of the list says, as two paragraphs of HTML. */
function summarise(offer: OfferRow): string {
  const best = bestPay(offer.pay);
  const amount = best && payAmount(best);
  const pay = best && amount ? `${amount} (${payTerms(best, offer.partTime)})` : 'Pay not stated';
  const facts = [
    offer.company.name,
    placesLabel(offer),
    offer.seniority && SENIORITY_LABELS[offer.seniority],
    WORKPLACE_LABELS[offer.workplace] + (offer.workplaceNote ? `, ${offer.workplaceNote}` : ''),
    pay,
  ].filter((fact) => fact !== undefined && fact !== null);
  const skills = offer.skills.map((skill) => skill.name);
  const lines = skills.length > 0 ? [facts.join(' · '), skills.join(', ')] : [facts.join(' · ')];
  return lines.map((line) => `<p>${escapeHtml(clean(line))}</p>`).join('');
}

/** Characters that XML 1.0 forbids, and the end of a CDATA section, which the writer would only mend once. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Text that can stand in a feed. */
export function clean(text: string): string {
  return text.replaceAll(NOT_XML, '').replaceAll(']]>', ']] >');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

export function startOfDay(now: Date): Date {
  return new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
}
