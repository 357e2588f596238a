import { formatNumber } from '@/domain/offers/labels';

export type IndexEntry = { href: string; label: string; count: number };

/** An index: names with dotted leaders to how many live offers each has, in columns where there is room. */
export function IndexList({ entries }: { entries: IndexEntry[] }) {
  return (
    <ul className="index-list gap-x-12 md:columns-2 xl:columns-3">
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
