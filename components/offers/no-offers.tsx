import { Blank } from '@/components/ui/blank';
import { type OfferFilters, offersHref } from '@/domain/offers/input';
import { formatOffers } from '@/domain/offers/labels';
import type { ActiveFilter } from './search-words';

/** A search near the one that found nothing, and the filters it leaves out. */
export type NearestSearch = {
  filters: OfferFilters;
  dropped: (keyof OfferFilters)[];
  total: number;
  totalCapped: boolean;
};

const or = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** What a nearer search leaves out: "Any level instead of Senior or Lead, any pay". */
export function nearestLabel(dropped: (keyof OfferFilters)[], active: ActiveFilter[]): string {
  const phrases = dropped.map((key) => {
    const labels = active.filter((filter) => filter.key === key).map((filter) => filter.label);
    return widened(key, or.format(labels));
  });
  const sentence = phrases.join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function widened(key: keyof OfferFilters, was: string): string {
  switch (key) {
    case 'q':
      return `without ${was}`;
    case 'salaryMin':
      return 'any pay';
    case 'payStated':
      return 'pay stated or not';
    case 'posted':
      return 'posted at any time';
    case 'seniority':
      return `any level instead of ${was}`;
    default:
      return `any ${key} instead of ${was}`;
  }
}

type NoOffersProps = { active: ActiveFilter[]; nearest: NearestSearch[] };

/** The blank register, with the nearest searches that do find something. */
export function NoOffers({ active, nearest }: NoOffersProps) {
  if (active.length === 0) {
    return (
      <Blank title="Nobody is on the register yet.">
        <p>Offers appear here within a second of being published.</p>
      </Blank>
    );
  }
  return (
    <Blank title="Nobody answered to that description.">
      {nearest.length > 0 && (
        <>
          <p>Each of these would bring some back:</p>
          <ul>
            {nearest.map(({ filters, dropped, total, totalCapped }) => (
              <li key={offersHref(filters)}>
                <a href={offersHref(filters)}>{nearestLabel(dropped, active)}</a>{' '}
                <span className="num text-ink-3">{formatOffers(total, totalCapped)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        Or look through <a href="/offers">all offers</a>.
      </p>
    </Blank>
  );
}
