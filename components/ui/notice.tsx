import type { ReactNode } from 'react';
import { cx } from './classes';

const LOOKS = {
  ask: 'border-accent bg-accent-wash',
  good: 'border-good bg-good-wash',
  warn: 'border-warn bg-warn-wash',
};

type NoticeProps = {
  kind?: keyof typeof LOOKS;
  /** `status` where the notice answers something the visitor just did. */
  role?: 'status' | 'alert';
  className?: string;
  children: ReactNode;
};

export function Notice({ kind = 'ask', role, className, children }: NoticeProps) {
  return (
    <div role={role} className={cx('border-l-4 px-4.5 py-3.5', LOOKS[kind], className)}>
      {children}
    </div>
  );
}
