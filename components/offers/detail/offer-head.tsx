import { cx } from '@/components/ui/classes';
import { placesLabel } from '@/domain/offers/labels';
import type { OfferDetail } from '@/domain/offers/rules';

/** Title, company and place; the title of an offer that is no longer open is struck out. */
export function OfferHead({
  offer,
  closed,
  className,
}: {
  offer: OfferDetail;
  closed?: boolean;
  className?: string;
}) {
  const places = placesLabel(offer);
  return (
    <>
      <p className="mb-3 lg:col-start-1! lg:row-start-1 lg:mb-0 lg:pr-5">
        <a className="text-sm" href="/offers">
          ← All offers
        </a>
      </p>
      <header className={cx('pb-6 lg:col-start-2 lg:row-start-1', className)}>
        <h1
          className={cx(
            offer.title.length > 60 ? 'max-w-[34ch] text-xl md:text-2xl' : 'max-w-[22ch]',
            closed && 'text-ink-2',
          )}
        >
          {closed ? <s className="decoration-accent decoration-[3px]">{offer.title}</s> : offer.title}
        </h1>
        <p className="mt-2 text-lg text-ink-2">
          <a href={`/companies/${offer.company.slug}`}>{offer.company.name}</a>
          {places && `\u00a0\u00a0·\u00a0 ${places}`}
        </p>
      </header>
    </>
  );
}
