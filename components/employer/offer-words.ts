import { daysBetween, formatDate, formatNumber, formatShortDate } from '@/domain/offers/labels';
import type { BoardGroup, BoardOffer, HistoryEvent, Trend } from '@/domain/offers/rules';

/** What the employer's pages say about an offer. Times are ISO 8601, days UTC days (YYYY-MM-DD). */

const NBSP = '\u00a0';
const MINUS = '−';

export const GROUP_LABELS: Record<BoardGroup, string> = {
  live: 'Live',
  paused: 'Paused',
  waiting: 'Not out yet',
  ended: 'Ended',
  stopped: 'Stopped by the operator',
};

type Stated = Pick<BoardOffer, 'state' | 'pausedBy' | 'askedAt'>;

/** Its state in a word or two, and how that looks. */
export function stateOf({ state, pausedBy, askedAt }: Stated): {
  label: string;
  kind: 'good' | 'warn' | 'bad' | 'plain';
} {
  switch (state) {
    case 'live':
      return askedAt === null
        ? { label: 'Live', kind: 'good' }
        : { label: 'Waiting for your answer', kind: 'warn' };
    case 'paused':
      return pausedBy === 'silence'
        ? { label: 'Paused, no answer', kind: 'warn' }
        : { label: 'Paused', kind: 'plain' };
    case 'draft':
      return { label: 'Ready, not out yet', kind: 'plain' };
    case 'awaiting_payment':
      return { label: 'Waiting for payment', kind: 'warn' };
    case 'in_review':
      return { label: 'In review', kind: 'plain' };
    case 'expired':
      return { label: 'Expired', kind: 'plain' };
    case 'filled':
      return { label: 'Filled', kind: 'plain' };
    case 'suspended':
      return { label: 'Suspended', kind: 'bad' };
    case 'removed':
      return { label: 'Removed', kind: 'bad' };
  }
}

type Dated = Pick<BoardOffer, 'state' | 'expiresAt' | 'closesAt' | 'closesFirst' | 'pausedAt' | 'closedAt'>;

/** When it leaves the list, or left it, and how many days it has left; those of a paused one stand still. */
export function endOf(
  { state, expiresAt, closesAt, closesFirst, pausedAt, closedAt }: Dated,
  today: string,
): { day: string | null; note: string | null } {
  if (state === 'live' && expiresAt) {
    const end = closesFirst && closesAt ? closesAt : expiresAt;
    return { day: end, note: daysLeft(daysBetween(today, end.slice(0, 10))) };
  }
  if ((state === 'paused' || state === 'suspended') && expiresAt) {
    const left = pausedAt
      ? daysBetween(pausedAt, expiresAt.slice(0, 10))
      : daysBetween(today, expiresAt.slice(0, 10));
    return { day: null, note: daysLeft(left) };
  }
  return { day: closedAt, note: null };
}

function daysLeft(days: number): string {
  if (days <= 0) return 'last day';
  return `${formatNumber(days)}${NBSP}${days === 1 ? 'day' : 'days'} left`;
}

/** "+12%", "−4%", "the same"; null where there was nothing to compare with. */
export function changeOf({ now, before }: Trend): string | null {
  if (before === 0) return null;
  const percent = Math.round(((now - before) / before) * 100);
  if (percent === 0) return 'the same';
  return `${percent > 0 ? '+' : MINUS}${formatNumber(Math.abs(percent))}%`;
}

/** The change as a sentence for a figure: "+12% on the 30 days before". */
export function changeSentence(trend: Trend, days: number): string {
  const change = changeOf(trend);
  if (change === null) return trend.now === 0 ? 'none so far' : `none in the ${days} days before`;
  return change === 'the same' ? `as in the ${days} days before` : `${change} on the ${days} days before`;
}

/** Applies for each hundred views: "4.8%"; null without views, or where more applied than were counted. */
export function applyRate(views: number, applies: number): string | null {
  if (views === 0 || applies > views) return null;
  return `${((applies / views) * 100).toFixed(1)}%`;
}

/** Views and applies in a sentence: "1 284 views and 61 applies so far." */
export function drawSentence(views: number, applies: number): string {
  return `${count(views, 'view')} and ${count(applies, 'apply', 'applies')} so far.`;
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${formatNumber(n)}${NBSP}${n === 1 ? one : many}`;
}

/** The day until which an answer is awaited. */
export function answerBy(askedAt: string, silenceDays: number): string {
  return formatDate(new Date(Date.parse(askedAt) + silenceDays * 86_400_000).toISOString());
}

export function shortDay(iso: string | null): string {
  return iso === null ? '–' : formatShortDate(iso);
}

const DONE: Record<string, string> = {
  'offer.created': 'Sent in, ready to be published',
  'offer.published': 'Published',
  'offer.gifted': 'Published without payment',
  'offer.updated': 'Edited',
  'offer.resumed': 'Put back on the list',
  'offer.reopened': 'Listed again by its source',
  'offer.asked': 'Asked whether it is still open',
  'offer.confirmed': 'Still open',
  'offer.filled': 'Filled, closed',
  'offer.expired': 'Ran out',
  'offer.suspended': 'Suspended',
  'offer.unsuspended': 'Suspension lifted',
  'offer.removed': 'Removed',
  'offer.awaiting_payment': 'Payment begun',
  'offer.not_paid': 'Not paid',
  'offer.submitted': 'Paid, to be read by the operator',
  'offer.extended': 'Given more days',
  'offer.shortened': 'Days taken back, with the refund',
  'offer.renewed': 'Renewed',
  'offer.upgraded': 'Upgraded to Featured',
  'offer.unpaid': 'Off the list, with the refund',
  'offer.unpublished': 'Off the list, with the refund',
  'offer.featured': 'Promoted',
  'offer.unfeatured': 'Promotion ended',
};

/** What an event did, by whom, and why where that was said. Null: nothing that an employer need know. */
export function eventInWords({ type, actor, who, data }: HistoryEvent): {
  what: string;
  who: string | null;
  why: string | null;
} | null {
  const silence = type === 'offer.paused' && data?.by === 'silence';
  const what = silence ? 'Paused, for want of an answer' : type === 'offer.paused' ? 'Paused' : DONE[type];
  if (!what) return null;
  const why = typeof data?.reason === 'string' ? data.reason : null;
  return { what, who: byWhom(type, actor, who), why };
}

const BY_OPERATOR = new Set([
  'offer.gifted',
  'offer.suspended',
  'offer.unsuspended',
  'offer.removed',
  'offer.featured',
  'offer.unfeatured',
]);

function byWhom(type: string, actor: string, who: string | null): string | null {
  if (BY_OPERATOR.has(type)) return 'the operator';
  if (actor === 'mail') return 'the link in the mail';
  if (actor.startsWith('import:')) return `the source (${actor.slice('import:'.length)})`;
  if (actor.startsWith('user:')) return who ?? 'somebody who is gone';
  return null;
}
