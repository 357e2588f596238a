import { similarPay } from '@/components/offers/offer-pay';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import type { PayFigures } from '@/domain/market/rules';
import { bestPay, formatNumber, formatThousands, payAmount, payTerms } from '@/domain/offers/labels';
import { type OfferDetail, SENIORITY_LABELS } from '@/domain/offers/rules';
import { CopyLink } from './copy-link';

type ApplyPanelProps = {
  offer: OfferDetail;
  pay: PayFigures /** Absolute address of the page. */;
  url: string;
};

/** A longer name would make three lines of the button. */
const MOST_LETTERS = 32;

/** What it pays, how that compares, and the way to apply, share or report. */
export function ApplyPanel({ offer, pay, url }: ApplyPanelProps) {
  const best = bestPay(offer.pay);
  const amount = best && payAmount(best);
  const similar = similarPay(pay, offer);
  const { name } = offer.company;
  const subject = encodeURIComponent(`${offer.title}, ${name}`);
  return (
    <div className="border-t-3 border-b border-ink py-4.5">
      {best && amount ? (
        <>
          <p className="text-xs text-ink-3">{payTerms(best, offer.partTime)}</p>
          <p className="num mt-0.5 font-serif text-xl leading-8">{amount}</p>
          <p className="mt-1 text-sm text-ink-2">{comparePay(offer, pay)}</p>
        </>
      ) : (
        <>
          <p className="font-serif text-xl leading-8">Pay not stated</p>
          {similar && (
            <p className="mt-1 text-sm text-ink-2">
              Offers like it pay {formatThousands(similar.p25, similar.p75)} a year.
            </p>
          )}
        </>
      )}
      <ButtonLink kind="go" className="mt-4 w-full" href={`/offers/${offer.slug}/apply`} rel="nofollow">
        {name.length > MOST_LETTERS ? 'Apply' : `Apply at ${name}`}
        <Icon name={offer.applyBy === 'email' ? 'mail' : 'outward'} />
      </ButtonLink>
      <p className="mt-2 text-xs text-ink-3">
        {offer.applyBy === 'email'
          ? 'By e-mail: the next page shows the address.'
          : 'Takes you to the page where they receive applications.'}
      </p>
      <p className="mt-3 flex flex-wrap justify-between gap-x-4 gap-y-1">
        <CopyLink href={url} />
        <a className="link-button" href={`mailto:?subject=${subject}&body=${encodeURIComponent(url)}`}>
          <Icon name="mail" />
          E-mail it
        </a>
        <a className="link-button" href={`/offers/${offer.slug}/report`} rel="nofollow">
          <Icon name="flag" />
          Report
        </a>
      </p>
    </div>
  );
}

/** Within so much of the median, pay is said to be at it. */
const NEAR = 0.03;

/** The best pay as EUR a year, and beside the median of its role and level where that is known. */
function comparePay(offer: OfferDetail, pay: PayFigures): string {
  const best = bestPay(offer.pay);
  if (!best || best.yearlyEurMin === null || best.yearlyEurMax === null) return '';
  const yearly =
    best.currency === 'EUR' && best.period === 'year'
      ? ''
      : `About ${formatThousands(best.yearlyEurMin, best.yearlyEurMax)} a year. `;
  const similar = similarPay(pay, offer);
  if (!similar) return yearly;
  const ratio = (best.yearlyEurMin + best.yearlyEurMax) / 2 / similar.median;
  const side = ratio > 1 + NEAR ? 'Above' : ratio < 1 - NEAR ? 'Below' : 'At';
  const level = offer.seniority ? `${SENIORITY_LABELS[offer.seniority].toLowerCase()} ` : '';
  return `${yearly}${side} the median of ${formatNumber(similar.offers)} ${level}offers in this role, ${formatNumber(similar.median)}\u00a0EUR.`;
}
