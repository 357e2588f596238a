'use client';

import { usePathname } from 'next/navigation';

export type SideLink = { href: string; label: string; count?: number };

/** The sections of a workspace, in the side column; the open one is marked. */
export function SideNav({ label, links }: { label: string; links: SideLink[] }) {
  const path = usePathname();
  // The longest address that holds this page: /employer/people, not /employer.
  const open = links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-5 text-sm lg:block lg:max-w-44">
      {links.map((link) => (
        <a
          key={link.href}
          href={link.href}
          aria-current={link !== open ? undefined : link.href === path ? 'page' : 'true'}
          className="flex min-h-9 items-center justify-between gap-1.5 border-rule no-underline aria-[current]:font-semibold lg:border-b lg:aria-[current]:border-l-4 lg:aria-[current]:border-l-accent lg:aria-[current]:pl-2"
        >
          {link.label}
          {link.count !== undefined && <small className="num text-xs text-ink-3">{link.count}</small>}
        </a>
      ))}
    </nav>
  );
}
