import { formatNumber } from '@/domain/offers/labels';

type Progress = {
  total: number;
  waiting: number;
  rate: number;
  trouble: string | null;
};

/** How far an issue has come: a bar, how fast, and how much is left. */
export function IssueProgress({ progress, paused }: { progress: Progress; paused: boolean }) {
  const { total, waiting, rate, trouble } = progress;
  const done = total - waiting;
  const share = total === 0 ? 100 : Math.floor((100 * done) / total);
  return (
    <div className="max-w-160">
      <div
        role="progressbar"
        aria-label="Sent so far"
        aria-valuenow={share}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-3 border border-ink bg-paper"
      >
        <div className="h-full bg-accent" style={{ width: `${share}%` }} />
      </div>
      <p className="num mt-2 text-sm">
        <strong>{share} %</strong>: {formatNumber(done)} of {formatNumber(total)}, {formatNumber(waiting)} to
        go{paused ? '.' : `, ${restOf(waiting, rate)}`}
      </p>
      {!paused && trouble && (
        <p className="mt-2 text-sm text-ink-2">Some wait for the mail server, which said: {trouble}</p>
      )}
    </div>
  );
}

function restOf(waiting: number, rate: number): string {
  if (rate < 0.05) return 'and none left within the last minute.';
  const minutes = waiting / rate / 60;
  const speed = `${formatNumber(Number(rate.toFixed(rate < 10 ? 1 : 0)))} a second`;
  return `${speed}, ${minutes < 1 ? 'less than a minute' : `about ${formatNumber(Math.ceil(minutes))} minutes`} more.`;
}
