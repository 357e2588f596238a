import type { ComponentProps, ReactNode } from 'react';
import { cx } from './classes';
import { Icon } from './icons';

type FieldProps = {
  /** The id of the control. Its hint is `ID-hint`, its error `ID-error`: name them in aria-describedby. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  className?: string;
  children: ReactNode;
};

/** A control under its label, with a hint and, where something is wrong, a sentence that says what. */
export function Field({ id, label, hint, error, className, children }: FieldProps) {
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm leading-5 font-semibold">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-xs text-ink-3">
          {hint}
        </p>
      )}
      {error && (
        <p
          id={`${id}-error`}
          className="mt-1.5 flex gap-1.5 text-sm leading-5 font-semibold text-accent-deep"
        >
          <Icon name="warning" />
          {error}
        </p>
      )}
    </div>
  );
}

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input {...props} className={cx('input', className)} />;
}

export function TextArea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea {...props} className={cx('input', className)} />;
}

export function Select({ small, className, ...props }: { small?: boolean } & ComponentProps<'select'>) {
  return <select {...props} className={cx('input', small && 'input-small', className)} />;
}
