import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { requireEmployer } from '@/app/session';
import { Papers } from '@/components/billing/order-table';
import { orderInWords, STATE_LOOKS } from '@/components/billing/order-words';
import { Retry } from '@/components/billing/pending-orders';
import { Button, ButtonLink } from '@/components/ui/button';
import { Status } from '@/components/ui/status';
import { formatAmount, ORDER_STATE_LABELS, PURPOSE_LABELS } from '@/domain/billing/labels';
import { readOfferId } from '@/domain/drafts/input';
import { formatDate } from '@/domain/offers/labels';
import { buy, giveUp } from '../actions';
import { loadOrder } from '../loaders';

export const metadata: Metadata = { title: 'Order', robots: { index: false } };

/** Seconds between two looks, and how often the page looks by itself: a minute's worth. */
const PAUSE = 2;
const MOST_LOOKS = 30;

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** An order as it stands. Buyers come back to it from Stripe, often before its webhook has told us anything. */
export default async function OrderPage({ params, searchParams }: Props) {
  const [{ id }, { session, look }] = await Promise.all([params, searchParams]);
  const here = `/employer/orders/${id}`;
  const { company } = await requireEmployer(here);
  const orderId = readOfferId(id);
  const order = orderId && (await loadOrder(company.companyId, orderId));
  if (!order) notFound();
  // Stripe was asked just now: who comes from it and is not known to have paid met a Stripe that does not answer.
  const isReturning = order.state === 'open' && session !== undefined && session === order.sessionId;
  const looks = typeof look === 'string' && /^\d{1,3}$/.test(look) ? Number(look) : 0;
  const isLive = order.offerState === 'live';
  const { title, text } = orderInWords({
    ...order,
    isReturning,
    isLive,
    isCredit: order.packOrderId !== null,
    creditsExpireAt: order.creditsExpireAt?.toISOString() ?? null,
    offerExpiresAt: order.offerExpiresAt?.toISOString() ?? null,
  });
  const isOver = order.state === 'failed' || order.state === 'expired';
  return (
    <>
      {isReturning && looks < MOST_LOOKS && (
        <meta
          httpEquiv="refresh"
          content={`${PAUSE};url=${here}?session=${order.sessionId}&look=${looks + 1}`}
        />
      )}
      <p className="mb-3 text-sm">
        <a href="/employer/orders">← Orders</a>
      </p>
      <h1 role={isReturning ? 'status' : undefined}>{title}</h1>
      <p className="mt-3 max-w-160 text-lg text-ink-2">{text}</p>
      {isReturning && looks >= MOST_LOOKS && (
        <p className="mt-3 max-w-160">
          It takes longer than usual. <a href={`${here}?session=${order.sessionId}`}>Look again</a>
        </p>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        {order.state === 'open' && !isReturning && (
          <>
            <ButtonLink href={`${here}/pay`} rel="nofollow" kind="go">
              Go on to the payment
            </ButtonLink>
            <form action={giveUp}>
              <input type="hidden" name="order" value={order.id} />
              <input
                type="hidden"
                name="back"
                value={order.offerId ? `/employer/offers/${order.offerId}` : '/employer/orders'}
              />
              <Button type="submit">Give it up</Button>
            </form>
          </>
        )}
        {isOver && order.packOrderId === null && (order.offerId !== null || order.purpose === 'pack') && (
          <Retry offerId={order.offerId} planCode={order.planCode} buy={buy} />
        )}
        {order.outcome === 'credited' && (
          <ButtonLink href="/employer" kind="ink">
            To your offers
          </ButtonLink>
        )}
        {isLive && order.offerSlug && !isOver && order.state !== 'open' && (
          <ButtonLink href={`/offers/${order.offerSlug}`} kind="ink">
            See it as candidates do
          </ButtonLink>
        )}
        {order.offerId && (
          <ButtonLink href={`/employer/offers/${order.offerId}`}>Your page of the offer</ButtonLink>
        )}
      </div>
      <section className="mt-10 max-w-160">
        <h2 className="mb-3">Order no. {order.id}</h2>
        <table className="ledger">
          <caption className="sr-only">The order</caption>
          <tbody className="[&_tr:first-child>*]:border-t [&_tr:first-child>*]:border-t-ink">
            <Line name="State">
              <Status kind={STATE_LOOKS[order.state]}>
                {isReturning ? 'Waiting for Stripe' : ORDER_STATE_LABELS[order.state]}
              </Status>
            </Line>
            <Line name="Bought">
              {order.planName}, {PURPOSE_LABELS[order.purpose].toLowerCase()}
            </Line>
            {order.offerTitle && <Line name="For">{order.offerTitle}</Line>}
            {order.packOrderId === null ? (
              <Line name={order.amountTotal === null ? 'Price' : 'Paid'}>
                {formatAmount(order.amountTotal ?? order.price, order.currency)}
              </Line>
            ) : (
              <Line name="Paid">
                a credit of{' '}
                <a href={`/employer/orders/${order.packOrderId}`}>order no. {order.packOrderId}</a>
              </Line>
            )}
            {order.amountRefunded > 0 && (
              <Line name="Refunded">{formatAmount(order.amountRefunded, order.currency)}</Line>
            )}
            <Line name="Day">{formatDate(order.createdAt.toISOString())}</Line>
            {(order.invoiceUrl || order.receiptUrl) && (
              <Line name="Papers">
                <Papers {...order} />
              </Line>
            )}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row" className="w-32 font-normal! text-ink-3">
        {name}
      </th>
      <td className="num">{children}</td>
    </tr>
  );
}
