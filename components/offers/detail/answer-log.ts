import { daysBetween, formatDate } from '@/domain/offers/labels';
import type { OfferDetail } from '@/domain/offers/rules';
import { daysInWords, type RollCallFacts, spanInWords } from '@/domain/rollcall/rules';

/** One line of the roll: what was answered, and when (ISO 8601). */
export type LogEntry = { mark: 'tick' | 'tick-outline' | 'dash'; text: string; at: string };

type Logged = Pick<OfferDetail, 'answers' | 'confirmedAt' | 'publishedAt' | 'source' | 'state'>;

const DAY_MS = 86_400_000;
const MOST_ENTRIES = 8;

/** True of offers whose employer is asked; those of an import are answered for by their source. */
export function isAsked(offer: Pick<OfferDetail, 'source'>): boolean {
  return offer.source === 'employer' || offer.source === 'demo';
}

/** The answers so far, newest first, ending with the day of posting. `today` is a UTC day (YYYY-MM-DD). */
export function answerLog(offer: Logged, today: string): LogEntry[] {
  const entries = offer.answers.map(toEntry);
  // A source that lists an offer again leaves a date, not a row for each time.
  const known = offer.answers.find((answer) => answer.answer === 'open')?.answeredAt;
  const since = known ?? offer.publishedAt;
  if (offer.confirmedAt && (!since || since < offer.confirmedAt)) {
    const by = isAsked(offer) ? 'employer' : 'source';
    entries.push(toEntry({ answer: 'open', by, askedAt: offer.confirmedAt, answeredAt: offer.confirmedAt }));
  }
  entries.sort((a, b) => b.at.localeCompare(a.at));
  const [newest] = entries;
  if (newest?.mark === 'tick-outline' && offer.state === 'live') {
    newest.mark = 'tick';
    if (isAsked(offer)) newest.text = `Confirmed open ${ago(newest.at, today)}`;
  }
  const shown = entries.slice(0, MOST_ENTRIES);
  if (offer.publishedAt) {
    const mark = newest || offer.state !== 'live' ? 'tick-outline' : 'tick';
    shown.push({ mark, text: 'Posted', at: offer.publishedAt });
  }
  return shown;
}

function toEntry({ answer, by, askedAt, answeredAt }: OfferDetail['answers'][number]): LogEntry {
  const at = answeredAt ?? askedAt;
  const bySource = by === 'source';
  if (answer === 'silent') return { mark: 'dash', text: 'Asked, no answer', at };
  if (answer === 'closed')
    return { mark: 'dash', text: bySource ? 'No longer listed' : 'Filled, closed', at };
  return { mark: 'tick-outline', text: bySource ? 'Seen at its source' : 'Still open', at };
}

/** What comes next in the roll of a live offer, and how quickly its company uses to answer. */
export function nextCall(
  offer: Logged,
  { rollCallDays, rollCallSilenceDays, secondsToAnswer }: RollCallFacts,
  today: string,
): string {
  const last = offer.confirmedAt ?? offer.publishedAt;
  if (!last) return '';
  if (!isAsked(offer)) return `Listed by its source (${offer.source}), last seen on ${formatDate(last)}.`;
  const habit =
    secondsToAnswer === null ? '' : ` This company usually answers within ${spanInWords(secondsToAnswer)}.`;
  const next = new Date(Date.parse(last) + rollCallDays * DAY_MS).toISOString();
  if (daysBetween(next, today) > 0)
    return `We have asked whether it is still open, and wait for the answer.${habit}`;
  const silence = sentenceCase(daysInWords(rollCallSilenceDays));
  return `We ask again on ${formatDate(next)}. ${silence} without an answer takes the offer off the list.${habit}`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function ago(iso: string, today: string): string {
  const days = Math.max(0, daysBetween(iso, today));
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}
