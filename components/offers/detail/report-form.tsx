import { Button } from '@/components/ui/button';
import { Field, TextArea } from '@/components/ui/field';
import { Icon } from '@/components/ui/icons';
import { Option } from '@/components/ui/option';
import { Trap } from '@/components/ui/trap';

type ReportFormProps = {
  /** Where the form is sent. */
  action: string;
  /** Reasons to choose from, by value. */
  reasons: Record<string, string>;
  mostLetters: number;
  /** The field that only a bot fills in, and the one that says when the form was handed out. */
  guard: { trapField: string; sealField: string; seal: string };
  /** True where it was sent without a reason. */
  fault: boolean;
};

/** A complaint about an offer: a reason, and what the candidate wants to add. */
export function ReportForm({ action, reasons, mostLetters, guard, fault }: ReportFormProps) {
  return (
    <form method="post" action={action} className="mt-6 max-w-144">
      <input type="hidden" name={guard.sealField} value={guard.seal} />
      <Trap name={guard.trapField} />
      <fieldset aria-describedby={fault ? 'reason-error' : undefined}>
        <legend className="mb-1.5 text-sm leading-5 font-semibold">What is wrong with it</legend>
        {Object.entries(reasons).map(([value, label], index) => (
          <Option
            key={value}
            type="radio"
            name="reason"
            value={value}
            required
            // The field at fault, after the form came back.
            autoFocus={fault && index === 0}
          >
            {label}
          </Option>
        ))}
        {fault && (
          <p
            id="reason-error"
            className="mt-1.5 flex gap-1.5 text-sm leading-5 font-semibold text-accent-deep"
          >
            <Icon name="warning" />
            Choose what is wrong.
          </p>
        )}
      </fieldset>
      <Field id="message" label="What we should know (optional)" className="mt-5">
        <TextArea id="message" name="message" rows={5} maxLength={mostLetters} />
      </Field>
      <Button type="submit" kind="go" className="mt-5">
        Send the report
      </Button>
    </form>
  );
}
