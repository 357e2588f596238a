/** What a page says about the roll call of an offer. */
export type RollCallFacts = {
  /** Days from an answer to the next question. */
  rollCallDays: number;
  /** Days that an answer is waited for. */
  rollCallSilenceDays: number;
  /** Median time that the company takes to answer; null where that cannot be told yet. */
  secondsToAnswer: number | null;
};

/** As the settings stand by themselves, nothing being known of the company. */
export const PLAIN_ROLL_CALL: RollCallFacts = {
  rollCallDays: 14,
  rollCallSilenceDays: 7,
  secondsToAnswer: null,
};

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** A length of time as people say it, rounded up: "an hour", "5 hours", "a day", "3 days". */
export function spanInWords(seconds: number): string {
  if (seconds <= HOUR) return 'an hour';
  if (seconds <= 20 * HOUR) return `${Math.ceil(seconds / HOUR)} hours`;
  if (seconds <= DAY) return 'a day';
  return `${Math.ceil(seconds / DAY)} days`;
}

/** A number of days in words: "a day", "a week", "a fortnight", "10 days". */
export function daysInWords(days: number): string {
  if (days === 1) return 'a day';
  if (days === 7) return 'a week';
  if (days === 14) return 'a fortnight';
  return `${days} days`;
}
