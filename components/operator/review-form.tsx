'use client';

import { Button } from '@/components/ui/button';
import { Field, TextArea } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import { Option } from '@/components/ui/option';
import { useForm } from '@/components/ui/use-form';

type ReviewFormProps = {
  action: FormAction;
  offerId: number;
  /** Null where nothing pays for it: then it can only be turned down. */
  days: number | null;
  /** What goes back to the employer if it is turned down. */
  returned: string;
};

/** Whether an offer that was paid for goes on the list. */
export function ReviewForm({ action, offerId, days, returned }: ReviewFormProps) {
  const first = days === null ? 'turn-down' : 'approve';
  const { send, isPending, message, value, fault, field } = useForm(action, { decision: first });
  return (
    <form action={send} className="group/review">
      <input type="hidden" name="id" value={offerId} />
      {message && (
        <Notice role="alert" className="mb-4">
          <p>{message.text}</p>
        </Notice>
      )}
      <fieldset aria-describedby={fault('decision') && 'decision-error'}>
        <legend className="sr-only">Decision</legend>
        {days !== null && (
          <Option
            type="radio"
            name="decision"
            value="approve"
            defaultChecked={value('decision') === 'approve'}
          >
            Publish it for {days} days
          </Option>
        )}
        <Option
          type="radio"
          name="decision"
          value="turn-down"
          defaultChecked={value('decision') === 'turn-down'}
        >
          Turn it down
        </Option>
        {fault('decision') && (
          <p id="decision-error" className="mt-1 text-sm font-semibold text-accent-deep">
            {fault('decision')}
          </p>
        )}
      </fieldset>
      <Field
        id="reason"
        label="Reason for the employer"
        hint={`Mailed to them. ${returned}`}
        error={fault('reason')}
        className="mt-4 group-has-[[value=approve]:checked]/review:hidden"
      >
        <TextArea
          {...field('reason')}
          aria-describedby={fault('reason') ? 'reason-hint reason-error' : 'reason-hint'}
          rows={4}
          maxLength={1_000}
        />
      </Field>
      <p className="mt-5">
        <Button type="submit" kind="go" disabled={isPending}>
          Decide
        </Button>
      </p>
    </form>
  );
}
