import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { Icon } from '@/components/ui/icons';
import { WORKPLACES } from '@/domain/offers/input';
import { WORKPLACE_LABELS } from '@/domain/offers/rules';

/** The way in: a plain GET form that leads to /offers. */
export function SearchForm() {
  return (
    <search>
      <form
        action="/offers"
        className="mt-8 grid max-w-[58rem] gap-3 md:grid-cols-[minmax(0,1.6fr)_minmax(0,0.9fr)_minmax(10rem,0.9fr)_auto] md:items-end"
      >
        <Field id="home-q" label="Role, skill or place">
          <Input id="home-q" name="q" maxLength={200} placeholder="Backend, Kotlin, Kraków" />
        </Field>
        <Field id="home-workplace" label="Workplace">
          <Select id="home-workplace" name="workplace">
            <option value="">Any</option>
            {WORKPLACES.toReversed().map((workplace) => (
              <option key={workplace} value={workplace}>
                {WORKPLACE_LABELS[workplace]}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="home-salary" label="Pay from, EUR a year">
          <Input
            id="home-salary"
            className="num"
            name="salary_min"
            inputMode="numeric"
            maxLength={9}
            placeholder={'60\u00a0000'}
          />
        </Field>
        <Button kind="go">
          <Icon name="search" />
          Find roles
        </Button>
      </form>
    </search>
  );
}
