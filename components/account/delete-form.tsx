'use client';

import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import { Option } from '@/components/ui/option';
import { useForm } from '@/components/ui/use-form';

type Orphan = {
  companyId: number;
  name: string;
  openOffers: number;
  heirs: { userId: string; name: string | null; email: string }[];
};

type DeleteFormProps = {
  action: FormAction;
  email: string;
  /** Companies to be decided about. */
  orphans: Orphan[];
};

/** What becomes of the user's companies, and the address typed once more. */
export function DeleteForm({ action, email, orphans }: DeleteFormProps) {
  const { send, isPending, message, value, fault, field } = useForm(action);
  return (
    <form action={send} noValidate className="mt-8 max-w-160">
      {message && (
        <Notice kind={message.kind} role="alert" className="mb-6">
          <p>{message.text}</p>
        </Notice>
      )}
      {orphans.map((orphan) => (
        <Bequest key={orphan.companyId} orphan={orphan} chosen={value(`company-${orphan.companyId}`)} />
      ))}
      <Field id="email" label={`Your address, to confirm: ${email}`} error={fault('email')}>
        <Input {...field('email')} type="email" autoComplete="off" required className="max-w-112" />
      </Field>
      <Button type="submit" kind="go" className="mt-5" disabled={isPending}>
        Delete the account for good
      </Button>
    </form>
  );
}

function Bequest({
  orphan: { companyId, name, openOffers, heirs },
  chosen,
}: {
  orphan: Orphan;
  chosen: string;
}) {
  const field = `company-${companyId}`;
  const offers = openOffers === 1 ? 'its one open offer' : `its ${openOffers} open offers`;
  return (
    <fieldset className="mb-8" key={chosen}>
      <legend className="font-semibold">You are the last owner of {name}. What becomes of it?</legend>
      <div className="mt-2">
        {heirs.map((heir) => (
          <Option
            key={heir.userId}
            type="radio"
            name={field}
            value={`heir:${heir.userId}`}
            defaultChecked={chosen === `heir:${heir.userId}`}
          >
            <span>
              {heir.name ? `${heir.name} (${heir.email})` : heir.email} becomes its owner
              {openOffers > 0 && '; its offers stay as they are'}
            </span>
          </Option>
        ))}
        {openOffers > 0 && (
          <Option type="radio" name={field} value="close" defaultChecked={chosen === 'close'}>
            <span>Close {offers} now</span>
          </Option>
        )}
        {openOffers > 0 && heirs.length === 0 && (
          <Option type="radio" name={field} value="leave" defaultChecked={chosen === 'leave'}>
            <span>
              Leave {offers} on the list, until the closing date or until the roll call finds nobody to answer
            </span>
          </Option>
        )}
        {openOffers === 0 && (
          <Option type="radio" name={field} value="close" defaultChecked={chosen === 'close'}>
            <span>It stays without an owner</span>
          </Option>
        )}
      </div>
    </fieldset>
  );
}
