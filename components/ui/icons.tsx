import { cx } from './classes';

/** Drawn on a grid of 24. */
const PATHS = {
  search: 'M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0ZM20 20l-4.9-4.9',
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'm14 6-6 6 6 6',
  next: 'm10 6 6 6-6 6',
  down: 'm6 10 6 6 6-6',
  arrow: 'M5 12h14m-6-6 6 6-6 6',
  outward: 'M7 17 17 7M8 7h9v9',
  filters: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 4v6M9 14v6',
  flag: 'M6 21V4h12l-3 4.5 3 4.5H6',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.1-1.1',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  feed: 'M5 19h.01M5 12a7 7 0 0 1 7 7M5 5a14 14 0 0 1 14 14',
  warning: 'M12 4 3 20h18zM12 10v4M12 17h.01',
  done: 'm5 13 5 5 9-12',
} as const;

export type IconName = keyof typeof PATHS;

/** Always beside its word, hence hidden from screen readers. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      className={cx('size-4.5 flex-none', className)}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
