import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { Icon } from '@/components/ui/icons';
import { Option } from '@/components/ui/option';
import { type OfferFilters, POSTED_DAYS } from '@/domain/offers/input';
import { formatCount } from '@/domain/offers/labels';
import { postedLabel } from '@/domain/offers/search-labels';
import { type FacetOption, FacetOptions, FilterGroup } from './facet-options';

export type FacetKey =
  | 'role'
  | 'skill'
  | 'seniority'
  | 'workplace'
  | 'contract'
  | 'city'
  | 'country'
  | 'payStated';

type FilterFormProps = {
  filters: OfferFilters;
  facets: Record<FacetKey, FacetOption[]>;
  /** Filters in use. */
  inUse: number;
};

/** A plain GET form: in the margin on wide screens, folded away under its summary on small ones. */
export function FilterForm({ filters, facets, inUse }: FilterFormProps) {
  const [payStated] = facets.payStated;
  return (
    <details className="filters">
      <summary>
        <Icon name="filters" />
        {inUse > 0 ? `Filters, ${inUse} in use` : 'Filters'}
        <Icon name="down" className="ml-auto" />
      </summary>
      <search aria-label="Offers">
        <form action="/offers">
          <Field id="q" label="Role, skill or company" className="pb-4">
            <div className="relative">
              <Input
                id="q"
                name="q"
                type="search"
                defaultValue={filters.q}
                maxLength={200}
                className="pr-11"
              />
              <button
                type="submit"
                aria-label="Search"
                className="absolute top-0 right-0 grid size-11 cursor-pointer place-items-center hover:text-accent"
              >
                <Icon name="search" />
              </button>
            </div>
          </Field>
          <FacetOptions legend="Role" name="role" plural="roles" options={facets.role} />
          <FacetOptions legend="Workplace" name="workplace" plural="workplaces" options={facets.workplace} />
          <FacetOptions legend="Level" name="seniority" plural="levels" options={facets.seniority} />
          <FilterGroup legend="Pay">
            <Field id="salary_min" label="From, EUR a year" className="[&>label]:font-normal">
              <Input
                id="salary_min"
                name="salary_min"
                inputMode="numeric"
                autoComplete="off"
                maxLength={12}
                placeholder="60 000"
                defaultValue={filters.salaryMin}
                className="num"
              />
            </Field>
            {payStated && (
              <div className="mt-2">
                <Option
                  name="pay"
                  value="stated"
                  defaultChecked={filters.payStated}
                  count={formatCount(payStated.count, payStated.capped)}
                >
                  Only offers that state pay
                </Option>
              </div>
            )}
          </FilterGroup>
          <FacetOptions legend="Contract" name="contract" plural="contracts" options={facets.contract} />
          <FacetOptions legend="Skills" name="skill" plural="skills" options={facets.skill} />
          <FacetOptions legend="Cities" name="city" plural="cities" options={facets.city} />
          <FacetOptions legend="Countries" name="country" plural="countries" options={facets.country} />
          <Field id="posted" label="Posted" className="border-t border-rule pt-3 pb-4">
            <Select id="posted" name="posted" defaultValue={filters.posted ?? ''}>
              <option value="">At any time</option>
              {POSTED_DAYS.map((days) => (
                <option key={days} value={days}>
                  {postedLabel(days)}
                </option>
              ))}
            </Select>
          </Field>
          {filters.company.map((company) => (
            <input key={company} type="hidden" name="company" value={company} />
          ))}
          {filters.sort && <input type="hidden" name="sort" value={filters.sort} />}
          <Button kind="ink" type="submit" className="w-full">
            Show offers
          </Button>
        </form>
      </search>
    </details>
  );
}
