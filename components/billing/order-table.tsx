import { Status } from '@/components/ui/status';
import { formatAmount, ORDER_STATE_LABELS, PURPOSE_LABELS } from '@/domain/billing/labels';
import type { OrderPurpose, OrderState } from '@/domain/billing/rules';
import { formatDate, formatShortDate } from '@/domain/offers/labels';
import { STATE_LOOKS } from './order-words';

export type OrderTableRow = {
  id: number;
  state: OrderState;
  purpose: OrderPurpose;
  planName: string;
  price: number;
  currency: string;
  amountTotal: number | null;
  amountRefunded: number;
  invoiceUrl: string | null;
  receiptUrl: string | null;
  packOrderId: number | null;
  offerId: number | null;
  offerTitle: string | null;
  /** ISO 8601. */
  createdAt: string;
};

/** A company's orders; blocks instead of rows on small screens. */
export function OrderTable({ orders }: { orders: OrderTableRow[] }) {
  return (
    <table className="ledger ledger-stack">
      <caption className="sr-only">Orders, the newest first</caption>
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">For</th>
          <th scope="col">State</th>
          <th scope="col">Day</th>
          <th scope="col" className="figure">
            Amount
          </th>
          <th scope="col">Papers</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.id}>
            <th scope="row">
              <a href={`/employer/orders/${order.id}`}>{order.planName}</a>
              <span className="block text-xs font-normal text-ink-3">
                No. {order.id}, {PURPOSE_LABELS[order.purpose].toLowerCase()}
              </span>
            </th>
            <td className={order.offerId ? 'md:max-w-64' : 'max-md:hidden!'}>
              {order.offerId ? <a href={`/employer/offers/${order.offerId}`}>{order.offerTitle}</a> : '–'}
            </td>
            <td>
              <Status kind={STATE_LOOKS[order.state]}>{ORDER_STATE_LABELS[order.state]}</Status>
            </td>
            <td className="num whitespace-nowrap" data-label="Day">
              <time dateTime={order.createdAt} title={formatDate(order.createdAt)}>
                {formatShortDate(order.createdAt)}
              </time>
            </td>
            <td className="figure" data-label="Amount">
              <span>
                {order.packOrderId
                  ? 'a credit'
                  : formatAmount(order.amountTotal ?? order.price, order.currency)}
                {order.amountRefunded > 0 && (
                  <span className="block text-xs text-ink-3">
                    {formatAmount(order.amountRefunded, order.currency)} back
                  </span>
                )}
              </span>
            </td>
            <td
              data-label="Papers"
              className={order.invoiceUrl || order.receiptUrl ? undefined : 'max-md:hidden!'}
            >
              <Papers {...order} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Invoice and receipt, which Stripe keeps. */
export function Papers({
  id,
  invoiceUrl,
  receiptUrl,
}: Pick<OrderTableRow, 'id' | 'invoiceUrl' | 'receiptUrl'>) {
  if (!invoiceUrl && !receiptUrl) return '–';
  const about = <span className="sr-only"> of order {id}</span>;
  return (
    <span className="flex flex-wrap gap-x-3">
      {invoiceUrl && (
        <a href={invoiceUrl}>
          Invoice
          {about}
        </a>
      )}
      {receiptUrl && (
        <a href={receiptUrl}>
          Receipt
          {about}
        </a>
      )}
    </span>
  );
}
