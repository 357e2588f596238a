'use client';

import { Button } from '@/components/ui/button';
import { Field, Input, TextArea } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import { Option } from '@/components/ui/option';
import { useForm } from '@/components/ui/use-form';

type RefundFormProps = {
  action: FormAction;
  orderId: number;
  /** Minor units that were given back already, as the page shows it. */
  refundedBefore: number;
  /** What is left, written out. */
  left: string;
  currency: string;
  /** What becomes of what was bought, if all is given back. */
  consequence: string;
};

/** Money back, in full or in part, with a reason for the log. */
export function RefundForm(props: RefundFormProps) {
  const { action, orderId, refundedBefore, left, currency, consequence } = props;
  const { send, isPending, message, value, fault, field } = useForm(action, { how: 'full' });
  return (
    <form action={send} className="group/refund">
      <input type="hidden" name="id" value={orderId} />
      <input type="hidden" name="refundedBefore" value={refundedBefore} />
      {message && (
        <Notice role="alert" className="mb-4">
          <p>{message.text}</p>
        </Notice>
      )}
      <fieldset aria-describedby={fault('how') && 'how-error'}>
        <legend className="sr-only">How much</legend>
        <Option type="radio" name="how" value="full" defaultChecked={value('how') === 'full'}>
          All of it: {left}
        </Option>
        <Option type="radio" name="how" value="part" defaultChecked={value('how') === 'part'}>
          A part of it
        </Option>
        {fault('how') && (
          <p id="how-error" className="mt-1 text-sm font-semibold text-accent-deep">
            {fault('how')}
          </p>
        )}
      </fieldset>
      <p className="mt-2 text-xs text-ink-3 group-has-[[value=part]:checked]/refund:hidden">{consequence}</p>
      <Field
        id="amount"
        label={`Amount, ${currency}`}
        hint="What was bought stays as it is."
        error={fault('amount')}
        className="mt-4 group-has-[[value=full]:checked]/refund:hidden"
      >
        <Input {...field('amount')} inputMode="decimal" className="num max-w-36" autoComplete="off" />
      </Field>
      <Field
        id="reason"
        label="Reason"
        hint="For the log. The buyer is told of the refund, not of the reason."
        error={fault('reason')}
        className="mt-4"
      >
        <TextArea
          {...field('reason')}
          aria-describedby={fault('reason') ? 'reason-hint reason-error' : 'reason-hint'}
          rows={3}
          maxLength={1_000}
        />
      </Field>
      <p className="mt-5">
        <Button type="submit" kind="go" disabled={isPending}>
          Refund
        </Button>
      </p>
    </form>
  );
}
