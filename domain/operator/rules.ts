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
  'report.handled': 'Report handled',
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

const FACT_WORDS: Record<string, string> = { asOf: 'as of' };

/** Told elsewhere, or names inside the portal, which say nothing to a reader. */
const UNTOLD = new Set([
  'reason',
  'outcome',
  'user',
  'claim',
  'offerId',
  'companyId',
  'key',
  'currency',
  'from',
  'to',
]);

/** What else is known of an event: "30 → 45", "days 30". */
export function eventFacts(data: EventData): string {
  if (!data) return '';
  const facts: string[] = [];
  if ('to' in data) facts.push(`${show(data.from)} → ${show(data.to)}`);
  if (typeof data.outcome === 'string') facts.push(OUTCOMES[data.outcome] ?? data.outcome);
  for (const [key, value] of Object.entries(data)) {
    const word = FACT_WORDS[key] ?? key;
    if (!UNTOLD.has(key)) facts.push(value === true ? word : `${word} ${show(value)}`);
  }
  return facts.join(', ');
}

function show(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return value.map(show).join(' ') || 'none';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
