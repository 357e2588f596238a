import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DraftPage, type SearchParams } from '@/app/(employer)/post-a-job/draft-page';
import { currentWriter } from '@/app/(employer)/post-a-job/scope';
import { requireEmployer } from '@/app/session';
import { FormContents } from '@/components/drafts/draft-form';
import { SaveNote } from '@/components/drafts/save-note';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { changeId, readOfferId } from '@/domain/drafts/input';
import { formOfOffer } from '@/domain/drafts/offer-form';
import { findDraft } from '@/domain/drafts/queries';

export const metadata: Metadata = { title: 'Edit an offer', robots: { index: false } };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export default async function EditPage({ params, searchParams }: Props) {
  const offerId = readOfferId((await params).id);
  const { company } = await requireEmployer(offerId ? `/employer/offers/${offerId}/edit` : '/employer');
  if (!offerId) notFound();
  const db = database();
  const found = await formOfOffer(db, company.companyId, offerId);
  if (!found) notFound();
  const back = `/employer/offers/${offerId}`;
  if (!found.editable)
    return (
      <>
        <h1>{found.title}</h1>
        <Notice kind="warn" className="mt-6 max-w-160">
          <p>An offer that is {found.state.replace('_', ' ')} cannot be edited. You may duplicate it.</p>
        </Notice>
        <p className="mt-6 flex flex-wrap gap-3">
          <ButtonLink href={`${back}/duplicate`} rel="nofollow">
            Duplicate it
          </ButtonLink>
          <ButtonLink href={back}>Back to the offer</ButtonLink>
        </p>
      </>
    );
  const id = changeId(offerId, found.base);
  const { scope } = await currentWriter();
  const stored = await findDraft(db, scope, id);
  if (stored === 'missing') notFound();
  return (
    <DraftPage
      id={id}
      draft={stored === 'free' ? null : stored}
      initial={found.form}
      companyId={company.companyId}
      offerId={offerId}
      params={await searchParams}
      notice={
        stored !== 'free' && (
          <Notice kind="good" className="mb-8">
            <p>These changes are not on the public page yet. Save them at the end of the form.</p>
          </Notice>
        )
      }
      frame={(form) => (
        <>
          <p className="mb-2 text-sm">
            <a href={back}>← {found.title}</a>
          </p>
          <h1>Edit the offer</h1>
          <div className="mt-4 mb-8 flex flex-wrap items-baseline justify-between gap-x-8 border-b border-rule [&>nav]:mb-0 [&>nav]:lg:flex [&>nav]:lg:max-w-none [&>nav>a]:lg:border-b-0">
            <FormContents />
            <SaveNote isChange />
          </div>
          {form}
        </>
      )}
    />
  );
}
