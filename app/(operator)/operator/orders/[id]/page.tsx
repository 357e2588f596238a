import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { requireOperator } from '@/app/session';
import { ActForm } from '@/components/operator/act-form';
import { ConsoleHead } from '@/components/operator/console-head';
import { FactTable } from '@/components/operator/fact-table';
import { Moment } from '@/components/operator/moment';
import { STATE_WORDS } from '@/components/operator/offer-state';
import { OrderState } from '@/components/operator/order-state';
import { OrderSteps } from '@/components/operator/order-steps';
import { RefundForm } from '@/components/operator/refund-form';
import { Notice } from '@/components/ui/notice';
import { database } from '@/db/pool';
import { formatAmount } from '@/domain/billing/labels';
import { isRefundable, type OrderOutcome, standingOf } from '@/domain/billing/rules';
import { SEPARATOR } from '@/domain/offers/labels';
import { idParam, type Params, textParam } from '@/domain/operator/input';
import { getOrderFile, listOrderSteps, type OrderFile } from '@/domain/operator/orders';
import { stripePaymentUrl } from '../../stripe';
import { recheck, refund } from './actions';

export const metadata: Metadata = { title: 'Order' };

const DONE: Record<string, string> = {
  refunded: 'The refund is made. Banks take up to ten days.',
  checked: 'Stripe was asked, and what it said is done.',
};

const OUTCOMES: Record<OrderOutcome, string> = {
  published: 'The offer was published',
  in_review: 'The offer was handed to you to read',
  extended: 'Days were added to the offer',
  renewed: 'The offer was put back on the list',
  upgraded: 'The offer was made Featured',
  credited: 'The credits were booked',
  refused: 'Nothing: the offer had no use for it, or was turned down. What was paid goes back',
};

const CONSEQUENCES: Partial<Record<OrderOutcome, string>> = {
  published: 'The offer leaves the list and is a draft again.',
  in_review: 'The offer leaves the list, or the queue, and is a draft again.',
  extended: 'The offer loses the days that were added.',
  renewed: 'The offer leaves the list: its time is over.',
  upgraded: 'The offer is no longer Featured.',
  credited: 'Credits that are left are taken back, and offers that others paid for leave the list.',
};

type OrderPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Params> };

export default async function OrderPage({ params, searchParams }: OrderPageProps) {
  const { id: given } = await params;
  await requireOperator(`/operator/orders/${encodeURIComponent(given)}`);
  const id = idParam(given) ?? notFound();
  const [order, steps] = await Promise.all([getOrderFile(database(), id), listOrderSteps(database(), id)]);
  if (!order) notFound();
  const done = DONE[textParam(await searchParams, 'done') ?? ''];
  const isTaken = standingOf(order.state) === 'taken';
  const left = (order.amountTotal ?? 0) - order.amountRefunded;
  const mayRefund = order.paymentIntentId !== null && isRefundable(order.state) && left > 0;
  return (
    <>
      <ConsoleHead
        title={`Order ${order.id}`}
        note={
          <>
            {order.planName}
            {SEPARATOR}
            <a href={`/operator/companies/${order.company.id}`}>{order.company.name}</a>
            {SEPARATOR}
            <OrderState state={order.state} />
          </>
        }
      />
      {done && (
        <Notice kind="good" role="status" className="mb-6 max-w-160">
          <p>{done}</p>
        </Notice>
      )}
      <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <FactTable rows={factsOf(order)} />
        </div>
        <aside aria-label="What can be done" className="min-w-0 space-y-6 xl:row-span-2">
          <section className="border-t-2 border-ink pt-4">
            <h2 className="mb-3 text-lg leading-7 md:text-lg md:leading-7">Refund</h2>
            {mayRefund ? (
              <RefundForm
                key={order.amountRefunded + order.refundFailed}
                action={refund}
                orderId={order.id}
                refundedBefore={order.amountRefunded}
                left={formatAmount(left, order.currency)}
                currency={order.currency}
                consequence={(isTaken ? null : order.outcome && CONSEQUENCES[order.outcome]) ?? ''}
              />
            ) : (
              <p className="text-sm text-ink-2">{whyNoRefund(order)}</p>
            )}
          </section>
          {order.sessionId && (
            <section className="border-t border-rule pt-4 text-sm">
              <h2 className="mb-2 text-lg leading-7 md:text-lg md:leading-7">Fulfilment</h2>
              <p className="mb-3 text-ink-2">
                Ask Stripe how the payment stands, and do what follows. Nothing is done twice.
              </p>
              <ActForm action={recheck} about={{ id: String(order.id) }} kind="line" small>
                Run it again
              </ActForm>
            </section>
          )}
        </aside>
        <section className="min-w-0">
          <h2 className="mb-3">What happened</h2>
          {steps.length > 0 ? <OrderSteps steps={steps} /> : <p className="text-sm">Nothing yet.</p>}
        </section>
      </div>
    </>
  );
}

