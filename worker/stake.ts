/**
 * Lets in only so many mails at once to where they are at stake: marked as leaving, and not yet known to have left.
 * Those are what a worker that is killed leaves uncertain, so they are no more than it takes to keep to the rate,
 * which is rate × how long one usually takes. Settles with what lets the next one in.
 */
export type Stake = () => Promise<() => void>;

/** Weight of the newest among the times that were taken. */
const WEIGHT = 0.05;

/** `rate`: mails a second; 0 where there is no limit to keep to. `clock` in milliseconds. */
export function makeStake(rate: number, clock: () => number = () => performance.now()): Stake {
  let open = 0;
  let usual = 0;
  const waiting: (() => void)[] = [];
  const most = () => (rate > 0 ? Math.max(1, Math.ceil((rate * usual) / 1_000)) : Number.POSITIVE_INFINITY);

  return async () => {
    while (open >= most()) await new Promise<void>((go) => waiting.push(go));
    open += 1;
    const began = clock();
    return () => {
      usual += WEIGHT * (clock() - began - usual);
      open -= 1;
      waiting.shift()?.();
    };
  };
}
