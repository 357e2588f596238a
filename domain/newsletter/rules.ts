import type { Frequency } from './input';

/** How long a link that confirms a signup, or a new address, works. */
export const CONFIRM_DAYS = 3;
/** How long a link to somebody's preferences works; another one is a mail away. */
export const PREFERENCES_DAYS = 30;
/** Alerts that one person can have. */
export const MAX_ALERTS = 20;
/** Offers in one mail of an alert; the rest is behind its link. */
export const MOST_OFFERS = 20;
/** Offers kept for one mail: more than it shows, to take the places of those that close before it leaves. */
export const MOST_HITS = 2 * MOST_OFFERS;
/** Who reported our mail as spam is not mailed for so long, whoever types their address into a form. */
export const COMPLAINT_DAYS = 30;

/** Digests arrive at this hour in their reader's time zone, weekly ones on this day (0 is Sunday). */
export const DIGEST_HOUR = 8;
export const DIGEST_WEEKDAY = 4;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When the next digest after `after` is due in that time zone; null for what is not sent by the clock. */
export function nextDigestAt(frequency: Frequency, timeZone: string, after: Date): Date | null {
  if (frequency === 'instant') return null;
  const today = Math.floor(wallClock(after.getTime(), timeZone) / DAY_MS) * DAY_MS;
  for (let day = today; ; day += DAY_MS) {
    if (frequency === 'weekly' && new Date(day).getUTCDay() !== DIGEST_WEEKDAY) continue;
    const due = atWallClock(day + DIGEST_HOUR * HOUR_MS, timeZone);
    if (due > after.getTime()) return new Date(due);
  }
}

/** The moment (epoch) at which clocks in that zone show `wall`, itself written as if it were UTC. */
function atWallClock(wall: number, timeZone: string): number {
  const guess = 2 * wall - wallClock(wall, timeZone);
  // Where the clock was put forward or back in between, the guess used the wrong offset.
  return guess - (wallClock(guess, timeZone) - wall);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What clocks in that zone show at a moment, as if it were UTC (epoch milliseconds, to the second). */
function wallClock(at: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(timeZone, clock);
  }
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Changes with each change of the sentence below. */
export const WORDING_VERSION = '2026-11-21';

/** `what` of a form with several things to choose from. */
export const CHOSEN_ABOVE = 'what I chose above';

/**
 * What somebody agrees to by sending the form: shown beside its button, and kept word for word as the proof.
 * `what` is said as in a sentence: "the newsletter", "new offers: Backend, remote".
 */
export function consentWording(siteName: string, what: string): string {
  return `By sending this I ask ${siteName} to e-mail me ${what}, until I leave. One click in any of the mails is enough to leave.`;
}