function whyNoRefund({ state, packOrderId, amountTotal, paymentIntentId }: OrderFile): ReactNode {
  if (packOrderId !== null) {
    return (
      <>
        A credit paid for it. Money is given back with{' '}
        <a href={`/operator/orders/${packOrderId}`}>the pack that it was from</a>.
      </>
    );
  }
  const standing = standingOf(state);
  if (standing === 'waiting' || standing === 'released') return 'Nothing was paid.';
  if (state === 'refunded') return 'All of it has been given back.';
  if (standing === 'held') return 'It is disputed: the bank holds the money. Answer at Stripe.';
  if (state === 'lost') return 'The dispute was lost, and the money went with it.';
  return amountTotal && paymentIntentId ? 'Nothing is left.' : 'Nothing was paid: a discount took all of it.';
}

function factsOf(order: OrderFile): [string, ReactNode][] {
  const at = (moment: string | null) => moment && <Moment at={moment} />;
  const money = (minor: number) => formatAmount(minor, order.currency);
  const paymentUrl = order.paymentIntentId && stripePaymentUrl(order.paymentIntentId);
  const links = [
    { href: paymentUrl, label: 'Payment at Stripe' },
    { href: order.invoiceUrl, label: 'Invoice' },
    { href: order.receiptUrl, label: 'Receipt' },
  ].filter(({ href }) => href);
  return [
    [
      'Offer',
      order.offer ? (
        <>
          <a href={`/operator/offers/${order.offer.id}`}>{order.offer.title}</a>
          <span className="block text-xs text-ink-3">{STATE_WORDS[order.offer.state]} now</span>
        </>
      ) : (
        order.purpose !== 'pack' && 'It was discarded.'
      ),
    ],
    [
      'Buyer',
      order.buyer ? (
        <a key="buyer" href={`/operator/users/${order.buyer.id}`}>
          {order.buyer.email}
        </a>
      ) : (
        'somebody who has left'
      ),
    ],
    ['What it did', order.outcome && OUTCOMES[order.outcome]],
    [
      'Terms',
      [
        order.packOrderId === null && `${money(order.price)} without tax`,
        order.days > 0 && `${order.days} days`,
        order.credits > 0 && `${order.credits} credits`,
      ]
        .filter(Boolean)
        .join(', '),
    ],
    ['Paid', order.packOrderId === null && order.amountTotal !== null && money(order.amountTotal)],
    ['Given back', order.amountRefunded > 0 && money(order.amountRefunded)],
    ['Did not arrive', order.refundFailed > 0 && `${money(order.refundFailed)}: the bank sent it back`],
    [
      'Disputes',
      Object.entries(order.disputes).map(([dispute, step]) => (
        <span key={dispute} className="block break-all">
          {dispute}: {step}
        </span>
      )),
    ],
    ['Holds the offer', order.holdsOffer && 'It is suspended because of the dispute'],
    [
      'Paid by',
      order.packOrderId !== null && (
        <a href={`/operator/orders/${order.packOrderId}`}>a credit of order {order.packOrderId}</a>
      ),
    ],
    ['Credits left', order.creditsLeft !== null && String(order.creditsLeft)],
    ['Credits lapse', at(order.creditsExpireAt)],
    [
      'Spent on',
      order.spentOn.map((spent, index) => (
        <span key={spent}>
          {index > 0 && ', '}
          <a href={`/operator/orders/${spent}`}>order {spent}</a>
        </span>
      )),
    ],
    [
      'See',
      links.map(({ href, label }, index) => (
        <span key={label}>
          {index > 0 && SEPARATOR}
          <a href={href ?? ''} rel="noopener noreferrer">
            {label}
          </a>
        </span>
      )),
    ],
    ['Made', at(order.createdAt)],
    ['Checkout closes', order.state === 'open' && at(order.expiresAt)],
    ['Fulfilled', at(order.fulfilledAt)],
    ['Reference', <Code key="reference">{order.reference}</Code>],
    ['Checkout', order.sessionId && <Code key="session">{order.sessionId}</Code>],
    ['Payment', order.paymentIntentId && <Code key="intent">{order.paymentIntentId}</Code>],
    ['Tries', order.attempt > 1 && `Stripe was asked ${order.attempt} times`],
  ];
}

function Code({ children }: { children: string }) {
  return <code className="text-xs break-all">{children}</code>;
}
