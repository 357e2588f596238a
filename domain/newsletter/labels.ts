import type { Frequency } from './input';
import { DIGEST_HOUR, DIGEST_WEEKDAY } from './rules';

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
// The first of February 2026 was a Sunday.
const DIGEST_DAY = weekday.format(Date.UTC(2026, 1, 1 + DIGEST_WEEKDAY));

/** How often an alert mails, as a choice. */
export const FREQUENCY_LABELS: Record<Frequency, string> = {
  instant: 'At once, as they are published',
  daily: `Once a day, at ${DIGEST_HOUR}:00`,
  weekly: `Once a week, on ${DIGEST_DAY} at ${DIGEST_HOUR}:00`,
};

/** The same inside a sentence or a table. */
export const FREQUENCY_WORDS: Record<Frequency, string> = {
  instant: 'at once',
  daily: `daily at ${DIGEST_HOUR}:00`,
  weekly: `${DIGEST_DAY}s at ${DIGEST_HOUR}:00`,
};

/** What a subscription brings, as in a sentence: "the newsletter", "new offers: Backend, remote". */
export function subscriptionWords(search: string | null): string {
  if (search === null) return 'the newsletter';
  return search === 'All offers' ? 'all new offers' : `new offers: ${search}`;
}

/** The same as a heading or in a list of them. */
export function subscriptionTitle(search: string | null): string {
  return search === null ? 'The newsletter' : search;
}

const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Several of them in one sentence. */
export function subscriptionList(searches: readonly (string | null)[]): string {
  return and.format(searches.map(subscriptionWords));
}
