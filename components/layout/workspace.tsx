import type { ReactNode } from 'react';
import { Band } from './band';
import { type SideLink, SideNav } from './side-nav';

type WorkspaceProps = {
  /** Whose pages these are, such as the company's name. */
  owner: ReactNode;
  label: string;
  links: SideLink[];
  children: ReactNode;
};

/** The pages of somebody who is signed in: sections in the side column, the page right of the line. */
export function Workspace({ owner, label, links, children }: WorkspaceProps) {
  return (
    <Band
      side={
        <>
          <div className="mb-3 text-sm text-ink-3">{owner}</div>
          <SideNav label={label} links={links} />
        </>
      }
    >
      {children}
    </Band>
  );
}
