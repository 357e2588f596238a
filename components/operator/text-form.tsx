'use client';

import { Button } from '@/components/ui/button';
import { Field, Input, TextArea } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import { useForm } from '@/components/ui/use-form';
import { TheirText } from './their-text';

export type TextFormField = {
  name: string;
  label: string;
  look: 'line' | 'words' | 'names' | 'markdown';
  hint?: string;
};

type TextFormProps = {
  action: FormAction;
  of: { kind: string; slug: string };
  /** Id of the state that is edited. */
  base: number | null;
  fields: TextFormField[];
  values: Record<string, string>;
};

/** A text in fields: to be looked at, kept as a draft, or published. */
export function TextForm({ action, of, base, fields, values }: TextFormProps) {
  const form = useForm(action, { ...values, base: base === null ? '' : String(base) });
  return (
    <form action={form.send} noValidate>
      {form.message && (
        <Notice kind={form.message.kind} role="alert" className="mb-6 max-w-160">
          <p>{form.message.text}</p>
        </Notice>
      )}
      <input type="hidden" name="kind" value={of.kind} />
      <input type="hidden" name="slug" value={of.slug} />
      <input key={form.value('base')} type="hidden" name="base" defaultValue={form.value('base')} />
      <div className="grid max-w-200 gap-6 md:grid-cols-2">
        {fields.map((field) => (
          <TextFormRow key={field.name} field={field} form={form} />
        ))}
      </div>
      <p className="mt-7 flex flex-wrap gap-3">
        <Button type="submit" name="next" value="preview" kind="go" disabled={form.isPending}>
          Save and preview
        </Button>
        <Button type="submit" name="next" value="draft" disabled={form.isPending}>
          Save as draft
        </Button>
        <Button type="submit" name="next" value="publish" kind="ink" disabled={form.isPending}>
          Publish
        </Button>
      </p>
    </form>
  );
}

function TextFormRow({ field, form }: { field: TextFormField; form: ReturnType<typeof useForm> }) {
  const { name, label, look, hint } = field;
  const [fault, theirs] = [form.fault(name), form.beside(name)];
  const control = {
    ...form.field(name),
    'aria-describedby':
      [hint && `${name}-hint`, fault && `${name}-error`, theirs !== undefined && `${name}-theirs`]
        .filter(Boolean)
        .join(' ') || undefined,
  };
  return (
    <div className={look === 'names' ? undefined : 'md:col-span-2'}>
      <Field id={name} label={label} hint={hint} error={fault}>
        {look === 'line' && <Input {...control} />}
        {look === 'words' && <TextArea {...control} rows={3} />}
        {look === 'names' && <TextArea {...control} rows={2} />}
        {look === 'markdown' && (
          <TextArea {...control} rows={rowsFor(form.value(name))} className="leading-6" />
        )}
      </Field>
      {theirs !== undefined && <TheirText id={`${name}-theirs`} text={theirs} />}
    </div>
  );
}

const LINE = 88;
const [FEWEST, MOST] = [4, 26];

function rowsFor(text: string): number {
  const rows = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 1);
  return Math.min(Math.max(rows, FEWEST), MOST);
}
