import { formatDate, formatNumber, formatShortDate } from '@/domain/offers/labels';
import type { DayCount } from '@/domain/offers/rules';

const HEIGHT = 120;
const BAR = 10;
const GAP = 4;

/** Views by day as bars, the applies among them in red; the same as a table underneath. */
export function DayChart({ days }: { days: DayCount[] }) {
  if (days.every(({ views, applies }) => views + applies === 0)) {
    return <p className="text-ink-2">Nobody in the last {days.length} days.</p>;
  }
  const most = Math.max(...days.map(({ views, applies }) => Math.max(views, applies)), 1);
  const width = days.length * (BAR + GAP) - GAP;
  const height = (n: number) => Math.round((n / most) * HEIGHT * 10) / 10;
  const [first, last] = [days[0], days.at(-1)];
  return (
    <figure>
      <figcaption className="flex flex-wrap gap-x-5 text-xs text-ink-3">
        <span>
          <i className="mr-1.5 inline-block size-2.5 bg-ink" />
          Views, at most {formatNumber(most)} on a day
        </span>
        <span>
          <i className="mr-1.5 inline-block size-2.5 bg-accent" />
          Applies
        </span>
      </figcaption>
      <svg
        className="mt-3 block h-32 w-full border-b border-ink"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {days.map(({ day, views, applies }, n) => {
          const x = n * (BAR + GAP);
          return (
            <g key={day}>
              {views > 0 && (
                <rect
                  x={x}
                  y={HEIGHT - height(views)}
                  width={BAR}
                  height={height(views)}
                  fill="var(--color-ink)"
                />
              )}
              {applies > 0 && (
                <rect
                  x={x}
                  y={HEIGHT - height(applies)}
                  width={BAR}
                  height={height(applies)}
                  fill="var(--color-accent)"
                />
              )}
            </g>
          );
        })}
      </svg>
      {first && last && (
        <p className="num mt-1 flex justify-between text-xs text-ink-3" aria-hidden="true">
          <span>{formatShortDate(first.day)}</span>
          <span>{formatShortDate(last.day)}</span>
        </p>
      )}
      <details className="mt-2">
        <summary className="link-button">The same day by day</summary>
        <table className="ledger mt-2 max-w-96">
          <caption className="sr-only">Views and applies by day, the newest first</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col" className="figure">
                Views
              </th>
              <th scope="col" className="figure">
                Applies
              </th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ day, views, applies }) => (
              <tr key={day}>
                <th scope="row" className="font-normal!">
                  {formatDate(day)}
                </th>
                <td className="figure">{formatNumber(views)}</td>
                <td className="figure">{formatNumber(applies)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
