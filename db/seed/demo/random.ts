/** A small seeded generator (mulberry32), so that the demo is the same on every machine. */
export type Random = () => number;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pickOne<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('pickOne: nothing to pick from');
  return item;
}

export function shuffle<T>(random: Random, items: readonly T[]): T[] {
  const cards = [...items];
  for (let last = cards.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = cards[last] as T;
    cards[last] = cards[other] as T;
    cards[other] = kept;
  }
  return cards;
}

/** A whole number from `min` to `max`, both included. */
export function pickInt(random: Random, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

/**
 * Deals each list like a deck of cards: every item is used once before any returns, which keeps the same
 * sentence as far apart as the list allows.
 */
export function createDealer(random: Random) {
  const decks = new Map<readonly string[], string[]>();
  return function deal(list: readonly string[], count: number): string[] {
    const wanted = Math.min(count, list.length);
    const hand: string[] = [];
    const skipped: string[] = [];
    let deck = decks.get(list) ?? [];
    while (hand.length < wanted) {
      if (deck.length === 0) deck = shuffle(random, list);
      const card = deck.pop() as string;
      if (hand.includes(card)) skipped.push(card);
      else hand.push(card);
    }
    decks.set(list, [...skipped, ...deck]);
    return hand;
  };
}

export type Deal = ReturnType<typeof createDealer>;
