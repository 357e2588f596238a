import { MIN_OFFERS_PER_FIGURE } from '@/domain/market/rules';
import { formatDate, formatNumber, formatOffers } from '@/domain/offers/labels';

export type Rates = { asOf: string; source: string };

/** When something was counted, as the end of a caption. */
export function CountedOn({ at }: { at: string | null }) {
  return at === null ? null : <>Counted on {formatDate(at)}.</>;
}

/** Of how many offers pay is known. */
export function StatedOf({ stated, counted }: { stated: number; counted: number }) {
  return (
    <>
      {formatNumber(stated)} of {formatOffers(counted)} state their pay.
    </>
  );
}

/** From when and whom the exchange rates are. */
export function RatesOf({ rates }: { rates: Rates | null }) {
  return rates === null ? null : (
    <>
      Other currencies at the rates of {formatDate(rates.asOf)} ({rates.source}).
    </>
  );
}

/** Why something is not shown. */
export const TOO_FEW = `Where fewer than ${MIN_OFFERS_PER_FIGURE} offers state their pay, no figure is shown.`;
