import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { Moment } from '@/components/operator/moment';
import { Blank } from '@/components/ui/blank';
import { Status } from '@/components/ui/status';
import { database } from '@/db/pool';
import { formatOffers } from '@/domain/offers/labels';
import { listForReview, type ReviewLine } from '@/domain/operator/review';
import { readSettings } from '@/domain/settings/settings';

export const metadata: Metadata = { title: 'Review' };

const SHOWN = 100;

export default async function ReviewPage() {
  await requireOperator('/operator/review');
  const [{ lines, total }, { reviewBeforePublishing }] = await Promise.all([
    listForReview(database(), SHOWN),
    readSettings(database()),
  ]);
  const note = total > 0 ? `${formatOffers(total)} to be read, the longest waiting first` : undefined;
  return (
    <>
      <ConsoleHead title="Review" note={note} />
      {lines.length > 0 && <Queue lines={lines} />}
      {lines.length === 0 && (
        <Blank title="Nothing waits to be read.">
          {!reviewBeforePublishing && (
            <p>
              Offers are published as soon as they are paid for. That is one of the{' '}
              <a href="/operator/settings#reviewBeforePublishing">settings</a>.
            </p>
          )}
        </Blank>
      )}
    </>
  );
}

function Queue({ lines }: { lines: ReviewLine[] }) {
  return (
    <table className="ledger ledger-stack">
      <thead>
        <tr>
          <th scope="col">Offer</th>
          <th scope="col">Company</th>
          <th scope="col">Paid for by</th>
          <th scope="col">Since, UTC</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, title, company, order, since }) => (
          <tr key={id}>
            <th scope="row" className="break-words">
              <a href={`/operator/review/${id}`}>{title}</a>
            </th>
            <td data-label="Company" className="break-words">
              <a href={`/operator/companies/${company.id}`}>{company.name}</a>
            </td>
            <td data-label="Paid for by">
              {order ? (
                <a href={`/operator/orders/${order.id}`}>{order.byCredit ? 'a credit' : order.planName}</a>
              ) : (
                <Status kind="warn">Nobody</Status>
              )}
            </td>
            <td data-label="Since">
              <Moment at={since} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
