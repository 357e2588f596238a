import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { SignInForm } from '@/components/account/sign-in-form';
import { FormContents } from '@/components/drafts/draft-form';
import { Clock, SaveNote } from '@/components/drafts/save-note';
import { Band } from '@/components/layout/band';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { draftPath, EMPTY_FORM, readDraftId, readOfferId } from '@/domain/drafts/input';
import { duplicateOffer } from '@/domain/drafts/offer-form';
import { type DraftLine, findDraft, listDrafts } from '@/domain/drafts/queries';
import { findOfferMadeOf } from '@/domain/offers/employer-offers';
import { askForLink } from '../sign-in/actions';
import { DraftPage, type SearchParams } from './draft-page';
import { currentWriter } from './scope';

export const metadata: Metadata = {
  title: 'Post an offer',
  description: 'Write an offer without an account: it is kept as you type.',
  alternates: { canonical: '/post-a-job' },
};

/** Drafts named on the page of a new one. */
const MOST_EARLIER = 5;

export default async function PostPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const { draft: id } = params;
  if (typeof id !== 'string' || readDraftId(id)?.kind !== 'new') redirect('/post-a-job/new');
  const [db, { scope, user, company }] = [database(), await currentWriter()];
  const found = await findDraft(db, scope, id);
  if (found === 'missing') notFound();
  const draft = found === 'free' ? null : found;
  if (!draft) {
    const made = await findOfferMadeOf(db, scope.companies, id);
    if (made) redirect(`/employer/offers/${made.id}`);
  }
  if (draft && draft.offerId !== null) redirect(draftPath(draft.id));
  const from = readOfferId(params.from);
  const copied = !draft && company && from ? await duplicateOffer(db, company.companyId, from) : null;
  const earlier = draft || copied ? [] : (await listDrafts(db, scope)).slice(0, MOST_EARLIER);
  return (
    <DraftPage
      id={id}
      draft={draft}
      initial={copied ?? EMPTY_FORM}
      companyId={draft?.companyId ?? company?.companyId ?? null}
      offerId={null}
      params={params}
      notice={
        <>
          {copied && (
            <Notice role="status" kind="good" className="mb-8">
              <p>This is a copy of an earlier offer. It is kept once you change or save it.</p>
            </Notice>
          )}
          {earlier.length > 0 && <EarlierDrafts drafts={earlier} />}
        </>
      }
      frame={(form) => (
        <Band
          lead={<h1 className="lg:hidden">Post an offer</h1>}
          side={
            <div className="max-lg:mt-4 max-lg:mb-6 lg:sticky lg:top-6">
              <FormContents />
              <SaveNote />
            </div>
          }
        >
          <h1 className="max-lg:hidden">Post an offer</h1>
          <p className="lede mt-3 mb-8">
            Ten minutes, and no account until you send it. It is kept as you type, so you may leave and come
            back.
          </p>
          {form}
        </Band>
      )}
      after={
        params.step === 'sign-in' && !user ? (
          <section id="s-sign-in" className="mt-10 border-t border-ink pt-5">
            <h2>One step before it is sent</h2>
            <p className="mt-2 max-w-160 text-ink-2">
              Sign in by mail, so that the offer is somebody’s. The draft waits, and the link brings it along
              into any browser.
            </p>
            <div className="max-w-104">
              <SignInForm action={askForLink} next={draftPath(id)} />
            </div>
          </section>
        ) : null
      }
    />
  );
}

function EarlierDrafts({ drafts }: { drafts: DraftLine[] }) {
  return (
    <Notice kind="good" className="mb-8">
      <p className="font-semibold">You have begun before:</p>
      <ul className="mt-1 text-sm">
        {drafts.map(({ id, title, savedAt }) => (
          <li key={id} className="mt-1">
            <a href={draftPath(id)}>{title || 'An offer without a title'}</a>, saved at{' '}
            <Clock at={savedAt.toISOString()} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
