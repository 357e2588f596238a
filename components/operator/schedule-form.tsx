'use client';

import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { useForm } from '@/components/ui/use-form';

type ScheduleFormProps = {
  action: FormAction;
  issue: string;
  /** Of the readers who have chosen none, and what time it is there now. */
  zone: { name: string; now: string };
  utcNow: string;
};

/** When an issue is sent. */
export function ScheduleForm({ action, issue, zone, utcNow }: ScheduleFormProps) {
  const { send, isPending, message, fault, field } = useForm(action);
  return (
    <form action={send} className="grid max-w-80 gap-3">
      <input type="hidden" name="issue" value={issue} />
      <Field
        id="at"
        label="Day and time, in UTC"
        hint={`Now it is ${utcNow} UTC, ${zone.now} in ${zone.name}.`}
        error={fault('at')}
      >
        <Input {...field('at')} type="datetime-local" className="num" required />
      </Field>
      <p>
        <Button type="submit" disabled={isPending}>
          Schedule it
        </Button>
      </p>
      {message && (
        <p role="alert" className="text-sm font-semibold text-accent-deep">
          {message.text}
        </p>
      )}
    </form>
  );
}
