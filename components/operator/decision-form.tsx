'use client';

import { Button } from '@/components/ui/button';
import { Field, Input, TextArea } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Icon } from '@/components/ui/icons';
import { Option } from '@/components/ui/option';
import { useForm } from '@/components/ui/use-form';
import type { Decision } from '@/domain/operator/input';

type DecisionFormProps = {
  action: FormAction;
  about: Record<string, string>;
  /** What may be decided; the first is chosen to begin with. */
  acts: Decision['act'][];
  /** Days on the list to begin with. */
  days: number;
  /** Who is told why. */
  contacts: string[];
};

const ACTS: Record<Decision['act'], string> = {
  keep: 'Leave the offer as it is',
  publish: 'Publish it as a gift',
  suspend: 'Suspend it: off the list until you lift that',
  lift: 'Lift the suspension',
  remove: 'Remove it for good',
};

/** The operator's decision on an offer. Fields that it does not need go, where the browser knows :has(). */
export function DecisionForm({ action, about, acts, days, contacts }: DecisionFormProps) {
  const { send, isPending, value, fault, field } = useForm(action, {
    act: acts[0] ?? '',
    days: String(days),
  });
  const asksReason = acts.includes('suspend') || acts.includes('remove');
  return (
    <form action={send} className="group/decision">
      {Object.entries(about).map(([name, hidden]) => (
        <input key={name} type="hidden" name={name} value={hidden} />
      ))}
      <fieldset aria-describedby={fault('act') && 'act-error'}>
        <legend className="sr-only">Decision</legend>
        {acts.map((act) => (
          <Option key={act} type="radio" name="act" value={act} defaultChecked={value('act') === act}>
            {ACTS[act]}
          </Option>
        ))}
        {fault('act') && (
          <p id="act-error" className="mt-1.5 flex gap-1.5 text-sm leading-5 font-semibold text-accent-deep">
            <Icon name="warning" />
            {fault('act')}
          </p>
        )}
      </fieldset>
      {acts.includes('publish') && (
        <Field
          id="days"
          label="Days on the list"
          error={fault('days')}
          className="mt-4 group-has-[[value=remove]:checked]/decision:hidden"
        >
          <Input {...field('days')} inputMode="numeric" className="max-w-28" />
        </Field>
      )}
      {asksReason && (
        <Field
          id="reason"
          label="Reason for the employer"
          hint={
            contacts.length > 0
              ? `Mailed to ${contacts.join(', ')}.`
              : 'Kept in the log. There is nobody to mail.'
          }
          error={fault('reason')}
          className="mt-4 group-has-[[value=keep]:checked]/decision:hidden group-has-[[value=lift]:checked]/decision:hidden group-has-[[value=publish]:checked]/decision:hidden"
        >
          <TextArea
            {...field('reason')}
            aria-describedby={fault('reason') ? 'reason-hint reason-error' : 'reason-hint'}
            rows={4}
            maxLength={1_000}
          />
        </Field>
      )}
      <p className="mt-5">
        <Button type="submit" kind="go" disabled={isPending}>
          Decide
        </Button>
      </p>
    </form>
  );
}
