'use client';

import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { useForm } from '@/components/ui/use-form';

/** An address and a role. */
export function InviteForm({ action, company }: { action: FormAction; company: string }) {
  const { send, isPending, value, fault, field } = useForm(action, { role: 'recruiter' });
  return (
    <form action={send} noValidate className="mt-4 max-w-160">
      <input type="hidden" name="company" value={company} />
      <div className="grid gap-5 md:grid-cols-[minmax(0,1fr)_11rem]">
        <Field
          id="email"
          label="Their e-mail"
          hint="The invitation is for this address alone."
          error={fault('email')}
        >
          <Input {...field('email')} type="email" autoComplete="off" required />
        </Field>
        <Field id="role" label="As">
          <Select key={value('role')} {...field('role')}>
            <option value="recruiter">Recruiter</option>
            <option value="owner">Owner</option>
          </Select>
        </Field>
      </div>
      <Button type="submit" kind="go" className="mt-5" disabled={isPending}>
        Send the invitation
      </Button>
    </form>
  );
}
