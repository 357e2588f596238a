import type { ReactNode } from 'react';
import { cx } from '@/components/ui/classes';

type BandProps = {
  id?: string;
  /** Heading (h2) of the side column, with a line or two under it. */
  title?: ReactNode;
  note?: ReactNode;
  /** The side column instead of a heading: filters, facts, contents. */
  side?: ReactNode;
  /** Content that comes before the side column on small screens, such as the page's h1. */
  lead?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/** A stretch of the sheet, parted from the one above by an ink rule. Nothing straddles the margin line. */
export function Band({ id, title, note, side, lead, className, children }: BandProps) {
  return (
    <section id={id} className={cx('band', className)}>
      {lead && <div>{lead}</div>}
      {(side || title) && (
        <div className="band-side">
          {title && <h2 className="lg:text-[1.5rem] lg:leading-7">{title}</h2>}
          {note && <p className="mt-1.5 text-sm text-ink-3">{note}</p>}
          {side}
        </div>
      )}
      <div>{children}</div>
    </section>
  );
}
