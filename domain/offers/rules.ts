import type { Contract, Seniority, Workplace } from './input';

export const OFFER_STATES = [
  'draft',
  'awaiting_payment',
  'in_review',
  'live',
  'paused',
  'expired',
  'filled',
  'suspended',
  'removed',
] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/**
 * What an offer may become from each state (DESIGN §2). An import may bring back only what ran out or fell
 * silent (`expired`, `paused`); the rest of the ways back are the employer's or the operator's. What is refunded
 * becomes a draft again.
 */
const NEXT_STATES: Record<OfferState, readonly OfferState[]> = {
  draft: ['awaiting_payment', 'in_review', 'live', 'removed'],
  awaiting_payment: ['draft', 'in_review', 'live', 'removed'],
  in_review: ['draft', 'live', 'removed'],
  live: ['draft', 'paused', 'expired', 'filled', 'suspended', 'removed'],
  paused: ['draft', 'live', 'expired', 'filled', 'suspended', 'removed'],
  expired: ['live', 'filled', 'suspended', 'removed'],
  filled: ['live', 'suspended', 'removed'],
  suspended: ['live', 'removed'],
  removed: [],
};

export function canBecome(from: OfferState, to: OfferState): boolean {
  return NEXT_STATES[from].includes(to);
}

export const PAY_PERIODS = ['hour', 'day', 'month', 'year'] as const;
export type PayPeriod = (typeof PAY_PERIODS)[number];
export const PAY_TAXES = ['gross', 'net', 'net_vat'] as const;
export type PayTax = (typeof PAY_TAXES)[number];

export const SENIORITY_LABELS: Record<Seniority, string> = {
  intern: 'Intern',
  junior: 'Junior',
  mid: 'Mid',
  senior: 'Senior',
  lead: 'Lead',
  manager: 'Manager',
};
export const WORKPLACE_LABELS: Record<Workplace, string> = {
  onsite: 'On site',
  hybrid: 'Hybrid',
  remote: 'Remote',
};
export const CONTRACT_LABELS: Record<Contract, string> = {
  employment: 'Employment',
  b2b: 'B2B',
  contract: 'Contract',
  internship: 'Internship',
};

/** Pay under one contract. Figures are null where the employer states none. */
export type OfferPay = {
  contract: Contract;
  /** Minor units of `currency` per `period`. */
  statedMin: number | null;
  statedMax: number | null;
  /** ISO 4217. */
  currency: string | null;
  period: PayPeriod | null;
  tax: PayTax | null;
  /** Whole EUR a year. */
  yearlyEurMin: number | null;
  yearlyEurMax: number | null;
};

export type OfferPlace = {
  kind: 'country' | 'city';
  slug: string;
  name: string;
  /** ISO 3166-1 alpha-2, upper case. */
  countryCode: string;
  use: 'workplace' | 'applicant';
};

/**
 * One offer in a list: the only row type of web lists, feeds and alerts. Plain JSON (dates as ISO
 * 8601 in UTC), because Next's data cache hands back JSON.
 */
export type OfferRow = {
  id: number;
  slug: string;
  title: string;
  company: { id: number; slug: string; name: string };
  role: { slug: string; title: string };
  seniority: Seniority | null;
  workplace: Workplace;
  workplaceNote: string | null;
  partTime: boolean;
  featured: boolean;
  places: OfferPlace[];
  skills: { slug: string; name: string }[];
  pay: OfferPay[];
  publishedAt: string;
  /** When it leaves the list. */
  expiresAt: string;
  /** Last "still open"; null if nobody has answered since publication. */
  confirmedAt: string | null;
};

/** The offer as its own page shows it. */
export type OfferDetail = Omit<OfferRow, 'skills' | 'company' | 'publishedAt' | 'expiresAt'> & {
  state: OfferState;
  descriptionHtml: string;
  skills: { slug: string; name: string; required: boolean | null; level: number | null }[];
  company: {
    id: number;
    slug: string;
    name: string;
    website: string | null;
    /** Path of the logo that is kept here, else the address that the source gave. */
    logoUrl: string | null;
    about: string | null;
    liveOffers: number;
  };
  applyBy: 'url' | 'email';
  source: string;
  sourceId: string | null;
  publishedAt: string | null;
  expiresAt: string | null;
  closedAt: string | null;
  updatedAt: string;
  answers: {
    askedAt: string;
    answeredAt: string | null;
    answer: 'open' | 'closed' | 'silent';
    by: 'employer' | 'source';
  }[];
};

/** The id at the end of an offer's slug, or null if the slug cannot be one of ours. */
export function offerIdFromSlug(slug: string): number | null {
  const match = /-(\d{1,9})$/.exec(slug);
  return match ? Number(match[1]) : null;
}

/** Days that counts are added up over, today among them. */
export const COUNTED_DAYS = 30;

/** States of offers as the dashboard groups them. */
export const BOARD_GROUPS = {
  live: ['live'],
  paused: ['paused'],
  waiting: ['draft', 'awaiting_payment', 'in_review'],
  ended: ['expired', 'filled'],
  stopped: ['suspended', 'removed'],
} as const satisfies Record<string, readonly OfferState[]>;
export type BoardGroup = keyof typeof BOARD_GROUPS;

/** A count over the last `COUNTED_DAYS` days, and over as many before. */
export type Trend = { now: number; before: number };

/** Times are ISO 8601. */
export type BoardOffer = {
  id: number;
  slug: string;
  title: string;
  state: OfferState;
  source: string;
  workplace: Workplace;
  places: OfferPlace[];
  pausedBy: 'employer' | 'silence' | null;
  pausedAt: string | null;
  askedAt: string | null;
  confirmedAt: string | null;
  publishedAt: string | null;
  /** The end of its days. */
  expiresAt: string | null;
  /** The closing date that its employer chose. */
  closesAt: string | null;
  /** That date ends it, or has ended it, with days left. */
  closesFirst: boolean;
  closedAt: string | null;
  createdAt: string;
  /** Changes are written down, but not sent. */
  isBeingEdited: boolean;
  views: Trend;
  applies: Trend;
  /** Views on each of the last `COUNTED_DAYS` days, the oldest first. */
  daily: number[];
};

export type BoardFigures = {
  /** Offers in each group. */
  groups: Record<BoardGroup, number>;
  views: Trend;
  applies: Trend;
};

/** An offer about which an answer to the roll call is awaited. */
export type Unanswered = {
  id: number;
  slug: string;
  title: string;
  askedAt: string;
  /** Off the list for want of an answer. */
  isSilent: boolean;
  views: number;
  applies: number;
};

/** One UTC day (YYYY-MM-DD) of one offer. */
export type DayCount = { day: string; views: number; applies: number };

export type HistoryEvent = {
  at: string;
  type: string;
  actor: string;
  /** Name of the user who did it, or their address; null for others, and where they are gone. */
  who: string | null;
  data: Record<string, unknown> | null;
};
