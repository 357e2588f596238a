'use client';

import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import { useForm } from '@/components/ui/use-form';

type NewCompanyFormProps = {
  action: FormAction;
  values: Record<string, string>;
  /** Path to go on to, if there is one. */
  next: string;
  /** Whether companies of that name or website are shown: then this makes another one. */
  hasMatches: boolean;
};

/** Name and website of a company that is new here, or may be. */
export function NewCompanyForm({ action, values, next, hasMatches }: NewCompanyFormProps) {
  const { send, isPending, message, fault, field } = useForm(action, values);
  return (
    <form action={send} noValidate className="mt-5 max-w-112">
      {message && (
        <Notice kind={message.kind} role="alert" className="mb-6">
          <p>{message.text}</p>
        </Notice>
      )}
      <input type="hidden" name="next" value={next} />
      {/* Only what was looked up can be none of these; anything else is looked up first. */}
      <input type="hidden" name="seen" value={hasMatches ? `${values.name}\n${values.website}` : ''} />
      <div className="grid gap-5">
        <Field id="name" label="Company" error={fault('name')}>
          <Input {...field('name')} autoComplete="organization" required />
        </Field>
        <Field id="website" label="Website" hint="Nothing, if there is none." error={fault('website')}>
          <Input {...field('website')} type="url" inputMode="url" placeholder="https://" />
        </Field>
      </div>
      <p className="mt-6 flex flex-wrap gap-3">
        <Button type="submit" kind={hasMatches ? 'line' : 'go'} disabled={isPending}>
          {hasMatches ? 'Look again' : 'Go on'}
        </Button>
        {hasMatches && (
          <Button type="submit" name="distinct" value="yes" disabled={isPending}>
            It is none of these: make a new one
          </Button>
        )}
      </p>
    </form>
  );
}
