'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input, Select, TextArea } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import { useForm } from '@/components/ui/use-form';
import { TheirText } from './their-text';

type SkillFormProps = {
  action: FormAction;
  /** Of a skill that is there: its id, and what the form has shown of it. */
  about?: { id: string; mark: string };
  kinds: { value: string; label: string }[];
  values: Record<'name' | 'slug' | 'kind' | 'summary' | 'aliases', string>;
  slugHint: string;
  /** On the button. */
  children: ReactNode;
};

/** What a skill is, and what it is called. */
export function SkillForm({ action, about, kinds, values, slugHint, children }: SkillFormProps) {
  const form = useForm(action, { ...values, mark: about?.mark ?? '' });
  const row = (name: keyof SkillFormProps['values'], hint?: string) => {
    const [fault, theirs] = [form.fault(name), form.beside(name)];
    const described = [
      hint && `${name}-hint`,
      fault && `${name}-error`,
      theirs !== undefined && `${name}-theirs`,
    ];
    return {
      field: { id: name, hint, error: fault },
      control: { ...form.field(name), 'aria-describedby': described.filter(Boolean).join(' ') || undefined },
      theirs: theirs !== undefined && <TheirText id={`${name}-theirs`} text={theirs} />,
    };
  };
  const name = row('name', about && 'The old one stays among the other spellings.');
  const slug = row('slug', slugHint);
  const kind = row('kind');
  const summary = row('summary', 'One sentence: what its page begins with.');
  const aliases = row(
    'aliases',
    'One on each line. Offers are searched for each of them, in small and capital letters: leave out what is an ordinary word too.',
  );
  return (
    <form action={form.send} noValidate className="grid max-w-160 gap-5 md:grid-cols-2">
      {form.message && (
        <Notice kind={form.message.kind} role="alert" className="md:col-span-2">
          <p>{form.message.text}</p>
        </Notice>
      )}
      {about && <input type="hidden" name="id" value={about.id} />}
      <input key={form.value('mark')} type="hidden" name="mark" defaultValue={form.value('mark')} />
      <div>
        <Field {...name.field} label="Name">
          <Input {...name.control} maxLength={60} autoComplete="off" />
        </Field>
        {name.theirs}
      </div>
      <div>
        <Field {...kind.field} label="Kind">
          <Select key={form.value('kind')} {...kind.control}>
            <option value="">Choose</option>
            {kinds.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        {kind.theirs}
      </div>
      <div className="md:col-span-2">
        <Field {...slug.field} label="Address">
          <Input
            {...slug.control}
            maxLength={60}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        {slug.theirs}
      </div>
      <div className="md:col-span-2">
        <Field {...summary.field} label="What it is">
          <TextArea {...summary.control} rows={2} maxLength={300} />
        </Field>
        {summary.theirs}
      </div>
      <div className="md:col-span-2">
        <Field {...aliases.field} label="Other spellings">
          <TextArea {...aliases.control} rows={6} spellCheck={false} />
        </Field>
        {aliases.theirs}
      </div>
      <p className="md:col-span-2">
        <Button type="submit" kind="go" disabled={form.isPending}>
          {children}
        </Button>
      </p>
    </form>
  );
}
