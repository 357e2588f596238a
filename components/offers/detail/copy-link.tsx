'use client';

import { type MouseEvent, useState, useSyncExternalStore } from 'react';
import { Icon } from '@/components/ui/icons';

const never = () => () => {};

/** A plain link to the offer; where scripts run and the clipboard is open, it copies itself. */
export function CopyLink({ href }: { href: string }) {
  const able = useSyncExternalStore(
    never,
    () => 'clipboard' in navigator,
    () => false,
  );
  const [copied, setCopied] = useState(false);

  function copy(event: MouseEvent): void {
    if (!able || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    navigator.clipboard.writeText(href).then(
      () => setCopied(true),
      () => location.assign(href),
    );
  }

  return (
    <a className="link-button min-w-24" href={href} onClick={copy}>
      <Icon name={copied ? 'done' : 'link'} />
      <span aria-live="polite">{copied ? 'Copied' : able ? 'Copy link' : 'Link'}</span>
    </a>
  );
}
