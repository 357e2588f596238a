'use client';

import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { useForm } from '@/components/ui/use-form';

/** Asks for another address to sign in with. */
export function EmailForm({ action }: { action: FormAction }) {
  const { send, isPending, fault, field } = useForm(action);
  return (
    <form action={send} noValidate className="mt-4 max-w-112">
      <Field
        id="email"
        label="New e-mail"
        hint="We write to both addresses. The change is made when both have agreed."
        error={fault('email')}
      >
        <Input {...field('email')} type="email" autoComplete="email" required />
      </Field>
      <Button type="submit" className="mt-4" disabled={isPending}>
        Change the address
      </Button>
    </form>
  );
}
