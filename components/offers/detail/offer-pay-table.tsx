import { PayBar, similarPay } from '@/components/offers/offer-pay';
import { scaleLabel } from '@/components/offers/offer-rows';
import type { PayFigures } from '@/domain/market/rules';
import {
  formatDate,
  formatNumber,
  formatThousands,
  PERIOD_LABELS,
  payAmount,
  TAX_LABELS,
} from '@/domain/offers/labels';
import { CONTRACT_LABELS, type OfferDetail, type OfferPay } from '@/domain/offers/rules';

/** The rate that was used to compare: units of `currency` for one EUR, of the day `asOf` (YYYY-MM-DD). */
export type Rate = { currency: string; perEur: number; asOf: string; source: string };

/** Pay under each contract, as stated and as EUR a year on the page's scale. */
export function OfferPayTable({ offer, pay, rates }: { offer: OfferDetail; pay: PayFigures; rates: Rate[] }) {
  const similar = similarPay(pay, offer);
  const stated = offer.pay.some((row) => row.statedMax !== null);
  if (!stated) {
    return (
      <p className="max-w-160 text-ink-2">
        Pay not stated.
        {similar &&
          ` Half of the ${formatNumber(similar.offers)} offers like it that state theirs pay ${formatThousands(similar.p25, similar.p75)} a year.`}
        {similar && <PayBar scale={pay.scale} from={similar.p25} to={similar.p75} hollow />}
      </p>
    );
  }
  return (
    <>
      <table className="ledger ledger-stack">
        <thead>
          <tr>
            <th scope="col">Contract</th>
            <th scope="col" className="figure">
              As stated
            </th>
            <th scope="col" className="figure">
              EUR a year
            </th>
            <th scope="col" className="w-1/3">
              <span className="md:pl-4">
                {scaleLabel(pay.scale)}
                {similar && ', red: median'}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {offer.pay.map((row) => (
            <PayRow key={row.contract} row={row} pay={pay} median={similar?.median} />
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-xs text-ink-3">{conversionNote(offer.pay, rates)}</p>
    </>
  );
}

function PayRow({ row, pay, median }: { row: OfferPay; pay: PayFigures; median: number | undefined }) {
  const amount = payAmount(row);
  const { yearlyEurMin: from, yearlyEurMax: to } = row;
  const known = from !== null && to !== null;
  return (
    <tr>
      <th scope="row">
        {CONTRACT_LABELS[row.contract]}
        {row.tax && <span className="block text-xs font-normal text-ink-3">{TAX_LABELS[row.tax]}</span>}
      </th>
      <td className="figure" data-label="As stated">
        <span>
          {amount ? <b>{amount}</b> : 'Not stated'}
          {amount && row.period && (
            <span className="block text-xs text-ink-3">{PERIOD_LABELS[row.period]}</span>
          )}
        </span>
      </td>
      {known ? (
        <td className="figure" data-label="EUR a year">
          {yearlyRange(row, from, to)}
        </td>
      ) : (
        <td />
      )}
      <td>
        {known && (
          <div className="pt-px md:pl-4">
            <PayBar scale={pay.scale} from={from} to={to} median={median} />
          </div>
        )}
      </td>
    </tr>
  );
}

/** Converted figures are rounded to a hundred: the rate behind them is no more exact. */
function yearlyRange({ currency, period }: OfferPay, from: number, to: number): string {
  const stated = currency === 'EUR' && period === 'year';
  const [low, high] = stated ? [from, to] : [Math.round(from / 100) * 100, Math.round(to / 100) * 100];
  return low === high ? formatNumber(high) : `${formatNumber(low)}–${formatNumber(high)}`;
}

function conversionNote(pay: OfferPay[], rates: Rate[]): string {
  const used = rates.filter((rate) => pay.some((row) => row.currency === rate.currency));
  const parts = used.map((rate) => `${formatNumber(rate.perEur)}\u00a0${rate.currency} for 1\u00a0EUR`);
  const [first] = used;
  const at = first
    ? ` Converted at ${parts.join(' and ')}, ${formatDate(first.asOf)} (${first.source}).`
    : '';
  const periods = pay.some((row) => row.period !== null && row.period !== 'year');
  const year = periods ? 'A year is 12 months, 220 days or 2\u00a0080 hours.' : '';
  return `${year}${at}`.trim();
}
