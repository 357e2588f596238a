import type { Metadata } from 'next';
import { Band } from '@/components/layout/band';
import { Button, ButtonLink } from '@/components/ui/button';
import { database } from '@/db/pool';
import { subscriptionWords } from '@/domain/newsletter/labels';
import { findLeaving } from '@/domain/newsletter/leaving';
import { type LinkParams, readLeaveLink } from '@/domain/newsletter/links';
import { authSecret } from '@/lib/env';
import { linkField } from '../link-params';
import { leave, mailLink } from './actions';

export const metadata: Metadata = {
  title: 'Leave',
  robots: { index: false },
  referrer: 'same-origin',
};

type Props = { searchParams: Promise<LinkParams> };

/** Where “leave with one click” leads. To open it changes nothing; the button leaves. */
export default async function UnsubscribePage({ searchParams }: Props) {
  const params = await searchParams;
  const leaving = readLeaveLink(params, authSecret());
  if (!leaving) {
    return (
      <Band>
        <h1>This link is not one of ours</h1>
        <p className="mt-3 max-w-160 text-lg text-ink-2">
          It is not quite as we sent it, and nothing was changed. With your preferences you can leave too: we
          mail you a link to them.
        </p>
        <ButtonLink href="/newsletter/preferences" kind="go" className="mt-6">
          Mail me that link
        </ButtonLink>
      </Band>
    );
  }
  const view = await findLeaving(database(), leaving);
  if (!view) {
    return (
      <Band>
        <h1>Nothing comes any more</h1>
        <p className="mt-3 max-w-160 text-lg text-ink-2">
          There is nothing left to leave: what this link was about was deleted.
        </p>
      </Band>
    );
  }
  const what = view.search === undefined ? 'everything that we send you' : subscriptionWords(view.search);
  const link = <input type="hidden" name="link" value={linkField(params)} />;
  return (
    <Band>
      <h1>{view.isOver ? 'You have left' : 'Leave?'}</h1>
      <p className="lede mt-3 wrap-anywhere">
        {view.isOver
          ? `Nothing more comes to you of ${what}.`
          : `One click, and nothing more comes to you of ${what}.`}
      </p>
      {!view.isOver && (
        <form action={leave} className="mt-7">
          {link}
          <Button type="submit" kind="go">
            {view.search === undefined ? 'Leave everything' : 'Leave'}
          </Button>
        </form>
      )}
      {view.others > 0 && (
        <form action={leave} className="mt-7 max-w-160 border-t border-rule pt-5">
          {link}
          <input type="hidden" name="all" value="on" />
          <p className="mb-3 text-ink-2">
            {view.isOver ? 'There is still ' : 'Besides, there is '}
            {view.others === 1 ? 'one other list or alert' : `${view.others} other lists and alerts`} that you
            asked for.
          </p>
          <Button type="submit">Leave everything</Button>
        </form>
      )}
      <form action={mailLink} className="mt-7 max-w-160 border-t border-rule pt-5 text-sm text-ink-2">
        {link}
        {view.isOver ? 'A slip? ' : 'Rather less often, or not for a few weeks? '}
        <button type="submit" className="link-button">
          Mail me the link to my preferences
        </button>
      </form>
    </Band>
  );
}
