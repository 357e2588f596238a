import { formatAmount } from '@/domain/billing/labels';

export type MonthOfMoney = {
  /** YYYY-MM. */
  month: string;
  /** Minor units. */
  paid: number;
  refunded: number;
  lost: number;
  orders: number;
};

type MonthChartProps = {
  /** The oldest first. */
  months: MonthOfMoney[];
  /** ISO 4217. */
  currency: string;
};

const STEP = 20;
const BAR = 7;
const HEIGHT = 100;

const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const monthOfYear = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const dateOf = (month: string) => new Date(`${month}-01T00:00:00Z`);

/**
 * Two bars a month: what came in, and what went back; none for a month in which more of that came back to us. The same
 * as a table below it.
 */
export function MonthChart({ months, currency }: MonthChartProps) {
  const most = Math.max(1, ...months.flatMap(({ paid, refunded, lost }) => [paid, refunded + lost]));
  const sum = (of: (month: MonthOfMoney) => number) => months.reduce((all, month) => all + of(month), 0);
  const hasLost = months.some(({ lost }) => lost > 0);
  const money = (minor: number) => (minor === 0 ? '–' : formatAmount(minor, currency));
  return (
    <>
      <figure>
        <p className="mb-3 flex flex-wrap gap-x-6 gap-y-1 text-sm text-ink-2">
          <span>
            <span className="mr-2 inline-block size-3 bg-ink" aria-hidden="true" />
            Money in
          </span>
          <span>
            <span className="mr-2 inline-block size-3 bg-accent" aria-hidden="true" />
            {hasLost ? 'Refunded, or lost to a dispute' : 'Refunded'}
          </span>
        </p>
        <p className="num mb-1 text-xs text-ink-3" aria-hidden="true">
          {formatAmount(most, currency)}
        </p>
        <svg
          className="h-40 w-full border-t border-b border-t-rule border-b-ink"
          viewBox={`0 0 ${months.length * STEP} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {months.map(({ month, paid, refunded, lost }, index) => (
            <g key={month}>
              <Bar x={index * STEP + 2} share={paid / most} className="fill-ink" />
              <Bar x={index * STEP + 3 + BAR} share={(refunded + lost) / most} className="fill-accent" />
            </g>
          ))}
        </svg>
        <p className="mt-1.5 flex text-xs text-ink-3" aria-hidden="true">
          {months.map(({ month }, index) => (
            <span key={month} className="w-0 flex-1 text-center whitespace-nowrap">
              <span className={index % 3 === 0 ? undefined : 'max-md:hidden'}>
                {shortMonth.format(dateOf(month))}
              </span>
            </span>
          ))}
        </p>
      </figure>
      <table className="ledger mt-8">
        <caption className="sr-only">Money by month, in {currency}</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col" className="figure">
              Orders
            </th>
            <th scope="col" className="figure">
              In
            </th>
            <th scope="col" className="figure">
              Refunded
            </th>
            {hasLost && (
              <th scope="col" className="figure">
                Lost
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {[...months].reverse().map(({ month, orders, paid, refunded, lost }) => (
            <tr key={month}>
              <th scope="row" className="whitespace-nowrap">
                {monthOfYear.format(dateOf(month))}
              </th>
              <td className="figure">{orders || '–'}</td>
              <td className="figure">{money(paid)}</td>
              <td className="figure">{money(refunded)}</td>
              {hasLost && <td className="figure">{money(lost)}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <th scope="row">Together</th>
            <td className="figure">{sum(({ orders }) => orders)}</td>
            <td className="figure">{money(sum(({ paid }) => paid))}</td>
            <td className="figure">{money(sum(({ refunded }) => refunded))}</td>
            {hasLost && <td className="figure">{money(sum(({ lost }) => lost))}</td>}
          </tr>
        </tfoot>
      </table>
    </>
  );
}

function Bar({ x, share, className }: { x: number; share: number; className: string }) {
  const height = Math.max(0, share) * HEIGHT;
  return <rect className={className} x={x} y={HEIGHT - height} width={BAR} height={height} />;
}
