'use client';

import { useActionState, useEffect } from 'react';
import { EMPTY_FORM, type FormAction, type FormState } from './form-state';

/**
 * A form on a server action, the same with and without JavaScript: values typed come back with the sentence
 * that says what is wrong, and the first field at fault has the focus. `field` gives the attributes of a
 * control, `fault` the sentence under it.
 */
export function useForm(action: FormAction, initial: Record<string, string> = {}) {
  const [state, send, isPending] = useActionState<FormState, FormData>(action, {
    ...EMPTY_FORM,
    values: initial,
  });
  const first = Object.keys(state.faults)[0];
  // The attribute below works for a page that was loaded; here the form came back to the page that is there.
  useEffect(() => {
    const [faulty] = Object.keys(state.faults);
    if (faulty) document.getElementById(faulty)?.focus();
  }, [state]);
  return {
    send,
    isPending,
    message: state.message,
    value: (name: string) => state.values[name] ?? '',
    fault: (name: string): string | undefined => state.faults[name],
    beside: (name: string): string | undefined => state.beside?.[name],
    field(name: string) {
      const faulty = state.faults[name] !== undefined;
      return {
        id: name,
        name,
        defaultValue: state.values[name] ?? '',
        'aria-invalid': faulty || undefined,
        'aria-describedby': faulty ? `${name}-error` : undefined,
        autoFocus: name === first,
      };
    },
  };
}
