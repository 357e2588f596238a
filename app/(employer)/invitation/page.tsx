import type { Metadata } from 'next';
import { currentUser } from '@/app/session';
import { Band } from '@/components/layout/band';
import { Button, ButtonLink } from '@/components/ui/button';
import { database } from '@/db/pool';
import { findInvitation } from '@/domain/companies/invitations';
import { accept } from './actions';

// The address holds the link's token. (With no referrer at all, browsers would not name the origin of the form.)
export const metadata: Metadata = {
  title: 'Invitation',
  robots: { index: false },
  referrer: 'same-origin',
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const AS = { owner: 'an owner', recruiter: 'a recruiter' };
const MAY = {
  owner: 'Owners post its offers, write its page and choose its people.',
  recruiter: 'Recruiters post its offers and answer for them.',
};

/** Where a mailed invitation leads. To open it changes nothing; the button accepts. */
export default async function InvitationPage({ searchParams }: Props) {
  const token = String((await searchParams).token ?? '');
  const [invitation, user] = await Promise.all([
    findInvitation(database(), token, new Date()),
    currentUser(),
  ]);
  if (!invitation) {
    return (
      <Band>
        <h1>This invitation is over</h1>
        <p className="mt-3 max-w-160 text-lg text-ink-2">
          It was used, withdrawn or replaced by a newer one, is more than a week old, or is not quite as we
          sent it. Whoever invited you can send another.
        </p>
        <p className="mt-6">
          <ButtonLink href="/employer">To your pages</ButtonLink>
        </p>
      </Band>
    );
  }
  const { company, role, email, invitedBy } = invitation;
  const here = `/invitation?${new URLSearchParams({ token })}`;
  return (
    <Band>
      <h1>Join {company}</h1>
      <p className="mt-3 max-w-160 text-lg text-ink-2">
        {invitedBy ?? 'A colleague'} invites you as {AS[role]}. {MAY[role]}
      </p>
      {!user && (
        <>
          <p className="mt-4 max-w-160 text-ink-2">
            The invitation is for <strong className="wrap-anywhere">{email}</strong>. Sign in with that
            address first; an account is made if there is none.
          </p>
          <p className="mt-6">
            <ButtonLink kind="go" href={`/sign-in?next=${encodeURIComponent(here)}`}>
              Sign in
            </ButtonLink>
          </p>
        </>
      )}
      {user && user.email !== email && (
        <>
          <p className="mt-4 max-w-160 text-ink-2">
            It is for <strong className="wrap-anywhere">{email}</strong> alone, and you are signed in as{' '}
            <strong className="wrap-anywhere">{user.email}</strong>. Sign out and in again with the other
            address, or have this one invited.
          </p>
          <p className="mt-6">
            <ButtonLink href="/employer/account">To your account</ButtonLink>
          </p>
        </>
      )}
      {user?.email === email && (
        <form action={accept} className="mt-6">
          <input type="hidden" name="token" value={token} />
          <Button type="submit" kind="go">
            Accept
          </Button>
        </form>
      )}
      <p className="mt-6 max-w-160 text-sm text-ink-3">
        You do not know them? Close this page; the invitation lapses by itself.
      </p>
    </Band>
  );
}
