import {
  ALL_LEVELS,
  MIN_OFFERS_PER_FIGURE,
  type PayFigure,
  type PayFigures,
  type PayScale,
} from '@/domain/market/rules';
import { bestPay, payAmount, payTerms, yearlyRange } from '@/domain/offers/labels';
import type { OfferRow } from '@/domain/offers/rules';

/** What live offers of that role and level pay, where enough of them say so. */
export function similarPay(
  figures: PayFigures,
  { role, seniority }: Pick<OfferRow, 'role' | 'seniority'>,
): PayFigure | undefined {
  const figure = figures.byRole[role.slug]?.[seniority ?? ALL_LEVELS];
  return figure && figure.offers >= MIN_OFFERS_PER_FIGURE ? figure : undefined;
}

/** The best pay as stated, its terms, and the bar; or what similar offers pay. */
export function OfferPay({ offer, pay }: { offer: OfferRow; pay: PayFigures }) {
  const similar = similarPay(pay, offer);
  const best = bestPay(offer.pay);
  const amount = best && payAmount(best);
  if (best && amount) {
    return (
      <div className="offer-pay">
        <b>{amount}</b>
        <small>{payTerms(best, offer.partTime)}</small>
        {best.yearlyEurMin !== null && best.yearlyEurMax !== null && (
          <PayBar
            scale={pay.scale}
            from={best.yearlyEurMin}
            to={best.yearlyEurMax}
            median={similar?.median}
          />
        )}
      </div>
    );
  }
  return (
    <div className="offer-pay">
      <span className="text-ink-2">Pay not stated</span>
      {similar && (
        <>
          <small>similar roles: {yearlyRange(similar.p25, similar.p75)}</small>
          <PayBar scale={pay.scale} from={similar.p25} to={similar.p75} hollow />
        </>
      )}
    </div>
  );
}

type PayBarProps = {
  scale: PayScale;
  /** Whole EUR a year, as are `to` and `median`. */
  from: number;
  to: number;
  median?: number;
  /** An estimate, not a statement. */
  hollow?: boolean;
};

/** A range on the page's scale. The figures stand beside it as text, hence hidden from screen readers. */
export function PayBar({ scale, from, to, median, hollow }: PayBarProps) {
  const style: Record<`--${string}`, string> = { '--from': share(from, scale), '--to': share(to, scale) };
  if (median !== undefined) style['--median'] = share(median, scale);
  return <span className={hollow ? 'pay-bar pay-bar-hollow' : 'pay-bar'} style={style} aria-hidden="true" />;
}

function share(value: number, { min, max }: PayScale): string {
  const percent = ((value - min) / (max - min)) * 100;
  return `${Math.round(Math.min(100, Math.max(0, percent)) * 10) / 10}%`;
}
