'use client';

import { Button } from '@/components/ui/button';
import { Field, Input, Select, TextArea } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import { Option } from '@/components/ui/option';
import { useForm } from '@/components/ui/use-form';

export type SettingsField = {
  key: string;
  label: string;
  hint: string;
  kind: 'number' | 'switch' | 'choice' | 'list' | 'text';
  min?: number;
  max?: number;
  options?: string[];
  standard: string;
};

type SettingsFormProps = { action: FormAction; fields: SettingsField[]; values: Record<string, string> };

/** All settings, saved together. */
export function SettingsForm({ action, fields, values }: SettingsFormProps) {
  const form = useForm(action, values);
  return (
    <form action={form.send} className="max-w-160">
      {form.message && (
        <Notice role="alert" className="mb-6">
          <p>{form.message.text}</p>
        </Notice>
      )}
      <div className="border-t border-ink">
        {fields.map((field) => (
          <div key={field.key} className="border-b border-rule py-4">
            <Setting field={field} form={form} />
          </div>
        ))}
      </div>
      <p className="mt-6">
        <Button type="submit" kind="go" disabled={form.isPending}>
          Save the settings
        </Button>
      </p>
    </form>
  );
}

function Setting({ field, form }: { field: SettingsField; form: ReturnType<typeof useForm> }) {
  const { key, label, kind, min, max, options = [] } = field;
  const control = {
    ...form.field(key),
    'aria-describedby': form.fault(key) ? `${key}-hint ${key}-error` : `${key}-hint`,
  };
  const hint = <Hint field={field} />;
  if (kind === 'switch') {
    return (
      <>
        {/* A checkbox that is off sends nothing; the last of two values counts. */}
        <input type="hidden" name={key} value="" />
        <Option
          id={key}
          name={key}
          value="on"
          defaultChecked={form.value(key) === 'on'}
          aria-describedby={`${key}-hint`}
        >
          <b>{label}</b>
        </Option>
        <p id={`${key}-hint`} className="mt-1 text-xs text-ink-3">
          {hint}
        </p>
      </>
    );
  }
  return (
    <Field id={key} label={label} hint={hint} error={form.fault(key)}>
      {kind === 'number' && (
        <Input {...control} type="number" step={1} min={min} max={max} className="num max-w-32" />
      )}
      {kind === 'choice' && (
        <Select {...control} className="max-w-80">
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </Select>
      )}
      {kind === 'list' && <TextArea {...control} rows={3} spellCheck={false} />}
      {kind === 'text' && <Input {...control} />}
    </Field>
  );
}

const MAX_SHOWN = 40;

function Hint({ field: { hint, kind, standard } }: { field: SettingsField }) {
  if (kind === 'switch') return `${hint} Default: ${standard === 'on' ? 'on' : 'off'}.`;
  const shown = standard.length > MAX_SHOWN ? undefined : standard;
  return shown ? `${hint} Default: ${shown}.` : hint;
}
