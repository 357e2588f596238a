import { Select } from '@/components/ui/field';
import { FREQUENCIES, type Frequency } from '@/domain/newsletter/input';
import { FREQUENCY_LABELS } from '@/domain/newsletter/labels';

export type AlertLine = {
  id: number;
  query: string;
  words: string;
  frequency: Frequency;
  /** False of one that was removed lately, and can be taken back. */
  active: boolean;
};

/** Alerts in the form of the preferences: how often each mails, and a button that removes it, or takes it back. */
export function AlertTable({ alerts }: { alerts: AlertLine[] }) {
  return (
    <table className="ledger ledger-stack">
      <caption className="sr-only">Job alerts</caption>
      <thead>
        <tr>
          <th scope="col">Search</th>
          <th scope="col">When</th>
          <th scope="col">
            <span className="sr-only">Remove</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {alerts.map(({ id, query, words, frequency, active }) => (
          <tr key={id}>
            <th scope="row" className="font-semibold wrap-anywhere">
              <a href={query ? `/offers?${query}` : '/offers'} className={active ? undefined : 'text-ink-3'}>
                {words}
              </a>
              {!active && <span className="block text-xs font-normal text-ink-3">Removed</span>}
            </th>
            <td data-label="When">
              {active ? (
                <Select
                  small
                  name={`frequency-${id}`}
                  defaultValue={frequency}
                  aria-label={`How often: ${words}`}
                >
                  {FREQUENCIES.map((one) => (
                    <option key={one} value={one}>
                      {FREQUENCY_LABELS[one]}
                    </option>
                  ))}
                </Select>
              ) : (
                <span className="text-ink-3">Not any more</span>
              )}
            </td>
            <td>
              <button
                type="submit"
                name={active ? 'remove' : 'restore'}
                value={id}
                className="link-button whitespace-nowrap"
                aria-label={`${active ? 'Remove' : 'Take it back'}: ${words}`}
              >
                {active ? 'Remove' : 'Take it back'}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
