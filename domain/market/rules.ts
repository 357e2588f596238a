/** Fewer offers than this say nothing about a market: no figure is kept or shown for them. */
export const MIN_OFFERS_PER_FIGURE = 8;

/** `pay_figure.role_id` of all roles together, without `other`. */
export const ALL_ROLES = 0;
/** `pay_figure.seniority` of all levels together. */
export const ALL_LEVELS = 'all';
/** `pay_figure.contract` of all contracts together: an offer counts by the one that pays best. */
export const ALL_CONTRACTS = 'all';
/** `pay_figure.country` of all countries together. */
export const ALL_COUNTRIES = 'all';

/**
 * Whole EUR a year, over live offers that state their pay. An offer counts once, at the midpoint of the
 * contract that pays best.
 */
export type PayFigure = { offers: number; p25: number; median: number; p75: number };

/** Ends of the one scale on which a page draws pay, in whole EUR a year. */
export type PayScale = { min: number; max: number };

export type PayFigures = {
  scale: PayScale;
  /** By seniority or `all`, over all roles but `other`. */
  overall: Record<string, PayFigure>;
  /** By slug of the role, then by seniority or `all`. */
  byRole: Record<string, Record<string, PayFigure>>;
};

const SCALE_STEP = 10_000;
/** Drawn while nothing has been counted. */
const SCALE_DEFAULT = 100_000;

/** A scale from nothing to the next whole 10,000 EUR above `high`, the pay that 2 % of offers exceed. */
export function payScale(high: number | undefined): PayScale {
  const max = high === undefined ? SCALE_DEFAULT : Math.ceil(high / SCALE_STEP) * SCALE_STEP;
  return { min: 0, max: Math.max(max, SCALE_STEP) };
}

/** An offer with what was answered for it, oldest first; instants as ISO 8601. */
export type RollEntry = {
  slug: string;
  title: string;
  company: string;
  closed: boolean;
  publishedAt: string;
  closedAt: string | null;
  answers: { at: string; answer: 'open' | 'closed' | 'silent' }[];
};

/** From the start of a UTC day until the start of another. */
export type Fortnight = { from: string; until: string };

/** What the roll says of an offer for one fortnight; `none`: listed, but nobody was asked. */
export type RollCell = 'absent' | 'new' | 'open' | 'silent' | 'closed' | 'none';

const DAY_MS = 86_400_000;
const FORTNIGHT_MS = 14 * DAY_MS;

/** The last `count` fortnights, oldest first; the last one ends with the UTC day of `now`. */
export function rollFortnights(now: Date, count = 5): Fortnight[] {
  const end = (Math.floor(now.getTime() / DAY_MS) + 1) * DAY_MS;
  return Array.from({ length: count }, (_, index) => {
    const until = end - (count - 1 - index) * FORTNIGHT_MS;
    return { from: new Date(until - FORTNIGHT_MS).toISOString(), until: new Date(until).toISOString() };
  });
}

/** What the roll says of an offer, one cell per fortnight: the last thing that happened in it. */
export function rollCells(entry: RollEntry, fortnights: Fortnight[]): RollCell[] {
  const published = Date.parse(entry.publishedAt);
  const closed = entry.closedAt === null ? Number.POSITIVE_INFINITY : Date.parse(entry.closedAt);
  return fortnights.map(({ from, until }) => {
    const [start, end] = [Date.parse(from), Date.parse(until)];
    const within = (instant: number) => start <= instant && instant < end;
    if (published >= end || closed < start) return 'absent';
    if (entry.closed && within(closed)) return 'closed';
    const last = entry.answers.findLast((answer) => within(Date.parse(answer.at)));
    return last?.answer ?? (within(published) ? 'new' : 'none');
  });
}

export type RollLine = RollEntry & { cells: RollCell[] };

/**
 * Up to `count` offers that show between them how the roll works: no two with the same history while others
 * are left, one that has closed at most and that of another company, and none with fewer than two fortnights to tell of. The closed one
 * comes last; the others keep their order.
 */
export function chooseRollLines(entries: RollEntry[], fortnights: Fortnight[], count: number): RollLine[] {
  const lines = entries
    .map((entry) => ({ ...entry, cells: rollCells(entry, fortnights) }))
    .filter(({ cells }) => cells.filter((cell) => cell !== 'absent' && cell !== 'none').length >= 2);
  const open = lines.filter((line) => !line.closed);
  const histories = new Set<string>();
  const distinct = open.filter(({ cells }) => {
    const isNew = !histories.has(cells.join());
    histories.add(cells.join());
    return isNew;
  });
  const telling = [...new Set([...distinct, ...open])];
  const others = new Set(telling.slice(0, count - 1).map((line) => line.company));
  const closed = lines.find((line) => line.closed && !others.has(line.company));
  const chosen = telling.slice(0, closed ? count - 1 : count);
  return [...open.filter((line) => chosen.includes(line)), ...(closed ? [closed] : [])];
}
