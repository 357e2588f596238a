const WIDTH = 64;
const HEIGHT = 18;

/** Thirty days in a line. Beside its figures, hence hidden from screen readers. */
export function Sparkline({ days }: { days: number[] }) {
  const most = Math.max(...days, 1);
  const step = WIDTH / Math.max(1, days.length - 1);
  const points = days.map(
    (n, day) => `${round(day * step)},${round(HEIGHT - 1 - (n / most) * (HEIGHT - 2))}`,
  );
  return (
    <svg
      className="inline-block h-4.5 w-16 overflow-visible align-middle"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} stroke="var(--color-rule)" />
      <polyline points={points.join(' ')} fill="none" stroke="currentColor" strokeWidth="1.25" />
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
