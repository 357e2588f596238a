import type { Metadata } from 'next';
import { requireOperator } from '@/app/session';
import { ConsoleHead } from '@/components/operator/console-head';
import { Moment } from '@/components/operator/moment';
import { OrderState } from '@/components/operator/order-state';
import { SearchBar, SearchChoice, SearchField } from '@/components/operator/search-bar';
import { Blank } from '@/components/ui/blank';
import { ButtonLink } from '@/components/ui/button';
import { Pager } from '@/components/ui/pager';
import { database } from '@/db/pool';
import { formatAmount, ORDER_STATE_LABELS } from '@/domain/billing/labels';
import { ORDER_STATES } from '@/domain/billing/rules';
import { formatNumber, SEPARATOR } from '@/domain/offers/labels';
import { PAGE_LINES, type Params, pageParam, textParam } from '@/domain/operator/input';
import { findOrders, type OrderLine } from '@/domain/operator/orders';
import { consoleHref } from '../hrefs';

export const metadata: Metadata = { title: 'Orders' };

export default async function OrdersPage({ searchParams }: { searchParams: Promise<Params> }) {
  await requireOperator('/operator/orders');
  const params = await searchParams;
  const [q, page] = [textParam(params, 'q'), pageParam(params)];
  const state = ORDER_STATES.find((known) => known === textParam(params, 'state'));
  const { lines, total, capped } = await findOrders(database(), { q, state, page });
  return (
    <>
      <ConsoleHead
        title="Orders"
        note={`${capped ? 'More than ' : ''}${formatNumber(total)} ${total === 1 ? 'order' : 'orders'}`}
      >
        <ButtonLink small href="/operator/orders/money">
          Money by month
        </ButtonLink>
      </ConsoleHead>
      <SearchBar action="/operator/orders">
        <SearchField label="Company, offer, address, number or reference" value={q} />
        <SearchChoice
          name="state"
          label="State"
          value={state}
          any="Any"
          options={ORDER_STATES.map((value) => ({ value, label: wordFor(value) }))}
        />
      </SearchBar>
      {lines.length > 0 ? <OrderTable lines={lines} /> : <Nothing isNarrowed={q !== undefined || !!state} />}
      <Pager
        page={page}
        pages={Math.max(1, Math.ceil(total / PAGE_LINES))}
        capped={capped}
        href={(to) => consoleHref('/operator/orders', { q, state, page: to })}
      />
    </>
  );
}

/** Two states read the same to a buyer. */
function wordFor(state: (typeof ORDER_STATES)[number]): string {
  return state === 'expired' ? 'Not paid in time' : ORDER_STATE_LABELS[state];
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  if (!isNarrowed) return <Blank title="Nothing was ordered yet." />;
  return (
    <Blank title="No order fits.">
      <p>
        <a href="/operator/orders">All orders</a>
      </p>
    </Blank>
  );
}

function OrderTable({ lines }: { lines: OrderLine[] }) {
  return (
    <table className="ledger ledger-stack">
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">Company</th>
          <th scope="col">State</th>
          <th scope="col">Made, UTC</th>
          <th scope="col" className="figure">
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <a href={`/operator/orders/${line.id}`}>{`No. ${line.id}${SEPARATOR}${line.planName}`}</a>
              {line.offer && (
                <span className="block text-xs font-normal break-words text-ink-3">{line.offer.title}</span>
              )}
            </th>
            <td data-label="Company" className="break-words">
              <a href={`/operator/companies/${line.company.id}`}>{line.company.name}</a>
            </td>
            <td data-label="State">
              <OrderState state={line.state} />
            </td>
            <td data-label="Made">
              <Moment at={line.createdAt} />
            </td>
            <td data-label="Amount" className="figure whitespace-nowrap">
              <Amount line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Amount({ line }: { line: OrderLine }) {
  if (line.packOrderId !== null) return 'a credit';
  const { amountTotal, amountRefunded, price, currency } = line;
  return (
    <span>
      {formatAmount(amountTotal ?? price, currency)}
      {amountRefunded > 0 && (
        <span className="block text-xs text-ink-3">{formatAmount(amountRefunded, currency)} back</span>
      )}
    </span>
  );
}
