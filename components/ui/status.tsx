import type { ReactNode } from 'react';
import { cx } from './classes';

const LOOKS = {
  good: 'bg-good-wash text-good',
  warn: 'bg-warn-wash text-warn',
  bad: 'bg-accent-wash text-accent-deep',
  plain: 'bg-wash text-ink-2',
};

/** The state of a thing in a word or two. */
export function Status({ kind = 'plain', children }: { kind?: keyof typeof LOOKS; children: ReactNode }) {
  return (
    <span className={cx('inline-block rounded-xs px-2 py-0.5 text-xs leading-5 font-semibold', LOOKS[kind])}>
      {children}
    </span>
  );
}
