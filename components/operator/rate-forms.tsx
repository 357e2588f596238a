'use client';

import { Button } from '@/components/ui/button';
import { Field, Input, TextArea } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Option } from '@/components/ui/option';
import { useForm } from '@/components/ui/use-form';

type RateFormProps = {
  action: FormAction;
  /** What the form begins with. */
  rate: { currency: string; perEur: string; asOf: string; source: string };
  today: string;
};

/** One rate, known or new. */
export function RateForm({ action, rate, today }: RateFormProps) {
  const { send, isPending, field, fault } = useForm(action, rate);
  return (
    <form action={send} className="grid max-w-160 gap-4 md:grid-cols-[8rem_10rem_1fr]">
      <Field id="currency" label="Currency" error={fault('currency')}>
        <Input {...field('currency')} maxLength={3} autoCapitalize="characters" spellCheck={false} />
      </Field>
      <Field id="perEur" label="For one euro" error={fault('perEur')}>
        <Input {...field('perEur')} inputMode="decimal" />
      </Field>
      <Field id="asOf" label="As of" error={fault('asOf')}>
        <Input {...field('asOf')} type="date" max={today} />
      </Field>
      <Field id="source" label="Source" error={fault('source')} className="md:col-span-3">
        <Input {...field('source')} maxLength={200} placeholder="European Central Bank, reference rates" />
      </Field>
      <Sure name="sure" fault={fault('sure')} />
      <p className="md:col-span-3">
        <Button type="submit" kind="go" disabled={isPending}>
          Save the rate
        </Button>
      </p>
    </form>
  );
}

const PASTED = ['pasted', 'pastedAsOf', 'pastedSource', 'pastedSure'];

/** Many rates at once, as copied from a table. Folded away until it is asked for, or has something to say. */
export function PasteForm({ action, today }: { action: FormAction; today: string }) {
  const { send, isPending, field, fault } = useForm(action, { pastedAsOf: today });
  return (
    <details open={PASTED.some(fault) || undefined}>
      <summary className="link-button">Paste many</summary>
      <form action={send} className="mt-4 grid max-w-160 gap-4 md:grid-cols-[11rem_1fr]">
        <Field
          id="pasted"
          label="Lines of currency and figure"
          hint="A semicolon, a comma or a tab between them."
          error={fault('pasted')}
          className="md:col-span-2"
        >
          <TextArea
            {...field('pasted')}
            rows={6}
            className="num"
            spellCheck={false}
            placeholder={'PLN;4.24\nCZK;24.3'}
          />
        </Field>
        <Field id="pastedAsOf" label="As of" error={fault('pastedAsOf')}>
          <Input {...field('pastedAsOf')} type="date" max={today} />
        </Field>
        <Field id="pastedSource" label="Source" error={fault('pastedSource')}>
          <Input {...field('pastedSource')} maxLength={200} />
        </Field>
        <Sure name="pastedSure" fault={fault('pastedSure')} />
        <p className="md:col-span-2">
          <Button type="submit" disabled={isPending}>
            Save the rates
          </Button>
        </p>
      </form>
    </details>
  );
}

/** Asked for only once a rate leaps. */
function Sure({ name, fault }: { name: string; fault: string | undefined }) {
  if (!fault) return null;
  return (
    <div className="col-span-full">
      <p id={`${name}-error`} role="alert" className="text-sm font-semibold text-accent-deep">
        {fault}
      </p>
      <Option name={name} value="yes" aria-describedby={`${name}-error`}>
        The figure is right
      </Option>
    </div>
  );
}
