import type { ListFooter } from '@/domain/mail/input';
import { formatCount, formatThousands, yearlyRange } from '@/domain/offers/labels';
import type { OfferRow } from '@/domain/offers/rules';
import type { ContentBlock, IssueLetter, LetterBlock } from './issue-input';
import { toMailOffer } from './mail-offers';

type Letterhead = {
  siteUrl: string;
  footer: ListFooter;
  /** In the archive; null where it is not there yet. */
  slug: string | null;
  now: Date;
  /** What a web address becomes, so that clicks on it are counted. */
  count: (url: string) => string;
};

/** What the mail of an issue says. */
export function writeLetter(
  { subject, preview, blocks }: { subject: string; preview: string; blocks: ContentBlock[] },
  { siteUrl, footer, slug, now, count }: Letterhead,
): IssueLetter {
  const path = (there: string) => count(`${siteUrl}${there}`);
  const offers = (rows: OfferRow[]) =>
    rows.map((row) => {
      const offer = toMailOffer(row, siteUrl, now);
      return { ...offer, url: count(offer.url) };
    });

  function writeBlock(block: ContentBlock): LetterBlock {
    switch (block.kind) {
      case 'text':
        return block;
      case 'offer':
        return { kind: 'offers', title: null, offers: offers([block.offer]), allUrl: null };
      case 'offers': {
        const featured = block.which === 'featured';
        return {
          kind: 'offers',
          title: featured ? 'Promoted offers' : null,
          offers: offers(block.offers),
          allUrl: featured ? null : path(block.href),
        };
      }
      case 'figures': {
        const { role, pay } = block;
        return {
          kind: 'figures',
          title: `What ${role.plural.toLowerCase()} are paid`,
          offers: `${formatCount(block.offers)} ${block.offers === 1 ? 'offer is' : 'offers are'} open.`,
          pay: pay
            ? `Half of those that state their pay offer ${yearlyRange(pay.p25, pay.p75)}; the middle one ${formatThousands(pay.median, pay.median)}.`
            : 'Too few of them state their pay to say what is usual.',
          url: path(`/roles/${role.slug}`),
        };
      }
    }
  }

  return {
    subject,
    preview,
    blocks: blocks.map(writeBlock),
    footer,
    webUrl: slug && `${siteUrl}/newsletter/archive/${slug}`,
    href: (url) => linkOf(url, siteUrl, count),
  };
}

/** Web and mail addresses, and paths of ours. */
function linkOf(url: string, siteUrl: string, count: (url: string) => string): string | undefined {
  const found = URL.parse(url, `${siteUrl}/`);
  if (found?.protocol === 'mailto:') return found.href;
  return found && /^https?:$/.test(found.protocol) ? count(found.href) : undefined;
}
