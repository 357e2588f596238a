'use client';

import { Button } from '@/components/ui/button';
import { Field, TextArea } from '@/components/ui/field';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import { useForm } from '@/components/ui/use-form';

type ClaimFormProps = {
  action: FormAction;
  /** Its slug. */
  company: string;
  /** Path to go on to, if there is one. */
  next: string;
  /** Whether it is the user's at once. */
  isPlain: boolean;
  /** Whether its owners decide. */
  isOwned: boolean;
};

/** "That is us." */
export function ClaimForm({ action, company, next, isPlain, isOwned }: ClaimFormProps) {
  const { send, isPending, message, value, fault } = useForm(action);
  const id = `message-${company}`;
  const error = fault('message');
  return (
    <form action={send} noValidate className="mt-3 max-w-112">
      <input type="hidden" name="company" value={company} />
      <input type="hidden" name="next" value={next} />
      {message && (
        <Notice kind={message.kind} role="alert" className="mb-4">
          <p>{message.text}</p>
        </Notice>
      )}
      {isPlain ? (
        <p className="text-sm text-ink-2">Your address is at its domain, so it is yours at once.</p>
      ) : (
        <Field
          id={id}
          label={isOwned ? 'A word to its owners' : 'How you belong to it'}
          hint={
            isOwned
              ? 'It has owners. They or the operator decide, whatever your address.'
              : 'Your address does not show it, so the operator decides. You get a mail.'
          }
          error={error}
        >
          <TextArea
            // Made anew with its fault, so that it takes the focus.
            key={error}
            id={id}
            name="message"
            rows={2}
            defaultValue={value('message')}
            aria-invalid={error !== undefined || undefined}
            aria-describedby={`${error ? `${id}-error ` : ''}${id}-hint`}
            autoFocus={error !== undefined}
          />
        </Field>
      )}
      <Button type="submit" kind={isPlain ? 'go' : 'ink'} className="mt-4" disabled={isPending}>
        {isOwned ? 'Ask to join' : 'Yes, that is us'}
      </Button>
    </form>
  );
}
