'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';

type State = { email: string; fault: string | null };

type SignInFormProps = {
  action: (state: State, form: FormData) => Promise<State>;
  /** Path to go on to. */
  next: string;
};

/** An address and a button. Works without JavaScript; what was typed comes back with what is wrong with it. */
export function SignInForm({ action, next }: SignInFormProps) {
  const [{ email, fault }, send, isPending] = useActionState(action, { email: '', fault: null });
  return (
    <form action={send} noValidate className="mt-6">
      <input type="hidden" name="next" value={next} />
      <Field id="email" label="Work e-mail" error={fault ?? undefined}>
        <Input
          id="email"
          name="email"
          type="email"
          key={email}
          defaultValue={email}
          autoComplete="email"
          required
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : 'email-error'}
          // The field at fault, after the form came back.
          autoFocus={fault !== null}
        />
      </Field>
      <Button type="submit" kind="go" className="mt-5 w-full" disabled={isPending}>
        E-mail me a sign-in link
      </Button>
    </form>
  );
}
