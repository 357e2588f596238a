import type { ComponentProps } from 'react';
import { cx } from './classes';

type Look = {
  /** `go` is the red pen: one in a view. */
  kind?: 'go' | 'ink' | 'line';
  small?: boolean;
};

function look({ kind = 'line', small }: Look, className: string | undefined): string {
  return cx('button', kind !== 'line' && `button-${kind}`, small && 'button-small', className);
}

export function Button({ kind, small, className, ...props }: Look & ComponentProps<'button'>) {
  return <button {...props} className={look({ kind, small }, className)} />;
}

/** A link that looks like a button. */
export function ButtonLink({ kind, small, className, ...props }: Look & ComponentProps<'a'>) {
  return <a {...props} className={look({ kind, small }, className)} />;
}
