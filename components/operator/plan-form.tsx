'use client';

import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Option } from '@/components/ui/option';
import { useForm } from '@/components/ui/use-form';

type PlanFormProps = {
  action: FormAction;
  code: string;
  /** As they would be typed. Terms that the plan does not have are left out. */
  terms: Record<'name' | 'price' | 'currency' | 'active', string> & { days?: string; creditDays?: string };
};

/** What a plan costs and gives. */
export function PlanForm({ action, code, terms }: PlanFormProps) {
  const { days, creditDays, ...others } = terms;
  const initial = { ...others, days: days ?? '', creditDays: creditDays ?? '' };
  const { send, isPending, value, fault, field } = useForm(action, initial);
  return (
    <form action={send} className="grid max-w-160 gap-5 md:grid-cols-2">
      <input type="hidden" name="code" value={code} />
      <Field id="name" label="Name" error={fault('name')} className="md:col-span-2">
        <Input {...field('name')} maxLength={60} />
      </Field>
      <Field id="price" label="Price, without tax" error={fault('price')}>
        <Input {...field('price')} inputMode="decimal" className="num" autoComplete="off" />
      </Field>
      <Field id="currency" label="Currency" error={fault('currency')}>
        <Input {...field('currency')} maxLength={3} autoCapitalize="characters" spellCheck={false} />
      </Field>
      {days !== undefined && (
        <Field id="days" label="Days on the list" error={fault('days')}>
          <Input {...field('days')} inputMode="numeric" className="num max-w-36" />
        </Field>
      )}
      {creditDays !== undefined && (
        <Field id="creditDays" label="Days until credits lapse" error={fault('creditDays')}>
          <Input {...field('creditDays')} inputMode="numeric" className="num max-w-36" />
        </Field>
      )}
      <div className="md:col-span-2">
        <Option name="active" value="on" defaultChecked={value('active') === 'on'}>
          For sale
        </Option>
      </div>
      <p className="md:col-span-2">
        <Button type="submit" kind="go" disabled={isPending}>
          Save the plan
        </Button>
      </p>
    </form>
  );
}
