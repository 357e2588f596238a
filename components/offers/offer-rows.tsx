import type { PayFigures, PayScale } from '@/domain/market/rules';
import { yearlyRange } from '@/domain/offers/labels';
import type { OfferRow as Offer } from '@/domain/offers/rules';
import { OfferRow } from './offer-row';

type OfferRowsProps = {
  rows: Offer[];
  pay: PayFigures;
  /** UTC day (YYYY-MM-DD) from which ages are counted. */
  today: string;
  /** Rank of the rows' headings; the list stands under a heading one rank above. */
  heading?: 'h2' | 'h3';
};

/** A list of offers under its column heads. */
export function OfferRows({ rows, pay, today, heading }: OfferRowsProps) {
  return (
    <>
      <div className="offers-head" aria-hidden="true">
        <span>Answer</span>
        <span>Offer</span>
        <span>Level</span>
        <span>Workplace</span>
        <span>Pay, bar {scaleLabel(pay.scale)}</span>
      </div>
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets Safari no longer takes it for a list */}
      <ul role="list" className="offers">
        {rows.map((offer) => (
          <OfferRow key={offer.id} offer={offer} pay={pay} today={today} heading={heading} />
        ))}
      </ul>
    </>
  );
}

/** "0–120k EUR a year". */
export function scaleLabel({ min, max }: PayScale): string {
  return yearlyRange(min, max);
}
