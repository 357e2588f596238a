import { formatNumber, formatShortDate } from '@/domain/offers/labels';

export type DayCount = { day: string; offers: number };

const STEP = 10;
const BAR = 7;
const HEIGHT = 100;

/** One bar a day, the last one red. Screen readers get the same as a table. */
export function DayChart({ days, caption }: { days: DayCount[]; caption: string }) {
  const most = Math.max(1, ...days.map(({ offers }) => offers));
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  return (
    <figure>
      <div className="flex items-stretch gap-3">
        <div className="num flex flex-col justify-between text-right text-xs text-ink-3" aria-hidden="true">
          <span>{formatNumber(most)}</span>
          <span>0</span>
        </div>
        <svg
          className="h-32 min-w-0 flex-1 border-b border-ink"
          viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {days.map(({ day, offers }, index) => {
            const height = (offers / most) * HEIGHT;
            return (
              <rect
                key={day}
                className={day === last.day ? 'fill-accent' : 'fill-ink'}
                x={index * STEP + (STEP - BAR) / 2}
                y={HEIGHT - height}
                width={BAR}
                height={height}
              />
            );
          })}
        </svg>
      </div>
      <p className="num mt-1.5 flex justify-between pl-8 text-xs text-ink-3" aria-hidden="true">
        <span>{formatShortDate(first.day)}</span>
        <span>
          today, {formatShortDate(last.day)}: {formatNumber(last.offers)}
        </span>
      </p>
      <div className="sr-only">
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Offers</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, offers }) => (
              <tr key={day}>
                <th scope="row">{formatShortDate(day)}</th>
                <td>{offers}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
