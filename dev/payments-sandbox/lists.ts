import type Stripe from 'stripe';
import { noSuch, ParameterRefusal } from './errors';
import type { Range } from './parameters';

export type Page = {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
};

/**
 * One page of those of `rows` (oldest first, as the state has them) that are `wanted`, newest first, as Stripe
 * lists. The cursor itself need not be wanted.
 */
export function listPage<T extends { id: string; object: string }>(
  rows: T[],
  { limit = 10, starting_after, ending_before }: Page,
  url: string,
  wanted: (row: T) => boolean = () => true,
): Stripe.ApiList<T> {
  if (starting_after && ending_before) {
    throw new ParameterRefusal(
      'You may only specify one of these parameters: ending_before, starting_after.',
      {
        code: 'parameters_exclusive',
        param: 'starting_after',
      },
    );
  }
  const newest = rows.toReversed();
  const from = starting_after ? indexOf(newest, starting_after, 'starting_after') + 1 : 0;
  const to = ending_before ? indexOf(newest, ending_before, 'ending_before') : newest.length;
  const range = newest.slice(from, to).filter(wanted);
  const data = ending_before ? range.slice(-limit) : range.slice(0, limit);
  return { object: 'list', data, has_more: range.length > data.length, url };
}

/** A list that hangs on an object, such as the lines of a session: whole, oldest first. */
export function wholeList<T>(data: T[], url: string): Stripe.ApiList<T> {
  return { object: 'list', data, has_more: false, url };
}

/** Whether `row` is of that time. */
export function isWithin({ created }: { created: number }, range: number | Range | undefined): boolean {
  if (range === undefined) return true;
  if (typeof range === 'number') return created === range;
  const { gt = -1, gte = 0, lt = Number.POSITIVE_INFINITY, lte = Number.POSITIVE_INFINITY } = range;
  return created > gt && created >= gte && created < lt && created <= lte;
}

function indexOf(rows: { id: string; object: string }[], id: string, param: string): number {
  const index = rows.findIndex((row) => row.id === id);
  if (index < 0) throw noSuch(rows[0]?.object ?? 'object', id, param);
  return index;
}
