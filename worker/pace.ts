import { setTimeout as sleep } from 'node:timers/promises';
import { emailDomain } from '@/domain/accounts/rules';

export type Pace = {
  /** Settles when the next mail may leave. */
  wait: () => Promise<void>;
  /** Null where a mail to that address may leave about now; else when its turn at that domain may come. */
  turnOf: (email: string) => Date | null;
};

/** What is a little early is still on time. */
const EARLY_MS = 500;

/** Keeps to so many mails a second, in all and to each domain; 0 for no limit. `clock` in milliseconds. */
export function makePace(
  { rate, domainRate }: { rate: number; domainRate: number },
  clock: () => number = Date.now,
): Pace {
  let free = 0;
  /** Of each domain: when the next may leave, and when the last that was put off may. */
  const domains = new Map<string, { free: number; tail: number }>();
  return {
    async wait() {
      if (rate <= 0) return;
      const now = clock();
      const at = Math.max(now, free);
      free = at + 1_000 / rate;
      if (at > now) await sleep(at - now);
    },
    turnOf(email) {
      if (domainRate <= 0) return null;
      const now = clock();
      const domain = emailDomain(email);
      const turns = domains.get(domain) ?? { free: 0, tail: 0 };
      domains.set(domain, turns);
      const step = 1_000 / domainRate;
      const at = Math.max(now, turns.free);
      if (at - now < EARLY_MS) {
        turns.free = at + step;
        return null;
      }
      turns.tail = Math.max(at, turns.tail) + step;
      return new Date(turns.tail);
    },
  };
}
