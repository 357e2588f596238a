import { scaleBand, scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { cx } from './classes';

export type Column = {
  key: string;
  /** As the table has it. */
  label: string;
  value: number;
  /** Its period is not over. */
  isUnderWay?: boolean;
};

type ColumnChartProps = {
  /** The oldest first. */
  columns: Column[];
  /** Heads of the table that screen readers get. */
  heads: [label: string, value: string];
  title: string;
  format: (value: number) => string;
  /** Under the first and the last column. */
  ends: [ReactNode, ReactNode];
  /** Prints each value above its column, where there is room. */
  printed?: boolean;
  children?: ReactNode;
};

const WIDTH = 1_000;
const HEIGHT = 100;

/** A column for each value in turn, the last one red; the same as a table for screen readers. */
export function ColumnChart({ columns, heads, title, format, ends, printed, children }: ColumnChartProps) {
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const x = scaleBand<string>()
    .domain(columns.map(({ key }) => key))
    .range([0, WIDTH])
    .paddingInner(0.3);
  const y = scaleLinear().domain([0, most]).range([0, HEIGHT]);
  return (
    <figure>
      <div aria-hidden="true">
        <div className="flex items-stretch gap-3">
          <div
            className={cx(
              'num flex flex-col justify-between pb-5 text-right text-xs text-ink-3',
              printed && 'md:hidden',
            )}
          >
            <span>{format(most)}</span>
            <span>0</span>
          </div>
          <div className="min-w-0 flex-1">
            {printed && (
              <div className="num mb-1 flex text-xs text-ink-2 max-md:hidden">
                {columns.map(({ key, value }) => (
                  <span key={key} className="w-0 flex-1 text-center">
                    {format(value)}
                  </span>
                ))}
              </div>
            )}
            <svg
              className="block h-32 w-full border-b border-ink"
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              {columns.map(({ key, value, isUnderWay }, index) => (
                <rect
                  key={key}
                  className={cx(
                    isUnderWay ? 'fill-paper' : index === columns.length - 1 ? 'fill-accent' : 'fill-ink',
                    isUnderWay && 'stroke-accent',
                  )}
                  x={round(x(key) ?? 0)}
                  y={round(HEIGHT - y(value))}
                  width={round(x.bandwidth())}
                  height={round(y(value))}
                  vectorEffect="non-scaling-stroke"
                />
              ))}
            </svg>
            <p className="num mt-1.5 flex justify-between text-xs text-ink-3">
              <span>{ends[0]}</span>
              <span>{ends[1]}</span>
            </p>
          </div>
        </div>
      </div>
      <div className="sr-only">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{heads[0]}</th>
              <th scope="col">{heads[1]}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ key, label, value }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{format(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {children && <figcaption className="mt-3 max-w-160 text-xs text-ink-3">{children}</figcaption>}
    </figure>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
