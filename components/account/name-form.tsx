'use client';

import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { useForm } from '@/components/ui/use-form';

/** What colleagues and invited people read. */
export function NameForm({ action, name }: { action: FormAction; name: string }) {
  const { send, isPending, fault, field } = useForm(action, { name });
  return (
    <form action={send} noValidate className="mt-4 max-w-112">
      <Field
        id="name"
        label="Your name"
        hint="Colleagues read it, and people whom you invite."
        error={fault('name')}
      >
        <Input {...field('name')} autoComplete="name" />
      </Field>
      <Button type="submit" className="mt-4" disabled={isPending}>
        Save the name
      </Button>
    </form>
  );
}
