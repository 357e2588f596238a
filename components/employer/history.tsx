import { formatDate, formatShortDate } from '@/domain/offers/labels';
import type { HistoryEvent } from '@/domain/offers/rules';
import { eventInWords } from './offer-words';

/** What happened to an offer, by whom, the newest first. */
export function History({ events }: { events: HistoryEvent[] }) {
  const lines = events.flatMap((event) => {
    const words = eventInWords(event);
    return words ? [{ ...words, at: event.at }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 className="mb-3">History</h2>
      <table className="ledger">
        <caption className="sr-only">What happened to the offer, the newest first</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Day</th>
            <th scope="col">What happened</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ at, what, who, why }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several may happen in one moment
            <tr key={n}>
              <td className="num w-24 whitespace-nowrap text-ink-3">
                <time dateTime={at.slice(0, 10)} title={formatDate(at)}>
                  {formatShortDate(at)}
                </time>
              </td>
              <td>
                {what}
                {who && <span className="text-ink-3">, by {who}</span>}
                {why && <span className="block text-ink-2">“{why}”</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
