import { formatAmount } from '@/domain/billing/labels';

/** What happened, in the words of the operator's log; types that are not listed are shown as they are. */
const EVENT_LABELS: Record<string, string> = {
  'offer.created': 'Offer written',
  'offer.published': 'Offer published',
  'offer.gifted': 'Offer published as a gift',
  'offer.updated': 'Offer changed',
  'offer.edited': 'Offer changed',
  'offer.reopened': 'Offer open again',
  'offer.paused': 'Offer paused',
  'offer.resumed': 'Offer back on the list',
  'offer.expired': 'Offer expired',
  'offer.filled': 'Offer filled',
  'offer.suspended': 'Offer suspended',
  'offer.unsuspended': 'Suspension lifted',
  'offer.removed': 'Offer removed',
  'offer.featured': 'Offer featured',
  'offer.unfeatured': 'Offer no longer featured',
  'offer.asked': 'Employer asked',
  'offer.confirmed': 'Confirmed open',
  'offer.submitted': 'Handed in to be read',
  'offer.turned_down': 'Offer turned down',
  'offer.reminded': 'Employer reminded',
  'offer.not_paid': 'Not paid: a draft again',
  'offer.renewed': 'Offer back on the list',
  'offer.extended': 'Days added',
  'offer.upgraded': 'Made Featured',
  'offer.unpublished': 'Refunded: off the list',
  'offer.unpaid': 'Refunded: no days left',
  'offer.shortened': 'Refunded: days taken back',
  'order.open': 'Order made',
  'order.processing': 'Payment on its way',
  'order.paid': 'Paid',
  'order.partly_refunded': 'Refunded in part',
  'order.refunded': 'Refunded',
  'order.refund_failed': 'A refund did not arrive',
  'order.disputed': 'Disputed',
  'order.lost': 'Dispute lost',
  'order.failed': 'Payment failed',
  'order.expired': 'Not paid in time',
  'order.refund_asked': 'Refund asked for',
  'order.checked': 'Fulfilment run again',
  'order.turned_down': 'Offer turned down: what was paid goes back',
  'plan.changed': 'Plan changed',
  'promotion.created': 'Promotion code made',
  'promotion.ended': 'Promotion code ended',
  'report.handled': 'Report handled',
  'enquiry.received': 'Enquiry received',
  'enquiry.answered': 'Enquiry answered',
  'enquiry.reopened': 'Enquiry waits again',
  'enquiry.deleted': 'Enquiry deleted',
  'enquiry.forgotten': 'Enquiry deleted: its time was over',
  'subscriber.signed-up': 'Signed up for mail',
  'subscriber.changed': 'Mail preferences changed',
  'subscriber.paused': 'Mail paused',
  'subscriber.resumed': 'Mail no longer paused',
  'subscriber.moved': 'Mail goes to another address',
  'subscriber.deleted': 'Subscriber deleted',
  'subscription.confirmed': 'Subscription confirmed',
  'subscription.ended': 'Subscription ended',
  'text.drafted': 'Draft of a text saved',
  'text.published': 'Text published',
  'text.discarded': 'Draft of a text thrown away',
  'text.restored': 'Earlier text published again',
  'skill.added': 'Skill added',
  'skill.changed': 'Skill changed',
  'skill.merged': 'Skill merged into another',
  'setting.changed': 'Setting changed',
  'exchange-rate.changed': 'Exchange rate changed',
  'operator.granted': 'Made operator',
  'operator.withdrawn': 'No longer operator',
  'account.sessions-ended': 'Signed out',
  'company.claim-made': 'Company claimed',
  'company.claim-granted': 'Claim granted',
  'company.claim-refused': 'Claim turned down',
};

export function eventLabel(type: string): string {
  const known = EVENT_LABELS[type];
  if (known) return known;
  const words = type.replaceAll(/[._-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export type EventData = Record<string, unknown> | null;

/** Why it was done, where somebody said so. */
export function eventReason(data: EventData): string | null {
  return typeof data?.reason === 'string' && data.reason !== '' ? data.reason : null;
}

/** What came of a report, by what was decided on its offer. */
export const OUTCOMES: Record<string, string> = {
  keep: 'Offer left as it is',
  suspend: 'Offer suspended',
  lift: 'Suspension lifted',
  remove: 'Offer removed',
};

const FACT_WORDS: Record<string, string> = { asOf: 'as of', creditDays: 'days until credits lapse' };

/** Told elsewhere, or names inside the portal, which say nothing to a reader. */
const UNTOLD = new Set([
  'reason',
  'outcome',
  'user',
  'claim',
  'offerId',
  'companyId',
  'key',
  'code',
  'currency',
  'skill',
  'slug',
  'from',
  'to',
]);

/** In minor units of the currency beside them; those of nothing say nothing. */
const AMOUNTS = new Set(['total', 'refunded', 'failed', 'amount', 'price']);

/** What else is known of an event: "30 → 45", "days 30". */
export function eventFacts(data: EventData): string {
  if (!data) return '';
  const facts: string[] = [];
  if (isRecord(data.from) && isRecord(data.to)) {
    const { from, to } = data;
    for (const key of Object.keys(to))
      facts.push(`${FACT_WORDS[key] ?? key} ${showFact(key, from)} → ${showFact(key, { ...from, ...to })}`);
  } else if ('to' in data) facts.push(`${show(data.from)} → ${show(data.to)}`);
  if (typeof data.outcome === 'string') facts.push(OUTCOMES[data.outcome] ?? data.outcome);
  for (const [key, value] of Object.entries(data)) {
    const word = FACT_WORDS[key] ?? key;
    if (UNTOLD.has(key) || (AMOUNTS.has(key) && value === 0)) continue;
    facts.push(value === true ? word : `${word} ${showFact(key, data)}`);
  }
  return facts.join(', ');
}

function showFact(key: string, data: Record<string, unknown>): string {
  const { [key]: value, currency } = data;
  const isAmount = AMOUNTS.has(key) && typeof value === 'number' && typeof currency === 'string';
  return isAmount ? formatAmount(value, currency) : show(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return value.map(show).join(' ') || 'none';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
