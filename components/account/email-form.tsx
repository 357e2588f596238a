'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { useForm } from '@/components/ui/use-form';

type EmailFormProps = {
  action: FormAction;
  label: string;
  hint?: string;
  /** What the button says. */
  submit: string;
  kind?: 'go';
  /** Hidden fields. */
  children?: ReactNode;
};

/** Asks for one address. */
export function EmailForm({ action, label, hint, submit, kind, children }: EmailFormProps) {
  const { send, isPending, fault, field } = useForm(action);
  return (
    <form action={send} noValidate className="mt-4 max-w-112">
      {children}
      <Field id="email" label={label} hint={hint} error={fault('email')}>
        <Input {...field('email')} type="email" autoComplete="email" required />
      </Field>
      <Button type="submit" kind={kind} className="mt-4" disabled={isPending}>
        {submit}
      </Button>
    </form>
  );
}
