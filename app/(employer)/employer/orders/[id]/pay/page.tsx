import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requireEmployer } from '@/app/session';
import { ButtonLink } from '@/components/ui/button';
import { database } from '@/db/pool';
import { findOrder } from '@/domain/billing/queries';
import { readOfferId } from '@/domain/drafts/input';

export const metadata: Metadata = { title: 'To the payment', robots: { index: false } };

/**
 * The step from here to Stripe's page. A page of its own, because our policy lets forms lead to this portal only, and
 * where they redirect to counts: this leads on without being a form, to Stripe, to a domain of the operator's there, or
 * to the demo's sandbox, whose address nobody knows when the portal is built.
 */
export default async function PayPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { company } = await requireEmployer(`/employer/orders/${id}/pay`);
  const orderId = readOfferId(id);
  const order = orderId && (await findOrder(database(), company.companyId, orderId));
  if (!order) notFound();
  const isOver = order.expiresAt !== null && order.expiresAt.getTime() <= Date.now();
  if (order.state !== 'open' || !order.checkoutUrl || isOver) redirect(`/employer/orders/${order.id}`);
  return (
    <>
      <meta httpEquiv="refresh" content={`0;url=${order.checkoutUrl}`} />
      <h1>To the payment page…</h1>
      <p className="mt-3 max-w-160 text-ink-2">You pay at Stripe, and come back here afterwards.</p>
      <ButtonLink href={order.checkoutUrl} kind="go" className="mt-5">
        Go on
      </ButtonLink>
    </>
  );
}
