/**
 * Lets in only `most` mails at once to where they are at stake: marked as leaving, and not yet known to have left.
 * Those are what a worker that is killed leaves uncertain. Settles with what lets the next one in.
 */
export type Stake = () => Promise<() => void>;

export function makeStake(most: number): Stake {
  let open = 0;
  const waiting: (() => void)[] = [];
  return async () => {
    // Who leaves hands the place on to who waits longest.
    if (open < most) open += 1;
    else await new Promise<void>((go) => waiting.push(go));
    return () => {
      const next = waiting.shift();
      if (next) next();
      else open -= 1;
    };
  };
}
