import { ColumnChart } from '@/components/ui/column-chart';
import { formatNumber, formatShortDate } from '@/domain/offers/labels';

export type DayCount = { day: string; offers: number };

/** Offers by day, today's red. */
export function DayChart({ days, caption }: { days: DayCount[]; caption: string }) {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  return (
    <ColumnChart
      columns={days.map(({ day, offers }) => ({ key: day, label: formatShortDate(day), value: offers }))}
      heads={['Day', 'Offers']}
      title={caption}
      format={formatNumber}
      ends={[formatShortDate(first.day), `today, ${formatShortDate(last.day)}: ${formatNumber(last.offers)}`]}
    />
  );
}
