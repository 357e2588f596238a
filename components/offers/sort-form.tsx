import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { type OfferFilters, offerFiltersToQuery, SORTS } from '@/domain/offers/input';
import { SORT_LABELS } from './search-words';

/** The order of a list, with a button of its own: it works without scripts. Keeps the search, not the page. */
export function SortForm({ filters }: { filters: OfferFilters }) {
  const search = [...offerFiltersToQuery({ ...filters, sort: undefined, page: 1 })];
  // "Best match" says something only where there are words to match.
  const sorts = SORTS.filter((sort) => sort !== 'relevance' || filters.q !== undefined);
  const order = filters.sort ?? (filters.q === undefined ? 'newest' : 'relevance');
  return (
    <form action="/offers" className="flex items-center gap-2 text-sm">
      {search.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="sort" className="text-ink-3">
        Sort by
      </label>
      <Select small id="sort" name="sort" defaultValue={order} className="w-auto">
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {SORT_LABELS[sort]}
          </option>
        ))}
      </Select>
      <Button small type="submit">
        Sort
      </Button>
    </form>
  );
}
