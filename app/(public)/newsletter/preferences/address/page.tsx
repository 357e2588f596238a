import type { Metadata } from 'next';
import { Band } from '@/components/layout/band';
import { Button, ButtonLink } from '@/components/ui/button';
import { database } from '@/db/pool';
import { findAddressChange } from '@/domain/newsletter/address-change';
import type { LinkParams } from '@/domain/newsletter/links';
import { authSecret } from '@/lib/env';
import { linkField } from '../../link-params';
import { move } from './actions';

export const metadata: Metadata = {
  title: 'Your new address',
  robots: { index: false },
  referrer: 'same-origin',
};

type Props = { searchParams: Promise<LinkParams> };

const OUTCOMES = {
  taken: {
    title: 'That address has its own list',
    text: 'Somebody subscribes with the new address already, most likely you. Nothing was changed. Leave with one of the two, and keep the other.',
  },
  gone: {
    title: 'This link is no longer good',
    text: 'It was used, is more than a few days old, or is not quite as we sent it. Nothing was changed by it now.',
  },
};

/** Where the link that is mailed to a new address leads. To open it changes nothing; the button does. */
export default async function AddressPage({ searchParams }: Props) {
  const params = await searchParams;
  const change = await findAddressChange(database(), params, authSecret(), new Date());
  if (!change || params.done === 'taken') {
    const { title, text } = params.done === 'taken' ? OUTCOMES.taken : OUTCOMES.gone;
    return (
      <Band>
        <h1>{title}</h1>
        <p className="mt-3 max-w-160 text-lg text-ink-2">{text}</p>
        <ButtonLink href="/newsletter/preferences" className="mt-6">
          Your preferences
        </ButtonLink>
      </Band>
    );
  }
  return (
    <Band>
      <h1>Is this your new address?</h1>
      <p className="lede mt-3">
        What is sent to <strong className="wrap-anywhere">{change.reader.email}</strong> is to be sent to{' '}
        <strong className="wrap-anywhere">{change.newEmail}</strong>.
      </p>
      <form action={move} className="mt-7">
        <input type="hidden" name="link" value={linkField(params)} />
        <Button type="submit" kind="go">
          Send it here
        </Button>
      </form>
      <p className="mt-6 max-w-160 text-sm text-ink-3">Not your doing? Close this page.</p>
    </Band>
  );
}
