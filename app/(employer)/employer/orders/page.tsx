import type { Metadata } from 'next';
import { requireEmployer } from '@/app/session';
import { OrderTable } from '@/components/billing/order-table';
import { PendingOrders } from '@/components/billing/pending-orders';
import { Outcome } from '@/components/employer/outcome';
import { Blank } from '@/components/ui/blank';
import { Button } from '@/components/ui/button';
import { Pager } from '@/components/ui/pager';
import type { Credits } from '@/domain/billing/credits';
import { formatAmount, planInWords } from '@/domain/billing/labels';
import type { Plan } from '@/domain/billing/plans';
import { formatDate, formatNumber } from '@/domain/offers/labels';
import { buy, giveUp } from './actions';
import { loadOrders } from './loaders';

export const metadata: Metadata = { title: 'Orders', robots: { index: false } };

const PAGE = '/employer/orders';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrdersPage({ searchParams }: Props) {
  const { company } = await requireEmployer(PAGE);
  const params = await searchParams;
  const { orders, credits, packs, pending, page, pages } = await loadOrders(
    company.companyId,
    params.page,
    new Date(),
  );
  return (
    <>
      <h1>Orders</h1>
      <p className="mt-1 text-ink-2">{company.name}</p>
      <Outcome done={params.done} fault={params.fault} />
      <PendingOrders orders={pending} giveUp={giveUp} back={PAGE} />
      <CreditSection credits={credits} packs={packs} />
      <section className="mt-10">
        <h2 className="mb-3">What was bought</h2>
        {orders.length > 0 ? (
          <OrderTable orders={orders} />
        ) : (
          <Blank title="Nothing yet.">
            <p>
              An offer is paid for once it is written. <a href="/pricing">What it costs</a>
            </p>
          </Blank>
        )}
        <Pager page={page} pages={pages} href={(number) => (number > 1 ? `${PAGE}?page=${number}` : PAGE)} />
      </section>
    </>
  );
}

function CreditSection({ credits, packs }: { credits: Credits; packs: Plan[] }) {
  if (credits.left === 0 && packs.length === 0) return null;
  return (
    <section id="credits" className="mt-10 max-w-160">
      <h2 className="mb-3">Credits</h2>
      <p className="text-ink-2">
        {credits.left === 0
          ? 'You have none. A credit publishes an offer, or renews one, without paying again.'
          : `${count(credits.left)} left. Each publishes an offer, or renews one.`}
      </p>
      {credits.packs.length > 0 && (
        <table className="ledger mt-3">
          <caption className="sr-only">Credits by the day on which they lapse</caption>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col" className="figure">
                Left
              </th>
              <th scope="col" className="figure">
                Lapse on
              </th>
            </tr>
          </thead>
          <tbody>
            {credits.packs.map(({ orderId, name, left, expiresAt }) => (
              <tr key={orderId}>
                <th scope="row">
                  <a href={`${PAGE}/${orderId}`}>
                    {name}, no. {orderId}
                  </a>
                </th>
                <td className="figure">{formatNumber(left)}</td>
                <td className="figure">{formatDate(expiresAt.toISOString())}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {packs.map((plan) => (
        <form
          key={plan.code}
          action={buy}
          className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3 border-y border-rule py-3"
        >
          <input type="hidden" name="plan" value={plan.code} />
          <p className="min-w-48 flex-1">
            <span className="block font-semibold">{plan.name}</span>
            <span className="block text-sm text-ink-2">{planInWords(plan)}</span>
          </p>
          <p className="num font-semibold">{formatAmount(plan.price, plan.currency)}</p>
          <Button type="submit" kind="ink">
            Buy<span className="sr-only"> {plan.name}</span>
          </Button>
        </form>
      ))}
    </section>
  );
}

function count(credits: number): string {
  return `${formatNumber(credits)} ${credits === 1 ? 'credit' : 'credits'}`;
}
