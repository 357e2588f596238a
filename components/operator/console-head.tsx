import type { ReactNode } from 'react';

type ConsoleHeadProps = {
  title: ReactNode;
  note?: ReactNode;
  /** Controls at the right: a switch of views, an export. */
  children?: ReactNode;
};

/** Head of a page of the operator's console. */
export function ConsoleHead({ title, note, children }: ConsoleHeadProps) {
  return (
    <div className="mb-7 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0">
        <h1>{title}</h1>
        {note && <p className="mt-2 max-w-160 text-ink-2">{note}</p>}
      </div>
      {children}
    </div>
  );
}

export type View = { href: string; label: string; open: boolean };

/** Two or three views of one page, such as what waits and what is done. */
export function Views({ label, views }: { label: string; views: View[] }) {
  return (
    <nav aria-label={label} className="flex gap-5 text-sm">
      {views.map((view) => (
        <a
          key={view.href}
          href={view.href}
          aria-current={view.open ? 'page' : undefined}
          className="border-b-2 border-transparent py-1.5 no-underline hover:border-accent hover:text-current aria-[current]:border-accent aria-[current]:font-semibold"
        >
          {view.label}
        </a>
      ))}
    </nav>
  );
}
