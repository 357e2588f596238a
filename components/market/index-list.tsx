import { cx } from '@/components/ui/classes';
import { formatNumber } from '@/domain/offers/labels';

export type IndexEntry = { href: string; label: string; count: number };

type IndexListProps = {
  entries: IndexEntry[];
  /** In one column. */
  narrow?: boolean;
};

/** An index: names with dotted leaders to how many live offers each has, in columns where there is room. */
export function IndexList({ entries, narrow }: IndexListProps) {
  return (
    <ul className={cx('index-list', !narrow && 'gap-x-12 md:columns-2 xl:columns-3')}>
      {entries.map(({ href, label, count }) => (
        <li key={href} className="break-inside-avoid">
          <a href={href}>
            {label}
            <span className="whitespace-nowrap">
              {formatNumber(count)}
              <span className="sr-only"> {count === 1 ? 'offer' : 'offers'}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
