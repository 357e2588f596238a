import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icons';
import type { TypedForm } from '@/domain/drafts/input';

/** What every section of the form is made of. */
export type FormParts = {
  form: TypedForm;
  /** What is wrong and how to mend it, by name of the field; empty until somebody wanted to send it. */
  faults: Record<string, string>;
  /** Name of the field that has the focus. */
  focus: string | null;
  /** The kind of row that was asked for beyond those filled in. */
  added: string | null;
};

/** Attributes of a control: its name is its id. */
export function control(name: string, { faults, focus }: FormParts, hinted = false) {
  const described = [hinted && `${name}-hint`, faults[name] && `${name}-error`].filter(Boolean);
  return {
    id: name,
    name,
    'aria-invalid': faults[name] ? (true as const) : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    autoFocus: focus === name,
  };
}

/** A numbered part of the form. */
export function Section({
  id,
  number,
  title,
  children,
}: {
  id: string;
  number: number;
  title: string;
  children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-10 border-t border-ink pt-4 md:mt-14">
      <h2 id={`${id}-title`} className="mb-5">
        <span className="mr-3.5 text-accent">{number}</span>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** A sentence under a control, or a row of them, that says what is wrong. */
export function Fault({ name, faults }: { name: string } & Pick<FormParts, 'faults'>) {
  if (!faults[name]) return null;
  return (
    <p id={`${name}-error`} className="mt-1.5 flex gap-1.5 text-sm leading-5 font-semibold text-accent-deep">
      <Icon name="warning" />
      {faults[name]}
    </p>
  );
}

/** Saves, and comes back with another row. */
export function AddRow({ group, children }: { group: string; children: ReactNode }) {
  return (
    <button type="submit" name="act" value={`add-${group}`} className="link-button mt-3">
      <span aria-hidden="true">+</span>
      {children}
    </button>
  );
}

/** Saves without a row, and comes back. */
export function RemoveRow({ group, index, what }: { group: string; index: number; what: string }) {
  return (
    <Button
      type="submit"
      name="act"
      value={`remove-${group}-${index}`}
      className="size-11 border-transparent px-0"
      title={`Take out ${what}`}
    >
      <Icon name="close" />
      <span className="sr-only">Take out {what}</span>
    </Button>
  );
}

/** The rows of a group with as many blank ones after them as the form shows. */
export function withBlanks<Row>(rows: readonly Row[], blank: Row, least: number, added: boolean): Row[] {
  const count = Math.max(rows.length + (added ? 1 : 0), least);
  return Array.from({ length: count }, (_, index) => rows[index] ?? blank);
}
