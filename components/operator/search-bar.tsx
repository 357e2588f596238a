import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';

/** A search of the console: a GET form, so that what was found has an address. */
export function SearchBar({ action, children }: { action: string; children: ReactNode }) {
  return (
    <search>
      <form action={action} className="mb-7 flex flex-wrap items-end gap-x-4 gap-y-3">
        {children}
        <Button type="submit" kind="ink">
          Search
        </Button>
      </form>
    </search>
  );
}

type SearchFieldProps = { label: string; value: string | undefined; placeholder?: string };

export function SearchField({ label, value, placeholder }: SearchFieldProps) {
  return (
    <Field id="q" label={label} className="min-w-48 flex-1 md:max-w-96">
      <Input id="q" name="q" type="search" defaultValue={value} placeholder={placeholder} maxLength={200} />
    </Field>
  );
}

type SearchChoiceProps = {
  name: string;
  label: string;
  value: string | undefined;
  /** What the empty choice is called; none where one has to be chosen. */
  any?: string;
  options: readonly { value: string; label: string }[];
};

export function SearchChoice({ name, label, value, any, options }: SearchChoiceProps) {
  return (
    <Field id={name} label={label} className="min-w-40">
      <Select id={name} name={name} defaultValue={value ?? ''}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
