import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Band } from '@/components/layout/band';
import { Button, ButtonLink } from '@/components/ui/button';
import { Glyph } from '@/components/ui/glyphs';
import { database } from '@/db/pool';
import { findSignup, type SignupView } from '@/domain/newsletter/confirm';
import { FREQUENCY_WORDS, subscriptionTitle } from '@/domain/newsletter/labels';
import { type LinkParams, preferencesUrl, readConfirmLink } from '@/domain/newsletter/links';
import { CONFIRM_DAYS } from '@/domain/newsletter/rules';
import { findSubscriberId } from '@/domain/newsletter/subscribers';
import { authSecret } from '@/lib/env';
import { linkField } from '../link-params';
import { newsletterPorts } from '../ports';
import { confirm, renew } from './actions';

// The address holds the link's token. (With no referrer at all, browsers would not name the origin of the form.)
export const metadata: Metadata = {
  title: 'Confirm',
  robots: { index: false },
  referrer: 'same-origin',
};

type Props = { searchParams: Promise<LinkParams> };

/** Where the mailed link of a signup leads. To open it changes nothing; the button confirms. */
export default async function ConfirmPage({ searchParams }: Props) {
  const params = await searchParams;
  if (params.renewed) {
    return (
      <Answer title="A new link is on its way">
        <p>Look in the same box as before. The new one works for {CONFIRM_DAYS} days.</p>
      </Answer>
    );
  }
  const link = readConfirmLink(params, authSecret());
  const view = link && (await findSignup(database(), link.signup));
  if (!link || !view) {
    return (
      <Answer title="This link is not one of ours">
        <p>
          It is not quite as we sent it, or what it was about has been deleted since. Nothing was changed. You
          can sign up again; it takes a minute.
        </p>
        <ButtonLink href="/newsletter" kind="go" className="mt-6">
          Sign up again
        </ButtonLink>
      </Answer>
    );
  }
  if (view.state === 'confirmed') return <Confirmed view={view} until={link.until} />;
  if (view.state === 'ended') {
    return (
      <Answer title="You have left this again">
        <p>It was confirmed with this link, and left since. Nothing more comes of it.</p>
        <ButtonLink href="/newsletter" className="mt-6">
          Sign up again
        </ButtonLink>
      </Answer>
    );
  }
  if (link.until <= new Date()) {
    return (
      <Answer title="This link is too old">
        <p>It worked for {CONFIRM_DAYS} days. Another one can be sent to the same address.</p>
        <form action={renew} className="mt-6">
          <input type="hidden" name="link" value={linkField(params)} />
          <Button type="submit" kind="go">
            Send a new link
          </Button>
        </form>
      </Answer>
    );
  }
  return (
    <Band>
      <Glyph name="tick-outline" className="h-10 w-9 text-accent" />
      <h1 className="mt-3">One more tick</h1>
      <p className="lede mt-3">
        Shall this come to <strong className="wrap-anywhere">{view.email}</strong>?
      </p>
      <Items view={view} />
      <form action={confirm} className="mt-7">
        <input type="hidden" name="link" value={linkField(params)} />
        <Button type="submit" kind="go">
          Yes, send it to me
        </Button>
      </form>
      <p className="mt-6 max-w-160 text-sm text-ink-3">
        Not your doing? Close this page; without the button nothing is sent, and the address is forgotten.
      </p>
    </Band>
  );
}

async function Confirmed({ view, until }: { view: SignupView; until: Date }) {
  const subscriberId = await findSubscriberId(database(), view.email);
  // Whoever holds a link of the last few days reads mail there.
  const preferences =
    subscriberId !== null && until > new Date()
      ? preferencesUrl({ subscriberId, email: view.email }, newsletterPorts().link, new Date())
      : '/newsletter/preferences';
  return (
    <Answer title="Confirmed">
      <p>This comes from now on. Every mail has a link that ends it with one click.</p>
      <Items view={view} />
      <p className="mt-7 flex flex-wrap gap-3">
        <ButtonLink href="/offers" kind="ink">
          To the offers
        </ButtonLink>
        <ButtonLink href={preferences}>How often, and when</ButtonLink>
      </p>
    </Answer>
  );
}

function Items({ view }: { view: SignupView }) {
  return (
    <ul className="mt-5 max-w-160 border-t border-ink">
      {view.items.map(({ search, query, frequency }) => (
        <li key={`${search} ${query}`} className="border-b border-rule py-3">
          <span className="font-semibold wrap-anywhere">{subscriptionTitle(search)}</span>
          {frequency && <span className="text-ink-2">, {FREQUENCY_WORDS[frequency]}</span>}
        </li>
      ))}
    </ul>
  );
}

function Answer({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Band>
      <h1>{title}</h1>
      <div className="mt-3 max-w-160 text-lg text-ink-2">{children}</div>
    </Band>
  );
}
