'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/components/ui/form-state';
import { useForm } from '@/components/ui/use-form';

type ActFormProps = {
  action: FormAction;
  /** What the act is about; looked up again by the action. */
  about: Record<string, string>;
  kind?: 'go' | 'ink' | 'line';
  small?: boolean;
  children: ReactNode;
};

/** One button that does one thing, and says so where it may not be done. */
export function ActForm({ action, about, kind, small, children }: ActFormProps) {
  const { send, isPending, message } = useForm(action);
  return (
    <form action={send}>
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" kind={kind} small={small} disabled={isPending}>
        {children}
      </Button>
      {message && (
        <p role="alert" className="mt-2 max-w-80 text-sm font-semibold text-accent-deep">
          {message.text}
        </p>
      )}
    </form>
  );
}
