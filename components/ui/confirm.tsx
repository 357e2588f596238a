import type { ReactNode } from 'react';

type ConfirmProps = {
  /** What is asked for, such as "Remove". */
  label: ReactNode;
  /** What will happen, and the form that does it. */
  children: ReactNode;
};

/** A step that cannot be undone: the first click tells what it does, the second one, inside, does it. */
export function Confirm({ label, children }: ConfirmProps) {
  return (
    <details className="confirm">
      <summary className="link-button">{label}</summary>
      <div className="mt-2 max-w-112 border-l-4 border-accent bg-accent-wash px-4.5 py-3.5 text-sm">
        {children}
      </div>
    </details>
  );
}
