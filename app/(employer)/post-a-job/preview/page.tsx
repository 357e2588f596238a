import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Band } from '@/components/layout/band';
import { OpenOffer } from '@/components/offers/detail/open-offer';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { draftPath } from '@/domain/drafts/input';
import { findDraft } from '@/domain/drafts/queries';
import { getExchangeRates } from '@/domain/offers/queries';
import { env } from '@/lib/env';
import type { SearchParams } from '../draft-page';
import { viewForm } from '../loaders';
import { currentWriter } from '../scope';

export const metadata: Metadata = { title: 'Preview', robots: { index: false, follow: false } };

/** A draft as the offer's own page will show it. */
export default async function PreviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { draft: id } = await searchParams;
  const [db, { scope }] = [database(), await currentWriter()];
  const draft = typeof id === 'string' ? await findDraft(db, scope, id) : 'missing';
  if (draft === 'missing' || draft === 'free') notFound();
  const { offer, pay, today } = await viewForm(draft.form, {
    ...draft,
    companyId: draft.companyId ?? scope.actingFor,
  });
  const currencies = offer.pay.flatMap(({ currency }) => (currency && currency !== 'EUR' ? [currency] : []));
  return (
    <>
      <Band>
        <Notice kind="warn" className="flex flex-wrap items-center justify-between gap-3">
          <p>
            <strong>Preview.</strong> The page as candidates will see it. Nobody else can open it, and its
            links lead nowhere yet.
          </p>
          <ButtonLink small href={draftPath(draft.id)}>
            Back to the form
          </ButtonLink>
        </Notice>
      </Band>
      <div className="[&_a]:pointer-events-none">
        <OpenOffer
          offer={offer}
          pay={pay}
          rates={await getExchangeRates(db, currencies)}
          url={`${env().SITE_URL}/offers/preview`}
          today={today}
        />
      </div>
    </>
  );
}
