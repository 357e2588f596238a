import { DecisionForm } from '@/components/operator/decision-form';
import { FactTable } from '@/components/operator/fact-table';
import { Moment } from '@/components/operator/moment';
import { OfferState } from '@/components/operator/offer-state';
import { OfferText } from '@/components/operator/offer-text';
import { Blank } from '@/components/ui/blank';
import { cx } from '@/components/ui/classes';
import { Status } from '@/components/ui/status';
import { database } from '@/db/pool';
import { listContacts } from '@/domain/offers/contacts';
import { payAmount, payTerms, placesLabel, SEPARATOR } from '@/domain/offers/labels';
import { REPORT_REASONS, type ReportReason } from '@/domain/offers/reports';
import { WORKPLACE_LABELS } from '@/domain/offers/rules';
import { possibleActs } from '@/domain/operator/input';
import { getOfferFile } from '@/domain/operator/offers';
import { listReportsOf, type ReportedOffer } from '@/domain/operator/reports';
import { decide } from './actions';

type ReportQueueProps = {
  queue: ReportedOffer[];
  /** Id of the offer to look at; the first of the queue if there is none. */
  chosen: number | null;
};

/** Offers with open reports at the left, and one of them to be decided on at the right. */
export async function ReportQueue({ queue, chosen }: ReportQueueProps) {
  const open = queue.find(({ id }) => id === chosen) ?? queue[0];
  if (!open) return <Blank title="No report is open." />;
  return (
    <div className="grid gap-x-12 gap-y-10 xl:grid-cols-[20rem_minmax(0,1fr)]">
      <ol className="self-start border-t border-ink text-sm">
        {queue.map((offer) => (
          <li key={offer.id} className="border-b border-rule">
            <a
              href={`/operator/reports?offer=${offer.id}`}
              aria-current={offer.id === open.id ? 'true' : undefined}
              className={cx(
                'flex items-start justify-between gap-3 border-l-4 py-3 pr-2 no-underline hover:bg-wash',
                offer.id === open.id ? 'border-accent bg-wash pl-2.5' : 'border-transparent',
              )}
            >
              <span className="min-w-0">
                <b className="block">{offer.title}</b>
                <span className="block text-xs text-ink-3">
                  {offer.company}
                  {SEPARATOR}
                  since <Moment at={offer.since} dayOnly />
                </span>
              </span>
              <span className="flex-none">
                <Status kind={offer.reports > 1 ? 'bad' : 'warn'}>
                  {offer.reports === 1 ? '1 report' : `${offer.reports} reports`}
                </Status>
              </span>
            </a>
          </li>
        ))}
      </ol>
      <ReportedOfferPanel offer={open} />
    </div>
  );
}

async function ReportedOfferPanel({ offer: { id, title, company } }: { offer: ReportedOffer }) {
  const db = database();
  const [file, all, contacts] = await Promise.all([
    getOfferFile(db, id, new Date()),
    listReportsOf(db, id),
    listContacts(db, [id]),
  ]);
  if (!file) return null;
  const { offer } = file;
  const reports = all.filter(({ handledAt }) => handledAt === null);
  // A draft has no page that anybody could report.
  const acts = possibleActs(offer.state).filter((act) => act !== 'publish');
  return (
    <section aria-labelledby="offer" className="min-w-0">
      <h2 id="offer">
        <a className="no-underline" href={`/operator/offers/${id}`}>
          {title}
        </a>
      </h2>
      <p className="mt-1 mb-4 text-sm text-ink-2">
        {company}
        {SEPARATOR}
        <OfferState state={offer.state} />
        {SEPARATOR}
        <a href={`/operator/offers/${id}`}>All about it</a>
      </p>
      <ul className="border-t border-ink text-sm">
        {reports.map((report) => (
          <li key={report.id} className="gap-4 border-b border-rule py-2.5 md:grid md:grid-cols-[9rem_1fr]">
            <p className="text-ink-3 max-md:text-xs">
              <Moment at={report.at} />
            </p>
            <div className="min-w-0">
              <b>{REPORT_REASONS[report.reason as ReportReason] ?? report.reason}</b>
              {report.message && <p className="whitespace-pre-line text-ink-2">{report.message}</p>}
            </div>
          </li>
        ))}
      </ul>
      <h3 className="mt-8 mb-3">As it reads</h3>
      <FactTable
        rows={[
          ['Where', [WORKPLACE_LABELS[offer.workplace], placesLabel(offer)].filter(Boolean).join(', ')],
          [
            'Pay',
            offer.pay.map((pay) => (
              <span key={pay.contract} className="block">
                {payAmount(pay) ?? 'Not stated'}{' '}
                <span className="text-ink-3">{payTerms(pay, offer.partTime)}</span>
              </span>
            )),
          ],
          [
            'Apply',
            file.applyUrl ? (
              <a key="apply" href={file.applyUrl} rel="nofollow noopener noreferrer">
                {file.applyUrl}
              </a>
            ) : (
              file.applyEmail
            ),
          ],
        ]}
      />
      <div className="mt-5">
        <OfferText html={offer.descriptionHtml} />
      </div>
      <div className="mt-9 border-t-2 border-ink pt-4">
        <h3 className="mb-3">Decision</h3>
        <DecisionForm
          key={id}
          action={decide}
          about={{ offer: String(id), upTo: String(reports[0]?.id ?? 0) }}
          acts={['keep', ...acts]}
          days={0}
          contacts={contacts.map(({ email }) => email)}
        />
      </div>
    </section>
  );
}
