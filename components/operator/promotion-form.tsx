'use client';

import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import { useForm } from '@/components/ui/use-form';

/** A new code that buyers may type. */
export function PromotionForm({ action, today }: { action: FormAction; today: string }) {
  const { send, isPending, message, fault, field } = useForm(action);
  const described = (name: string) => (fault(name) ? `${name}-hint ${name}-error` : `${name}-hint`);
  return (
    <form action={send} className="grid max-w-160 items-start gap-5 md:grid-cols-2">
      {message && (
        <Notice role="alert" className="md:col-span-2">
          <p>{message.text}</p>
        </Notice>
      )}
      <Field id="code" label="Code" error={fault('code')}>
        <Input
          {...field('code')}
          maxLength={40}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <Field id="percent" label="Per cent off" error={fault('percent')}>
        <Input {...field('percent')} inputMode="numeric" className="num max-w-36" autoComplete="off" />
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
