import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { DecisionForm } from '@/components/operator/decision-form';
import { EventList } from '@/components/operator/event-list';
import { FactTable } from '@/components/operator/fact-table';
import { Moment } from '@/components/operator/moment';
import { OfferState } from '@/components/operator/offer-state';
import { OfferText } from '@/components/operator/offer-text';
import { Button } from '@/components/ui/button';
import { database } from '@/db/pool';
import { listContacts } from '@/domain/offers/contacts';
import { formatNumber, payAmount, payTerms, placesLabel, SEPARATOR } from '@/domain/offers/labels';
import { REPORT_REASONS, type ReportReason } from '@/domain/offers/reports';
import { SENIORITY_LABELS, WORKPLACE_LABELS } from '@/domain/offers/rules';
import { offerVisibility } from '@/domain/offers/visibility';
import { listEventsOf } from '@/domain/operator/audit';
import { idParam, possibleActs } from '@/domain/operator/input';
import { getOfferFile, type OfferFile } from '@/domain/operator/offers';
import { listReportsOf, type Report } from '@/domain/operator/reports';
import { getForReview } from '@/domain/operator/review';
import { readSettings } from '@/domain/settings/settings';
import { decide, feature } from './actions';

export const metadata: Metadata = { title: 'Offer' };

const EVENTS_SHOWN = 50;

export default async function OfferPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: given } = await params;
  await requireOperator(`/operator/offers/${encodeURIComponent(given)}`);
  const id = idParam(given) ?? notFound();
  const [db, now] = [database(), new Date()];
  const [file, events, reports, contacts, settings, review] = await Promise.all([
    getOfferFile(db, id, now),
    listEventsOf(db, 'offer', id, EVENTS_SHOWN),
    listReportsOf(db, id),
    listContacts(db, [id]),
    readSettings(db),
    getForReview(db, id),
  ]);
  if (!file) notFound();
  const { offer } = file;
  const acts = review?.order ? [] : possibleActs(offer.state);
  const isShown = offerVisibility(offer, settings.closedOfferDays, now) !== 'gone';
  return (
    <>
      <ConsoleHead
        title={offer.title}
        note={
          <>
            <a href={`/operator/companies/${offer.company.id}`}>{offer.company.name}</a>
            {SEPARATOR}
            <OfferState state={offer.state} />
          </>
        }
      />
      <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <FactTable rows={factsOf(file, isShown)} />
        </div>
        <aside aria-label="Decision" className="min-w-0 xl:row-span-2">
          <section className="border-t-2 border-ink pt-4">
            <h2 className="mb-3 text-lg leading-7 md:text-lg md:leading-7">Decision</h2>
            {acts.length > 0 ? (
              <DecisionForm
                key={offer.state}
                action={decide}
                about={{ id: String(id) }}
                acts={acts}
                days={settings.offerLifetimeDays}
                contacts={contacts.map(({ email }) => email)}
              />
            ) : (
              <p className="text-sm text-ink-2">
                {review ? (
                  <>
                    It is paid for and waits to be read: <a href={`/operator/review/${id}`}>review it</a>.
                  </>
                ) : (
                  'It was removed, and that cannot be undone.'
                )}
              </p>
            )}
          </section>
          {offer.state !== 'removed' && (
            <form action={feature} className="mt-6 border-t border-rule pt-4 text-sm">
              <input type="hidden" name="id" value={id} />
              <p className="mb-3 text-ink-2">
                {offer.featured
                  ? 'Featured: it stands above the others and is marked as promoted.'
                  : 'Featured offers stand above the others and are marked as promoted.'}
              </p>
              <Button small type="submit" name="featured" value={offer.featured ? 'no' : 'yes'}>
                {offer.featured ? 'Feature it no longer' : 'Feature it'}
              </Button>
            </form>
          )}
        </aside>
        <div className="min-w-0 space-y-10">
          {reports.length > 0 && <Reports offerId={id} reports={reports} />}
          <section>
            <h2 className="mb-3">As it reads</h2>
            <OfferText html={offer.descriptionHtml} />
          </section>
          <section>
            <h2 className="mb-3">What happened</h2>
            {events.length > 0 ? <EventList events={events} /> : <p className="text-sm">Nothing yet.</p>}
          </section>
        </div>
      </div>
    </>
  );
}

function factsOf(file: OfferFile, isShown: boolean): [string, ReactNode][] {
  const { offer, postedBy, applyUrl, applyEmail } = file;
  const at = (moment: string | null) => moment && <Moment at={moment} />;
  return [
    ['Page', isShown && <a href={`/offers/${offer.slug}`}>{`/offers/${offer.slug}`}</a>],
    ['Role', offer.role.title],
    ['Level', offer.seniority && SENIORITY_LABELS[offer.seniority]],
    ['Workplace', [WORKPLACE_LABELS[offer.workplace], placesLabel(offer)].filter(Boolean).join(', ')],
    [
      'Pay',
      offer.pay.map((pay) => (
        <span key={pay.contract} className="block">
          {payAmount(pay) ?? 'Not stated'} <span className="text-ink-3">{payTerms(pay, offer.partTime)}</span>
        </span>
      )),
    ],
    ['No pay because', file.payReason],
    ['Skills', offer.skills.map(({ name }) => name).join(', ')],
    [
      'Apply',
      applyUrl ? (
        <a key="apply" href={applyUrl} rel="nofollow noopener noreferrer">
          {applyUrl}
        </a>
      ) : (
        applyEmail
      ),
    ],
    [
      'Posted by',
      postedBy ? (
        <a key="user" href={`/operator/users/${postedBy.id}`}>
          {postedBy.email}
        </a>
      ) : (
        originOf(offer.source)
      ),
    ],
    ['Written', at(file.createdAt)],
    ['Published', at(offer.publishedAt)],
    ['Last answer', at(offer.confirmedAt)],
    ['Asked', at(file.askedAt)],
    ['Paused by', file.pausedBy === 'silence' ? 'silence' : file.pausedBy && 'the employer'],
    ['Expires', at(offer.expiresAt)],
    ['Closed', at(offer.closedAt)],
    ['30 days', `${formatNumber(file.views)} views, ${formatNumber(file.applies)} applies`],
  ];
}

function originOf(source: string): string {
  if (source === 'employer') return 'somebody who has left';
  return source === 'demo' ? 'the demo' : `the import “${source}”`;
}

function Reports({ offerId, reports }: { offerId: number; reports: Report[] }) {
  const open = reports.filter(({ handledAt }) => handledAt === null).length;
  return (
    <section>
      <h2 className="mb-3">Reports</h2>
      {open > 0 && (
        <p className="mb-3 text-sm">
          <a href={`/operator/reports?offer=${offerId}`}>
            {open === 1 ? 'One is open' : `${open} are open`}: decide on them together
          </a>
        </p>
      )}
      <ul className="border-t border-ink text-sm">
        {reports.map((report) => (
          <li key={report.id} className="border-b border-rule py-2.5">
            <b>{REPORT_REASONS[report.reason as ReportReason] ?? report.reason}</b>
            {report.message && <p className="whitespace-pre-line text-ink-2">{report.message}</p>}
            <p className="text-xs text-ink-3">
              <Moment at={report.at} />, {report.handledAt ? 'handled' : 'open'}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
