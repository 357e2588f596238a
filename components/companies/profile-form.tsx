'use client';

import { Button } from '@/components/ui/button';
import { Field, Input, Select, TextArea } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import { useForm } from '@/components/ui/use-form';

type ProfileFormProps = {
  action: FormAction;
  /** Slug of the company that the form is about. */
  company: string;
  values: Record<string, string>;
  sizes: string[];
};

/** What a company says of itself. */
export function ProfileForm({ action, company, values, sizes }: ProfileFormProps) {
  const { send, isPending, message, value, fault, field } = useForm(action, values);
  return (
    <form action={send} noValidate className="mt-6 max-w-160">
      {message && (
        <Notice kind={message.kind} role="alert" className="mb-6">
          <p>{message.text}</p>
        </Notice>
      )}
      <input type="hidden" name="company" value={company} />
      <div className="grid gap-6">
        <Field
          id="name"
          label="Name"
          hint="As people say it. The legal form may stay away."
          error={fault('name')}
        >
          <Input {...field('name')} autoComplete="organization" required />
        </Field>
        <Field id="website" label="Website" error={fault('website')}>
          <Input {...field('website')} type="url" inputMode="url" placeholder="https://" />
        </Field>
        <Field
          id="about"
          label="What it does"
          hint="Plain paragraphs; a blank line parts them."
          error={fault('about')}
        >
          <TextArea {...field('about')} rows={7} />
        </Field>
        <div className="grid gap-6 md:grid-cols-2">
          <Field id="size" label="People" error={fault('size')}>
            <Select key={value('size')} {...field('size')}>
              <option value="">Not said</option>
              {sizes.map((size) => (
                <option key={size} value={size}>
                  {size.replace('-', '–')}
                </option>
              ))}
            </Select>
          </Field>
          <Field id="foundedYear" label="Founded in" error={fault('foundedYear')}>
            <Input {...field('foundedYear')} inputMode="numeric" className="num" />
          </Field>
        </div>
        <Field
          id="places"
          label="Places"
          hint="One a line, with its country: Kraków, Poland."
          error={fault('places')}
        >
          <TextArea {...field('places')} rows={3} />
        </Field>
        <Field
          id="skills"
          label="Stack"
          hint="What you work with, parted by commas. It links to the skills’ pages."
          error={fault('skills')}
        >
          <TextArea {...field('skills')} rows={2} />
        </Field>
        <Field id="benefits" label="What it offers" hint="One a line, at most 20." error={fault('benefits')}>
          <TextArea {...field('benefits')} rows={4} />
        </Field>
      </div>
      <Button type="submit" kind="go" className="mt-7" disabled={isPending}>
        Save the page
      </Button>
    </form>
  );
}
