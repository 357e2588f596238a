import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/classes';
import { formatNumber, formatOffers } from '@/domain/offers/labels';
import {
  contractLabel,
  levelLabel,
  type PayLevel,
  type PayMark,
  type PayUnit,
  rangeWords,
  roundPay,
  unitLabel,
} from './pay-words';

type PayChartProps = {
  levels: PayLevel[];
  unit: PayUnit;
  /** What it is about, for the table that screen readers get. */
  title: string;
  /** Names of contracts that say more than the plain ones. */
  terms?: Partial<Record<PayMark['contract'], string>>;
  /** How and when it was counted. */
  children: ReactNode;
};

/** Units of the drawing across the plot. */
const WIDTH = 1_000;
/** Of the width, for the longest bar: the figures stand behind it. */
const ROOM = 0.68;

const STYLES: Record<PayMark['contract'], string> = {
  b2b: 'fill-ink stroke-ink',
  employment: 'fill-paper stroke-ink',
  contract: 'fill-paper stroke-ink [stroke-dasharray:3_2]',
  internship: 'fill-paper stroke-ink-3 [stroke-dasharray:1_2]',
  all: 'fill-rule stroke-edge',
};

/** The middle half of the pay by level and contract as bars, the median in red; the same as a table. */
export function PayChart({ levels, unit, title, terms = {}, children }: PayChartProps) {
  const marks = levels.flatMap((level) => level.marks);
  const most = Math.max(...marks.map(({ p75 }) => p75));
  const x = scaleLinear()
    .domain([0, most / ROOM])
    .range([0, WIDTH]);
  const ticks = x.ticks(4);
  const name = (contract: PayMark['contract']) => terms[contract] ?? contractLabel(contract);
  const contracts = [...new Set(marks.map(({ contract }) => contract))];
  return (
    <figure>
      <div aria-hidden="true">
        <div className="relative border-t border-ink md:border-t-0">
          <div className="absolute inset-y-0 right-0 left-28 max-md:hidden">
            {ticks.map((tick) => (
              <i
                key={tick}
                className="absolute inset-y-0 border-l border-rule"
                style={{ left: percent(x(tick)) }}
              />
            ))}
          </div>
          {levels.map(({ level, label = levelLabel(level), marks: bars }) => (
            <div
              key={label}
              className="relative items-center py-3 max-md:border-b max-md:border-rule md:grid md:grid-cols-[7rem_minmax(0,1fr)]"
            >
              <p className="font-semibold">{label}</p>
              <div>
                {bars.map((mark) => (
                  <div key={mark.contract} className="relative py-0.5 max-md:mt-1.5 md:py-[0.1875rem]">
                    <p
                      className="num flex justify-between gap-x-2 text-sm whitespace-nowrap md:absolute md:inset-y-0 md:left-(--end) md:items-center md:pl-2.5 md:text-xs"
                      style={{ '--end': percent(x(mark.p75)) } as Record<`--${string}`, string>}
                    >
                      <span className="text-ink-2 md:order-2 md:text-ink-3">
                        <span className="md:hidden">{contractLabel(mark.contract)}, </span>
                        {rangeWords(mark)}
                        <span className="text-ink-3">
                          <span className="md:hidden">, {formatOffers(mark.offers)}</span>
                          <span className="max-md:hidden">, n {formatNumber(mark.offers)}</span>
                        </span>
                      </span>
                      <b className="font-semibold text-accent">{formatNumber(roundPay(mark.median))}</b>
                    </p>
                    <PayMarkBar mark={mark} x={x} />
                  </div>
                ))}
              </div>
            </div>
          ))}
        </div>
        <div className="num relative ml-28 h-5 text-xs text-ink-3 max-md:hidden">
          {ticks.map((tick) => (
            <span
              key={tick}
              className="absolute -translate-x-1/2 whitespace-nowrap"
              style={{ left: percent(x(tick)) }}
            >
              {tick >= 5_000 ? `${formatNumber(tick / 1_000)}k` : formatNumber(tick)}
            </span>
          ))}
        </div>
        <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-xs text-ink-3">
          {contracts.map((contract) => (
            <span key={contract} className="inline-flex items-center gap-2">
              <svg className="h-3 w-6" viewBox="0 0 24 12" aria-hidden="true">
                <rect className={STYLES[contract]} x={0.5} y={0.5} width={23} height={11} />
              </svg>
              {name(contract)}
            </span>
          ))}
          <span className="inline-flex items-center gap-2">
            <i className="inline-block h-4 w-1 bg-accent" />
            Median, {unitLabel(unit)}
          </span>
        </p>
      </div>
      <PayTable levels={levels} title={`${title}, ${unitLabel(unit)}`} name={name} />
      <figcaption className="mt-3 max-w-160 text-xs text-ink-3">{children}</figcaption>
    </figure>
  );
}

function PayMarkBar({ mark, x }: { mark: PayMark; x: (value: number) => number }) {
  const [from, to] = [x(mark.p25), x(mark.p75)];
  return (
    <svg
      className={cx('block w-full overflow-visible max-md:mt-1', mark.contract === 'b2b' ? 'h-4' : 'h-3.5')}
      viewBox={`0 0 ${WIDTH} 16`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path className="stroke-rule md:hidden" d={`M0 8H${WIDTH}`} vectorEffect="non-scaling-stroke" />
      <rect
        className={STYLES[mark.contract]}
        x={round(from)}
        y={0.5}
        width={round(Math.max(to - from, 2))}
        height={15}
        vectorEffect="non-scaling-stroke"
      />
      <path
        className="stroke-accent [stroke-width:3px]"
        d={`M${round(x(mark.median))} -2V18`}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

type PayTableProps = { levels: PayLevel[]; title: string; name: (contract: PayMark['contract']) => string };

function PayTable({ levels, title, name }: PayTableProps) {
  return (
    <div className="sr-only">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Of</th>
            <th scope="col">Contract</th>
            <th scope="col">Offers</th>
            <th scope="col">A quarter pay less than</th>
            <th scope="col">Median</th>
            <th scope="col">A quarter pay more than</th>
          </tr>
        </thead>
        <tbody>
          {levels.flatMap(({ level, label = levelLabel(level), marks }) =>
            marks.map((mark) => (
              <tr key={`${label} ${mark.contract}`}>
                <th scope="row">{label}</th>
                <td>{name(mark.contract)}</td>
                <td>{formatNumber(mark.offers)}</td>
                <td>{formatNumber(roundPay(mark.p25))}</td>
                <td>{formatNumber(roundPay(mark.median))}</td>
                <td>{formatNumber(roundPay(mark.p75))}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

function percent(position: number): string {
  return `${round((position / WIDTH) * 100)}%`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
