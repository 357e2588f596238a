import type { Metadata } from 'next';
import { requireUser } from '@/app/session';
import { EmailForm } from '@/components/account/email-form';
import { NameForm } from '@/components/account/name-form';
import { SessionTable } from '@/components/account/session-table';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { findPendingChange } from '@/domain/accounts/email-change';
import { listSessions } from '@/domain/accounts/sessions';
import { changeEmail, dropChange, endOne, endOthers, leaveSession, saveName } from './actions';
import { currentToken } from './current-token';

export const metadata: Metadata = { title: 'Account' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const DONE = new Map(
  Object.entries({
    name: 'Your name is saved.',
    asked:
      'Two mails are on their way: one to your address, one to the new one. Both have to agree within a day.',
    dropped: 'The change is given up; its links are dead.',
    ended: 'Ended. Whoever was signed in there is out.',
  }),
);

export default async function AccountPage({ searchParams }: Props) {
  const user = await requireUser('/employer/account');
  const [db, now] = [database(), new Date()];
  const [sessions, pending, { done }] = await Promise.all([
    listSessions(db, user.id, await currentToken(), now),
    findPendingChange(db, user.id, now),
    searchParams,
  ]);
  const said = DONE.get(String(done));
  return (
    <>
      <h1>Account</h1>
      <p className="mt-2 text-ink-2">
        You are signed in as <strong className="wrap-anywhere">{user.email}</strong>.
      </p>
      <form action={leaveSession} className="mt-4">
        <Button type="submit">Sign out</Button>
      </form>
      {said && (
        <Notice kind="good" role="status" className="mt-6 max-w-160">
          <p>{said}</p>
        </Notice>
      )}
      <section className="mt-8 border-t border-ink pt-5">
        <h2>Name</h2>
        <NameForm action={saveName} name={user.name ?? ''} />
      </section>
      <section id="address" className="mt-10 border-t border-ink pt-5">
        <h2>Address</h2>
        {pending ? (
          <>
            <p className="mt-3 max-w-160 text-ink-2">
              A change to <strong className="wrap-anywhere">{pending.newEmail}</strong> is under way.{' '}
              {waitingFor(pending)}
            </p>
            <form action={dropChange} className="mt-4">
              <Button type="submit">Give it up</Button>
            </form>
          </>
        ) : (
          <EmailForm
            action={changeEmail}
            label="New e-mail"
            hint="We write to both addresses. The change is made when both have agreed."
            submit="Change the address"
          />
        )}
      </section>
      <section id="sessions" className="mt-10 border-t border-ink pt-5">
        <h2>Where you are signed in</h2>
        <SessionTable sessions={sessions} end={endOne} />
        {sessions.length > 1 && (
          <form action={endOthers} className="mt-5">
            <Button type="submit">End all others</Button>
          </form>
        )}
      </section>
      <section className="mt-10 border-t border-ink pt-5">
        <h2>Delete the account</h2>
        <p className="mt-3 max-w-160 text-ink-2">
          Your address, name and sessions go for good. Companies and their offers stay, and you say first what
          becomes of them.
        </p>
        <p className="mt-4">
          <ButtonLink href="/employer/account/delete">Delete the account</ButtonLink>
        </p>
      </section>
    </>
  );
}

function waitingFor({
  oldConfirmed,
  newConfirmed,
}: {
  oldConfirmed: boolean;
  newConfirmed: boolean;
}): string {
  if (oldConfirmed) return 'Your present address has agreed; the new one still has to.';
  if (newConfirmed) return 'The new address has agreed; your present one still has to.';
  return 'Both addresses have a mail with a link, and both have to agree within a day.';
}
