import type { ReactNode } from 'react';

/** What is known of a thing, name and value on one line. What is not known is left out. */
export function FactTable({ rows }: { rows: [string, ReactNode][] }) {
  return (
    <dl className="border-t border-ink text-sm">
      {rows
        .filter(([, value]) => value && !(Array.isArray(value) && value.length === 0))
        .map(([name, value]) => (
          <div key={name} className="gap-4 border-b border-rule py-2.5 md:grid md:grid-cols-[9rem_1fr]">
            <dt className="max-md:text-xs max-md:text-ink-3 md:font-semibold">{name}</dt>
            <dd className="min-w-0 text-ink-2">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
