import { Band } from '@/components/layout/band';
import { SignupFold } from '@/components/newsletter/signup-fold';
import type { SignupFormProps } from '@/components/newsletter/signup-form';
import { RemoveChip } from '@/components/ui/chip';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import type { PayFigures } from '@/domain/market/rules';
import { type OfferFilters, offersHref } from '@/domain/offers/input';
import { formatCount, formatOffers, SEPARATOR } from '@/domain/offers/labels';
import type { OfferRow } from '@/domain/offers/rules';
import { type NameOf, searchTitle } from '@/domain/offers/search-labels';
import type { FacetOption } from './facet-options';
import { type FacetKey, FilterForm } from './filter-form';
import { type NearestSearch, NoOffers } from './no-offers';
import { OfferRows } from './offer-rows';
import { activeFilters, clearFilters } from './search-words';
import { SortForm } from './sort-form';

export type SearchView = {
  filters: OfferFilters;
  result: {
    rows: OfferRow[];
    total: number;
    totalCapped: boolean;
    facets: Record<FacetKey, FacetOption[]>;
    corrected: string | null;
    page: number;
    pages: number;
  };
  /** Searches that find something, where this one finds nothing. */
  nearest: NearestSearch[];
  /** Names that the facets do not carry, by slug: companies, and roles as in "Backend offers". */
  names: { role: Record<string, string>; company: Record<string, string> };
  /** The search as an alert keeps it, and in words. */
  alert: { query: string; words: string };
  pay: PayFigures;
  /** UTC day, YYYY-MM-DD. */
  today: string;
};

type OfferSearchProps = SearchView & Pick<SignupFormProps, 'siteName' | 'guard'>;

/** A search of the offers, bare or filtered: filters in the margin, what they find on the sheet. */
export function OfferSearch({ siteName, guard, ...view }: OfferSearchProps) {
  const { filters, result, nearest, pay, today } = view;
  const active = activeFilters(filters, nameFrom(view));
  const [payStated] = result.facets.payStated;
  const onlyStated = filters.payStated || filters.salaryMin !== undefined;
  return (
    <Band
      className="lg:pt-10"
      lead={
        <>
          <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
            <div className="min-w-0">
              <h1>{viewTitle(view)}</h1>
              <p role="status" className="num mt-1.5 text-ink-2">
                {formatOffers(result.total, result.totalCapped)}
                {active.length > 0 && ' found'}
                {result.total > 0 && payStated && !onlyStated && (
                  <>
                    {SEPARATOR}
                    {formatCount(payStated.count, payStated.capped)} state their pay
                  </>
                )}
              </p>
            </div>
            <SignupFold
              id="alert"
              label="E-mail me new ones"
              title="Save as a job alert"
              topic={view.alert}
              siteName={siteName}
              guard={guard}
              from={offersHref({ ...filters, page: 1 })}
              kind="go"
              floats
            />
          </div>
          {result.corrected !== null && (
            <Notice kind="warn" className="mt-4 max-w-160">
              Nothing answers to “{filters.q}”. Showing results for <b>“{result.corrected}”</b>.
            </Notice>
          )}
        </>
      }
      side={<FilterForm filters={filters} facets={result.facets} inUse={active.length} />}
    >
      <div className="my-5 flex flex-wrap items-center gap-x-6 gap-y-3">
        {active.length > 0 && (
          // biome-ignore lint/a11y/noRedundantRoles: without bullets Safari no longer takes it for a list
          <ul role="list" className="flex flex-wrap gap-2" aria-label="Filters in use">
            {active.map((filter) => (
              <li key={`${filter.key} ${filter.value}`} className="min-w-0">
                <RemoveChip href={offersHref(filter.without)} label={filter.label} />
              </li>
            ))}
            <li>
              <a
                className="inline-flex min-h-8 items-center px-1 text-sm"
                href={offersHref(clearFilters(filters))}
              >
                Clear all
              </a>
            </li>
          </ul>
        )}
        {result.total > 0 && (
          <div className="ml-auto max-md:ml-0">
            <SortForm filters={filters} />
          </div>
        )}
      </div>
      <h2 className="sr-only">Offers</h2>
      {result.total > 0 ? (
        <OfferRows rows={result.rows} pay={pay} today={today} />
      ) : (
        <NoOffers active={active} nearest={nearest} />
      )}
      <Pager
        page={result.page}
        pages={result.pages}
        capped={result.totalCapped}
        href={(page) => offersHref({ ...filters, page })}
      />
    </Band>
  );
}

/** What the search is called, in its heading and in the window's title. */
export function viewTitle(view: SearchView): string {
  const nameOf = nameFrom(view);
  // The facets call it "Backend developer", the title "Backend offers".
  return searchTitle(view.filters, (key, value) =>
    key === 'role' ? view.names.role[value] : nameOf(key, value),
  );
}

function nameFrom({ result, names }: SearchView): NameOf {
  return (key, value) =>
    key === 'company'
      ? names.company[value]
      : result.facets[key].find((option) => option.value === value)?.label;
}
