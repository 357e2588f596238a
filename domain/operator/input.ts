import { z } from 'zod';
import { OFFER_STATES, type OfferState } from '@/domain/offers/rules';

/** Lines on one page of the operator's tables. */
export const PAGE_LINES = 25;
/** Beyond that many a search is only said to have found more. */
export const COUNT_CAP = 1_000;

const MAX_REASON = 1_000;
const MIN_REASON = 10;
const MAX_DAYS = 365;
const MAX_PAGE = 10_000;
const MAX_QUERY = 200;

/** Fields of an address that occur once; what makes no sense is left out. */
export type Params = Record<string, string | string[] | undefined>;

export function textParam(params: Params, key: string): string | undefined {
  const value = params[key];
  const text = (Array.isArray(value) ? value[0] : value)?.replaceAll('\u0000', '').trim().slice(0, MAX_QUERY);
  return text === '' ? undefined : text;
}

/** A page number, from 1. */
export function pageParam(params: Params): number {
  const page = Number(textParam(params, 'page'));
  return Number.isInteger(page) && page >= 1 ? Math.min(page, MAX_PAGE) : 1;
}

/** An id of ours in an address or a form; null if it cannot be one. */
export function idParam(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

export function stateParam(params: Params): OfferState | undefined {
  const state = textParam(params, 'state');
  return OFFER_STATES.find((known) => known === state);
}

const reason = z
  .string()
  .trim()
  .min(MIN_REASON, 'Say why, in a sentence. The employer reads it.')
  .max(MAX_REASON, `At most ${MAX_REASON} characters, please.`);

/** What the operator decides on an offer. */
export const decisionInput = z.discriminatedUnion(
  'act',
  [
    z.object({
      act: z.literal('publish'),
      days: z
        .string()
        .trim()
        .regex(/^\d{1,3}$/, 'Give a whole number of days.')
        .transform(Number)
        .refine((days) => days >= 1 && days <= MAX_DAYS, `Between 1 and ${MAX_DAYS} days.`),
    }),
    z.object({ act: z.literal('suspend'), reason }),
    z.object({ act: z.literal('remove'), reason }),
    z.object({ act: z.literal('lift') }),
    z.object({ act: z.literal('keep') }),
  ],
  'Choose what to do.',
);
export type Decision = z.output<typeof decisionInput>;

/** What the operator decides on an offer that was paid for and waits to be read. */
export const reviewInput = z.discriminatedUnion(
  'decision',
  [z.object({ decision: z.literal('approve') }), z.object({ decision: z.literal('turn-down'), reason })],
  'Choose what to do.',
);

/** What may be decided on an offer in that state. */
export function possibleActs(state: OfferState): Decision['act'][] {
  if (state === 'draft' || state === 'awaiting_payment' || state === 'in_review')
    return ['publish', 'remove'];
  if (state === 'live' || state === 'paused') return ['suspend', 'remove'];
  if (state === 'suspended') return ['lift', 'remove'];
  return state === 'removed' ? [] : ['remove'];
}
