import { Link } from '@react-email/components';
import type { ReactNode } from 'react';
import type { ListFooter } from '@/domain/mail/input';
import { INK_3, Letter } from './letter';

type ListLetterProps = {
  site: { name: string; url: string };
  /** What an inbox shows after the subject. */
  preview: string;
  heading: string;
  /** Why the reader gets this mail. */
  reason: string;
  footer: ListFooter;
  children: ReactNode;
};

/** A mail of a list: under it stands how to change it and how to leave, and the sender's postal address. */
export function ListLetter({ footer, reason, children, ...letter }: ListLetterProps) {
  const { leaveUrl, preferencesUrl, postalAddress } = footer;
  return (
    <Letter
      {...letter}
      reason={
        <>
          {reason}
          <br />
          {/* No full stop after an address: in plain text it would become part of it. */}
          {preferencesUrl && <SmallLink href={preferencesUrl}>Change or pause it</SmallLink>}
          {preferencesUrl && leaveUrl && ' · '}
          {leaveUrl && (
            <SmallLink href={leaveUrl}>{preferencesUrl ? 'Leave with one click' : 'Never mail me'}</SmallLink>
          )}
          {(preferencesUrl || leaveUrl) && <br />}
          {postalAddress && (
            <>
              {postalAddress}
              <br />
            </>
          )}
        </>
      }
    >
      {children}
    </Letter>
  );
}

function SmallLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} style={{ color: INK_3, textDecoration: 'underline' }}>
      {children}
    </Link>
  );
}
