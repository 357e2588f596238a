import { hash, randomBytes } from 'node:crypto';
import { utcDay } from '@/app/(public)/today';
import type { Views } from '@/domain/offers/views';

/** More than anybody reads: beyond that a client is not counted. */
const MOST_AN_HOUR = 1_000;
/** Readers remembered; past that they are forgotten, and may count twice. */
const MOST_READERS = 200_000;

export type Seen = {
  offerId: number;
  /** Network address. */
  address: string;
  userAgent: string;
};

/**
 * Views that wait to be written: each reader's of an offer once a UTC day, as far as address and browser tell
 * readers apart. Of those only hashes are kept, in memory, under a salt that nobody knows. `write` is called
 * `afterMs` after the first view, and what it could not store waits on.
 */
export function openTally(write: (views: Views[]) => Promise<void>, afterMs: number) {
  const salt = randomBytes(16).toString('hex');
  const readers = new Set<string>();
  const hourly = new Map<string, number>();
  const counts = new Map<string, Views>();
  let [day, hour] = ['', ''];
  let delay = afterMs;
  let waiting: { done: Promise<void>; now: () => void } | null = null;

  function isNew({ offerId, address, userAgent }: Seen, now: Date): boolean {
    const today = utcDay(now);
    if (today !== day || readers.size >= MOST_READERS) readers.clear();
    const thisHour = now.toISOString().slice(0, 13);
    if (thisHour !== hour || hourly.size >= MOST_READERS) hourly.clear();
    [day, hour] = [today, thisHour];
    const views = (hourly.get(address) ?? 0) + 1;
    hourly.set(address, views);
    const reader = hash('sha256', `${salt} ${offerId} ${address} ${userAgent}`, 'base64url').slice(0, 16);
    if (views > MOST_AN_HOUR || readers.has(reader)) return false;
    readers.add(reader);
    return true;
  }

  async function flush(): Promise<void> {
    waiting = null;
    const views = [...counts.values()];
    counts.clear();
    try {
      await write(views);
    } catch (error) {
      for (const one of views) put(one);
      throw error;
    }
  }

  function put({ offerId, day, views }: Views): void {
    const key = `${offerId} ${day}`;
    counts.set(key, { offerId, day, views: (counts.get(key)?.views ?? 0) + views });
  }

  return {
    /** Counts a view. Resolves once it is stored, or at once where it does not count; rejects as `write` does. */
    add(seen: Seen, now: Date): Promise<void> {
      if (!isNew(seen, now)) return Promise.resolve();
      put({ offerId: seen.offerId, day, views: 1 });
      waiting ??= wait(delay, flush);
      return waiting.done;
    },
    /** Has what waits written now, and the rest at once: the process is about to end. */
    hurry(): void {
      delay = 0;
      waiting?.now();
    },
  };
}

function wait(ms: number, then: () => Promise<void>): { done: Promise<void>; now: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  const now = () => {
    clearTimeout(timer);
    resolve();
  };
  return { done: promise.then(then), now };
}
