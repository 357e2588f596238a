import { seededRandom } from '../seeded-random';

/** What may go wrong between the sandbox and the portal. Times in milliseconds, shares from 0 to 1. */
export type Faults = {
  /** How often each event is delivered. */
  copies: number;
  /** Each copy waits so long before it is sent. */
  delay: [number, number];
  /** Events of so long a time are gathered, and sent in any order. 0: as they come. */
  reorder: number;
  /** Share of the events that are never delivered, by no attempt. */
  drop: number;
  /** Each change through the API waits so long before it is made. */
  apiDelay: [number, number];
  /** Share of the changes through the API that are made, and whose answer never arrives. */
  apiCut: number;
  /** The same seed makes the same accidents. */
  seed: number;
};

export const NO_FAULTS: Faults = {
  copies: 1,
  delay: [0, 0],
  reorder: 0,
  drop: 0,
  apiDelay: [0, 0],
  apiCut: 0,
  seed: 1,
};

export type Luck = {
  faults: () => Faults;
  /** What is not named goes back to no fault. */
  change: (faults: Partial<Faults>) => Faults;
  /** True for a `share` of the calls. */
  strikes: (share: number) => boolean;
  between: (range: [number, number]) => number;
  shuffle: <T>(items: T[]) => T[];
};

export function createLuck(): Luck {
  let faults = NO_FAULTS;
  let random = seededRandom(faults.seed);
  return {
    faults: () => faults,
    change: (given) => {
      faults = { ...NO_FAULTS, ...given };
      random = seededRandom(faults.seed);
      return faults;
    },
    strikes: (share) => share > 0 && random() < share,
    between: ([from, to]) => (from === to ? from : Math.round(from + random() * (to - from))),
    shuffle: (items) => {
      const shuffled = [...items];
      for (let n = shuffled.length - 1; n > 0; n--) {
        const other = Math.floor(random() * (n + 1));
        const [a, b] = [shuffled[n], shuffled[other]];
        if (a !== undefined && b !== undefined) [shuffled[n], shuffled[other]] = [b, a];
      }
      return shuffled;
    },
  };
}
