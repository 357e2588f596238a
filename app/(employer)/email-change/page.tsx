import type { Metadata } from 'next';
import { Band } from '@/components/layout/band';
import { Button, ButtonLink } from '@/components/ui/button';
import { database } from '@/db/pool';
import { findChangeLink } from '@/domain/accounts/email-change';
import { agree } from './actions';

// The address holds the link's token. (With no referrer at all, browsers would not name the origin of the form.)
export const metadata: Metadata = {
  title: 'Change of address',
  robots: { index: false },
  referrer: 'same-origin',
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const OUTCOMES = {
  waiting: {
    title: 'Agreed, by one of two',
    text: 'The other address still has to agree, by the link in its own mail. Then the change is made.',
  },
  changed: { title: 'The address is changed', text: 'From now on you sign in with the new one.' },
  taken: {
    title: 'That address has an account',
    text: 'The new address signs in to an account of its own, and two accounts cannot share one. Nothing was changed.',
  },
  gone: {
    title: 'This link is no longer good',
    text: 'It was used, is more than a day old, belongs to a change that was given up, or is not quite as we sent it. Nothing was changed by it now.',
  },
};

/** Where the two mailed links lead. To open one changes nothing; the button agrees. */
export default async function EmailChangePage({ searchParams }: Props) {
  const { token, outcome } = await searchParams;
  const told = Object.keys(OUTCOMES).find((one) => one === outcome) as keyof typeof OUTCOMES | undefined;
  if (told) return <Outcome {...OUTCOMES[told]} />;
  const link = await findChangeLink(database(), String(token ?? ''), new Date());
  if (!link) return <Outcome {...OUTCOMES.gone} />;
  if (link.isConfirmed) return <Outcome {...OUTCOMES.waiting} />;
  return (
    <Band>
      <h1>Change of address</h1>
      <p className="mt-3 max-w-160 text-lg text-ink-2">
        The account of <strong className="wrap-anywhere">{link.oldEmail}</strong> is to move to{' '}
        <strong className="wrap-anywhere">{link.newEmail}</strong>. Both addresses have to agree; this link
        speaks for the {link.side === 'old' ? 'first' : 'second'}.
      </p>
      <form action={agree} className="mt-6">
        <input type="hidden" name="token" value={String(token)} />
        <Button type="submit" kind="go">
          Agree to the change
        </Button>
      </form>
      <p className="mt-6 max-w-160 text-sm text-ink-3">
        Not your doing? Close this page; without you nothing is changed.
      </p>
    </Band>
  );
}

function Outcome({ title, text }: { title: string; text: string }) {
  return (
    <Band>
      <h1>{title}</h1>
      <p className="mt-3 max-w-160 text-lg text-ink-2">{text}</p>
      <p className="mt-6">
        <ButtonLink href="/employer/account">To your account</ButtonLink>
      </p>
    </Band>
  );
}
