import type { ReactNode } from 'react';

/** The blank register: an empty list. Each child line (p, li) stands on a rule. */
export function Blank({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="blank">
      <p className="font-serif text-xl leading-[inherit]">{title}</p>
      {children}
    </div>
  );
}
