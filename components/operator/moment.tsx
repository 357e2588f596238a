const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** A moment in UTC: "21 Nov 2026, 14:05", or the day alone. */
export function Moment({ at, dayOnly }: { at: string; dayOnly?: boolean }) {
  const date = new Date(at);
  return (
    <time dateTime={at} className="num whitespace-nowrap">
      {dayOnly ? day.format(date) : `${day.format(date)}, ${time.format(date)}`}
    </time>
  );
}
