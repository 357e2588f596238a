type Waiting<Item, Result> = { item: Item; done: (result: Result) => void; fail: (error: unknown) => void };

/**
 * Many small calls as few large ones: what comes while one is under way waits and is done together. Nothing waits for
 * company.
 */
export function gather<Item, Result>(
  work: (items: Item[]) => Promise<(item: Item) => Result>,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let busy = false;

  async function run(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      const calls = waiting;
      waiting = [];
      try {
        const resultOf = await work(calls.map(({ item }) => item));
        for (const { item, done } of calls) done(resultOf(item));
      } catch (error) {
        for (const { fail } of calls) fail(error);
      }
    }
    busy = false;
  }

  return (item) =>
    new Promise((done, fail) => {
      waiting.push({ item, done, fail });
      if (!busy) void run();
    });
}
