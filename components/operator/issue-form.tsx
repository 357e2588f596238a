'use client';

import { Button } from '@/components/ui/button';
import { Field, Input, TextArea } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import { useForm } from '@/components/ui/use-form';

type IssueFormProps = {
  action: FormAction;
  issue?: { id: number; revision: number };
  values: Record<'subject' | 'preview' | 'body', string>;
  /** The blocks there are. */
  help: { line: string; gives: string }[];
};

/** Writing an issue of the newsletter. */
export function IssueForm({ action, issue, values, help }: IssueFormProps) {
  const { send, isPending, message, fault, field } = useForm(action, values);
  return (
    <form action={send} className="grid items-start gap-x-10 gap-y-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
      {issue && <input type="hidden" name="issue" value={issue.id} />}
      {issue && <input type="hidden" name="revision" value={issue.revision} />}
      <div className="grid gap-5">
        {message && (
          <Notice kind="ask" role="alert">
            <p>{message.text}</p>
          </Notice>
        )}
        <Field id="subject" label="Subject" error={fault('subject')}>
          <Input {...field('subject')} maxLength={200} autoComplete="off" />
        </Field>
        <Field
          id="preview"
          label="Preview line"
          hint="What an inbox shows after the subject. May be empty."
          error={fault('preview')}
        >
          <Input {...field('preview')} maxLength={250} autoComplete="off" />
        </Field>
        <Field id="body" label="Text and blocks" error={fault('body')}>
          <TextArea {...field('body')} rows={22} className="num text-sm leading-6" spellCheck />
        </Field>
        <p className="flex flex-wrap gap-3">
          <Button type="submit" kind="go" name="then" value="preview" disabled={isPending}>
            Save and look at it
          </Button>
          <Button type="submit" disabled={isPending}>
            Save
          </Button>
        </p>
      </div>
      <aside className="border-t border-ink pt-3 text-sm">
        <h2 className="text-base leading-6">How it is written</h2>
        <p className="mt-2 text-ink-2">
          Markdown: <code># heading</code>, <code>**bold**</code>, <code>[words](https://…)</code>,{' '}
          <code>- list</code>. A line that begins with <code>::</code> is a block:
        </p>
        <dl className="mt-2">
          {help.map(({ line, gives }) => (
            <div key={line} className="border-b border-rule py-2.5">
              <dt>
                <code className="wrap-anywhere">{line}</code>
              </dt>
              <dd className="mt-1 text-ink-2">{gives}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-ink-3">
          Offers are looked up when sending begins, so that none is closed by then; from there on every reader
          gets the same.
        </p>
      </aside>
    </form>
  );
}
