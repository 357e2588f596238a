'use client';

import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import { useForm } from '@/components/ui/use-form';

type PromotionFormProps = {
  action: FormAction;
  /** UTC day (YYYY-MM-DD). */
  today: string;
  /** Those of the plans, ISO 4217: an amount is off plans of its own currency. */
  currencies: string[];
};

/** A new code that buyers may type. */
export function PromotionForm({ action, today, currencies }: PromotionFormProps) {
  const { send, isPending, message, fault, field } = useForm(action);
  const described = (name: string) => (fault(name) ? `${name}-hint ${name}-error` : `${name}-hint`);
  return (
    <form action={send} className="grid max-w-160 items-start gap-5 md:grid-cols-2">
      {message && (
        <Notice role="alert" className="md:col-span-2">
          <p>{message.text}</p>
        </Notice>
      )}
      <Field id="code" label="Code" error={fault('code')} className="md:col-span-2">
        <Input
          {...field('code')}
          className="md:max-w-77"
          maxLength={40}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <Field id="percent" label="Per cent off" error={fault('percent')}>
        <Input {...field('percent')} inputMode="numeric" className="num max-w-36" autoComplete="off" />
      </Field>
      <Field
        id="amount"
        label={currencies.length === 1 ? `Or an amount off, ${currencies[0]}` : 'Or an amount off'}
        hint="Off the price before tax."
        error={fault('amount')}
      >
        <span className="flex gap-2">
          <Input
            {...field('amount')}
            aria-describedby={described('amount')}
            inputMode="decimal"
            className="num max-w-36"
            autoComplete="off"
          />
          {currencies.length > 1 && (
            <Select {...field('currency')} aria-label="Currency" className="max-w-28">
              {currencies.map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </Select>
          )}
        </span>
      </Field>
      <Field id="uses" label="How often in all" hint="Empty: as often as buyers like." error={fault('uses')}>
        <Input
          {...field('uses')}
          aria-describedby={described('uses')}
          inputMode="numeric"
          className="num max-w-36"
          autoComplete="off"
        />
      </Field>
      <Field id="endsAt" label="Last day, UTC" hint="Empty: until you end it." error={fault('endsAt')}>
        <Input {...field('endsAt')} aria-describedby={described('endsAt')} type="date" min={today} />
      </Field>
      <p className="md:col-span-2">
        <Button type="submit" kind="go" disabled={isPending}>
          Make the code
        </Button>
      </p>
    </form>
  );
}
