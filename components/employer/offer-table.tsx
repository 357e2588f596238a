import { Status } from '@/components/ui/status';
import { formatNumber, placesLabel } from '@/domain/offers/labels';
import { type BoardOffer, COUNTED_DAYS, WORKPLACE_LABELS } from '@/domain/offers/rules';
import { OfferActions, type OfferActs } from './offer-actions';
import { applyRate, changeOf, changeSentence, endOf, shortDay, stateOf } from './offer-words';
import { Sparkline } from './sparkline';

type OfferTableProps = {
  offers: (BoardOffer & { isEditable: boolean })[];
  acts: OfferActs;
  /** UTC day (YYYY-MM-DD). */
  today: string;
  /** Path to come back to. */
  back: string;
};

/** The company's offers with what they draw; blocks instead of rows on small screens. */
export function OfferTable({ offers, acts, today, back }: OfferTableProps) {
  return (
    <table className="ledger ledger-stack [&_thead_th]:whitespace-nowrap">
      <caption className="sr-only">Your offers, counts of the last {COUNTED_DAYS} days</caption>
      <thead>
        <tr>
          <th scope="col">Offer</th>
          <th scope="col">Status</th>
          <th scope="col" className="figure">
            Views
          </th>
          <th scope="col" className="figure">
            Applies
          </th>
          <th scope="col">Confirmed</th>
          <th scope="col">Ends</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {offers.map((offer) => (
          <Row key={offer.id} offer={offer} acts={acts} today={today} back={back} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  offer,
  acts,
  today,
  back,
}: Omit<OfferTableProps, 'offers'> & { offer: OfferTableProps['offers'][number] }) {
  const state = stateOf(offer);
  const end = endOf(offer, today);
  const isOut = offer.publishedAt !== null;
  const where = [placesLabel(offer), WORKPLACE_LABELS[offer.workplace].toLowerCase()].filter(Boolean);
  const rate = applyRate(offer.views.now, offer.applies.now);
  return (
    <tr>
      <th scope="row" className="md:min-w-36 xl:min-w-44">
        <a href={`/employer/offers/${offer.id}`}>{offer.title}</a>
        <span className="block text-xs font-normal text-ink-3">{where.join(', ')}</span>
      </th>
      <td className="[overflow-wrap:normal] xl:whitespace-nowrap">
        <Status kind={state.kind}>{state.label}</Status>
      </td>
      <td className="figure" data-label="Views">
        {isOut ? (
          <span>
            {formatNumber(offer.views.now)}
            <Change trend={offer.views} />
            <span className="block text-ink-3 max-md:ml-3 max-md:inline">
              <Sparkline days={offer.daily} />
            </span>
          </span>
        ) : (
          '–'
        )}
      </td>
      <td className="figure" data-label="Applies">
        {isOut ? (
          <span>
            {formatNumber(offer.applies.now)}
            <Change trend={offer.applies} />
            {rate && (
              <span className="block text-xs text-ink-3 max-md:ml-2 max-md:inline">
                {rate}
                <span className="sr-only"> of the views</span>
              </span>
            )}
          </span>
        ) : (
          '–'
        )}
      </td>
      <td className="num whitespace-nowrap" data-label="Confirmed">
        {shortDay(offer.confirmedAt)}
      </td>
      <td className="num whitespace-nowrap" data-label="Ends">
        <span>
          {end.day && shortDay(end.day)}
          {end.note && <span className="block text-xs text-ink-3 max-md:ml-2 max-md:inline">{end.note}</span>}
          {!end.day && !end.note && '–'}
        </span>
      </td>
      <td className="[overflow-wrap:normal] md:w-24 md:pt-1.5! xl:w-40">
        <OfferActions offer={offer} acts={acts} isEditable={offer.isEditable} back={back} />
      </td>
    </tr>
  );
}

/** The change in two characters' width, as a sentence for screen readers. */
function Change({ trend }: { trend: BoardOffer['views'] }) {
  const change = changeOf(trend);
  if (change === null || change === 'the same') return null;
  return (
    <>
      <span aria-hidden="true" className="ml-1.5 text-xs text-ink-3">
        {change}
      </span>
      <span className="sr-only">, {changeSentence(trend, COUNTED_DAYS)}</span>
    </>
  );
}
