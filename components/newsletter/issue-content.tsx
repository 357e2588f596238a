import { OfferRows } from '@/components/offers/offer-rows';
import type { PayFigures } from '@/domain/market/rules';
import type { ContentBlock } from '@/domain/newsletter/issue-input';
import { formatCount, formatThousands, yearlyRange } from '@/domain/offers/labels';

/** A block of an issue whose Markdown was made HTML of the offers' allowlist. */
export type ShownBlock = Exclude<ContentBlock, { kind: 'text' }> | { kind: 'html'; html: string };

type IssueContentProps = {
  blocks: ShownBlock[];
  pay: PayFigures;
  /** UTC day of the issue: ages are as they were. */
  day: string;
};

/** An issue as its page in the archive shows it. */
export function IssueContent({ blocks, pay, day }: IssueContentProps) {
  return (
    <div className="mt-8">
      {/* Headings of the text and of offers are of the third rank. */}
      <h2 className="sr-only">The issue</h2>
      {blocks.map((block, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are never reordered
        <div key={n} className="mt-8">
          <Block block={block} pay={pay} day={day} />
        </div>
      ))}
    </div>
  );
}

function Block({ block, pay, day }: { block: ShownBlock; pay: PayFigures; day: string }) {
  switch (block.kind) {
    case 'html':
      // Sanitised where it was made.
      // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
      return <div className="prose" dangerouslySetInnerHTML={{ __html: block.html }} />;
    case 'offer':
      return <OfferRows rows={[block.offer]} pay={pay} today={day} heading="h3" />;
    case 'offers':
      return (
        <>
          {block.which === 'featured' && <h2 className="mb-4">Promoted offers</h2>}
          <OfferRows rows={block.offers} pay={pay} today={day} heading="h3" />
          {block.which === 'latest' && (
            <p className="mt-4 text-sm">
              <a href={block.href}>See all that fit today</a>
            </p>
          )}
        </>
      );
    case 'figures':
      return (
        <>
          <h2>What {block.role.plural.toLowerCase()} were paid</h2>
          <p className="mt-2 max-w-160">
            {formatCount(block.offers)} {block.offers === 1 ? 'offer was' : 'offers were'} open.{' '}
            {block.pay &&
              `Half of those that stated their pay offered ${yearlyRange(block.pay.p25, block.pay.p75)}; the middle one ${formatThousands(block.pay.median, block.pay.median)}. `}
            <a href={`/roles/${block.role.slug}`}>More about the role</a>
          </p>
        </>
      );
  }
}
