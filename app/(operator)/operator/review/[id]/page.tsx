import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { FactTable } from '@/components/operator/fact-table';
import { Moment } from '@/components/operator/moment';
import { OfferText } from '@/components/operator/offer-text';
import { ReviewForm } from '@/components/operator/review-form';
import { database } from '@/db/pool';
import { formatAmount } from '@/domain/billing/labels';
import { payAmount, payTerms, placesLabel } from '@/domain/offers/labels';
import { SENIORITY_LABELS, WORKPLACE_LABELS } from '@/domain/offers/rules';
import { idParam } from '@/domain/operator/input';
import { getOfferFile } from '@/domain/operator/offers';
import { getForReview, type ReviewLine } from '@/domain/operator/review';
import { decide } from '../actions';

export const metadata: Metadata = { title: 'Review' };

export default async function ReviewOfferPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: given } = await params;
  await requireOperator(`/operator/review/${encodeURIComponent(given)}`);
  const id = idParam(given);
  const [line, file] =
    id === null
      ? []
      : await Promise.all([getForReview(database(), id), getOfferFile(database(), id, new Date())]);
  // Somebody else has decided on it meanwhile.
  if (!line || !file) redirect('/operator/review');
  const { offer, applyUrl, applyEmail } = file;
  return (
    <>
      <ConsoleHead
        title={offer.title}
        note={<a href={`/operator/companies/${offer.company.id}`}>{offer.company.name}</a>}
      />
      <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-10">
          <FactTable
            rows={[
              ['Role', offer.role.title],
              ['Level', offer.seniority && SENIORITY_LABELS[offer.seniority]],
              [
                'Workplace',
                [WORKPLACE_LABELS[offer.workplace], placesLabel(offer)].filter(Boolean).join(', '),
              ],
              [
                'Pay',
                offer.pay.map((pay) => (
                  <span key={pay.contract} className="block">
                    {payAmount(pay) ?? 'Not stated'}{' '}
                    <span className="text-ink-3">{payTerms(pay, offer.partTime)}</span>
                  </span>
                )),
              ],
              ['No pay because', file.payReason],
              ['Skills', offer.skills.map(({ name }) => name).join(', ')],
              [
                'Apply',
                <span key="apply" className="break-all">
                  {applyUrl ?? applyEmail}
                </span>,
              ],
              ['Posted by', file.postedBy?.email],
              ['Paid for', <PaidFor key="paid" line={line} />],
              ['Waits since', <Moment key="since" at={line.since} />],
              [
                'All about it',
                <a key="file" href={`/operator/offers/${offer.id}`}>
                  The offer’s page here
                </a>,
              ],
            ]}
          />
          <section>
            <h2 className="mb-3">As it reads</h2>
            <OfferText html={offer.descriptionHtml} />
          </section>
        </div>
        <aside aria-label="Decision" className="min-w-0">
          <section className="border-t-2 border-ink pt-4 xl:sticky xl:top-6">
            <h2 className="mb-3 text-lg leading-7 md:text-lg md:leading-7">Decision</h2>
            <ReviewForm
              action={decide}
              offerId={offer.id}
              days={line.order?.days ?? null}
              returned={returnedBy(line)}
            />
          </section>
        </aside>
      </div>
    </>
  );
}

function PaidFor({ line: { order } }: { line: ReviewLine }) {
  if (!order) return 'Nothing pays for it any more: see its orders';
  const price = order.byCredit ? 'a credit' : formatAmount(order.amountTotal, order.currency);
  return (
    <>
      <a href={`/operator/orders/${order.id}`}>{order.planName}</a>, {order.days} days, {price}
    </>
  );
}

function returnedBy({ order }: ReviewLine): string {
  if (order?.byCredit) return 'Their credit goes back to them.';
  if (!order?.amountTotal) return 'The offer is a draft again.';
  return `${formatAmount(order.amountTotal, order.currency)} go back to them.`;
}
