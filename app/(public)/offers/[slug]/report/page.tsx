import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Band } from '@/components/layout/band';
import { ReportForm } from '@/components/offers/detail/report-form';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { MAX_REPORT_MESSAGE, REPORT_REASONS } from '@/domain/offers/reports';
import { offerIdFromSlug } from '@/domain/offers/rules';
import { authSecret } from '@/lib/env';
import { makeSeal, SEAL_FIELD, TRAP_FIELD } from '@/lib/form-guard';
import { loadOfferPage } from '../loaders';

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ state?: string | string[] }> };

// Not on the page of the offer: that one is static and cannot say when its form was opened.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: 'Report an offer', robots: { index: false, follow: false } };

export default async function ReportPage({ params, searchParams }: Props) {
  const [{ slug }, { state }] = await Promise.all([params, searchParams]);
  const id = offerIdFromSlug(slug);
  const page = id === null ? null : await loadOfferPage(id);
  if (!page) notFound();
  const { offer } = page;
  const path = `/offers/${offer.slug}`;
  const done = state === 'thanks';
  return (
    <Band side={<p className="text-sm text-ink-3">Report</p>}>
      <h1 className="max-w-[22ch]">{done ? 'Thank you' : 'What is wrong?'}</h1>
      <p className="mt-3 max-w-160 text-lg text-ink-2">
        <a href={path}>{offer.title}</a>
        {`\u00a0\u00a0·\u00a0 ${offer.company.name}`}
      </p>
      {done ? (
        <>
          <Notice kind="good" role="status" className="mt-6 max-w-144">
            <p>Your report is kept. A person reads it; the employer does not learn who wrote it.</p>
          </Notice>
          <p className="mt-6">
            <ButtonLink href="/offers">To the offers</ButtonLink>
          </p>
        </>
      ) : (
        <>
          {state === 'limit' && (
            <Notice kind="warn" role="alert" className="mt-6 max-w-144">
              <p>So many reports from one place are more than we take in an hour. Please try again later.</p>
            </Notice>
          )}
          <ReportForm
            action={`${path}/report/send`}
            reasons={REPORT_REASONS}
            mostLetters={MAX_REPORT_MESSAGE}
            guard={{
              trapField: TRAP_FIELD,
              sealField: SEAL_FIELD,
              seal: makeSeal(authSecret(), new Date()),
            }}
            fault={state === 'fault'}
          />
        </>
      )}
    </Band>
  );
}
