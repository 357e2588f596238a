'use client';

import { Button } from '@/components/ui/button';
import { Field, TextArea } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { useForm } from '@/components/ui/use-form';

type AnswerFormProps = {
  action: FormAction;
  /** Of the enquiry. */
  id: string;
  note: string;
  isAnswered: boolean;
};

/** Marks an enquiry as answered, with a note. */
export function AnswerForm({ action, id, note, isAnswered }: AnswerFormProps) {
  const form = useForm(action, { note });
  return (
    <form action={form.send} className="mt-4">
      <input type="hidden" name="id" value={id} />
      <Field id="note" label="Note (optional)" error={form.fault('note')}>
        <TextArea {...form.field('note')} rows={3} />
      </Field>
      <Button type="submit" kind={isAnswered ? 'line' : 'go'} className="mt-4" disabled={form.isPending}>
        {isAnswered ? 'Save the note' : 'Mark as answered'}
      </Button>
    </form>
  );
}
