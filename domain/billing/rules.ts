import type { OfferState } from '@/domain/offers/rules';

export const PLAN_KINDS = ['basic', 'featured', 'pack', 'extension', 'upgrade'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const ORDER_PURPOSES = ['publication', 'extension', 'upgrade', 'pack'] as const;
export type OrderPurpose = (typeof ORDER_PURPOSES)[number];

const PURPOSES: Record<PlanKind, OrderPurpose> = {
  basic: 'publication',
  featured: 'publication',
  pack: 'pack',
  extension: 'extension',
  upgrade: 'upgrade',
};

/** What an order of that plan is for: Basic and Featured are two ways to the same publication. */
export function purposeOf(kind: PlanKind): OrderPurpose {
  return PURPOSES[kind];
}

export const ORDER_STATES = [
  'open',
  'processing',
  'paid',
  'partly_refunded',
  'refunded',
  'refund_failed',
  'disputed',
  'lost',
  'failed',
  'expired',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export type OrderOutcome =
  | 'published'
  | 'in_review'
  | 'extended'
  | 'renewed'
  | 'upgraded'
  | 'credited'
  | 'refused';

/** How far a checkout has got, each further than the one before; a later word never undoes an earlier one. */
const CHECKOUT_STEPS = ['open', 'processing', 'failed', 'expired', 'paid'] as const;
export type CheckoutStep = (typeof CHECKOUT_STEPS)[number];

const DISPUTE_STEPS = ['open', 'won', 'lost'] as const;
export type DisputeStep = (typeof DISPUTE_STEPS)[number];

/** All that matters of a payment, as it was read from Stripe at some moment. */
export type PaymentFacts = {
  checkout: CheckoutStep;
  /** Minor units, with discounts and tax; 0 where a discount left nothing to pay. */
  amountTotal: number;
  /** All that was ever sent back, in minor units. */
  amountRefunded: number;
  /** Of that, what did not arrive: the bank sent it back to us. */
  refundFailed: number;
  /** All of the payment was on its way back at some time. */
  wasRefunded: boolean;
  /** By Stripe's id. */
  disputes: Readonly<Record<string, DisputeStep>>;
};

/**
 * What is known from two readings, whichever was first. Facts only ever grow, so that readings may come late,
 * twice, and in any order: the same ones always add up to the same.
 */
export function joinFacts(a: PaymentFacts, b: PaymentFacts): PaymentFacts {
  const disputes: Record<string, DisputeStep> = { ...a.disputes };
  for (const [id, step] of Object.entries(b.disputes)) {
    disputes[id] = further(DISPUTE_STEPS, disputes[id] ?? 'open', step);
  }
  return {
    checkout: further(CHECKOUT_STEPS, a.checkout, b.checkout),
    amountTotal: Math.max(a.amountTotal, b.amountTotal),
    amountRefunded: Math.max(a.amountRefunded, b.amountRefunded),
    refundFailed: Math.max(a.refundFailed, b.refundFailed),
    wasRefunded: a.wasRefunded || b.wasRefunded,
    disputes,
  };
}

function further<Step>(steps: readonly Step[], a: Step, b: Step): Step {
  return steps.indexOf(a) > steps.indexOf(b) ? a : b;
}

/** The state of an order about which that is known. */
export function orderStateOf(facts: PaymentFacts): OrderState {
  const { checkout, amountRefunded, refundFailed, wasRefunded, disputes } = facts;
  if (checkout !== 'paid') return checkout;
  if (isAllRefunded(facts)) return 'refunded';
  const steps = Object.values(disputes);
  if (steps.includes('lost')) return 'lost';
  if (wasRefunded) return 'refund_failed';
  if (steps.includes('open')) return 'disputed';
  return amountRefunded > refundFailed ? 'partly_refunded' : 'paid';
}

type Refunds = Pick<PaymentFacts, 'amountTotal' | 'amountRefunded' | 'refundFailed'>;

/** Whether all of a payment has arrived back, or is on its way. */
export function isAllRefunded({ amountTotal, amountRefunded, refundFailed }: Refunds): boolean {
  return amountTotal > 0 && amountRefunded - refundFailed >= amountTotal;
}

/** How far the checkout of an order in that state had got. */
export function checkoutOf(state: OrderState): CheckoutStep {
  return isOneOf(CHECKOUT_STEPS, state) ? state : 'paid';
}

/** What an order may do for its buyer: nothing yet, nothing any more, its full effect, that suspended, or undone. */
export type Standing = 'waiting' | 'released' | 'given' | 'held' | 'taken';

const STANDINGS: Record<OrderState, Standing> = {
  open: 'waiting',
  processing: 'waiting',
  failed: 'released',
  expired: 'released',
  paid: 'given',
  partly_refunded: 'given',
  disputed: 'held',
  refunded: 'taken',
  // What it paid for was taken back then. What becomes of it and of the money is for the operator to say.
  refund_failed: 'taken',
  lost: 'taken',
};

export function standingOf(state: OrderState): Standing {
  return STANDINGS[state];
}

/** Whether money of an order in that state can be given back, if any is left. */
export function isRefundable(state: OrderState): boolean {
  return standingOf(state) === 'given' || state === 'refund_failed';
}

/**
 * `give`: publish, extend, upgrade, book credits. `hold`: suspend it. `lift`: end that. `take`: undo what was
 * given. `release`: the offer goes back to being a draft.
 */
export type Effect = 'give' | 'hold' | 'lift' | 'take' | 'release';

/** What has to be done when an order gets from one state to another, in this order; nothing where it stays. */
export function effectsBetween(from: OrderState, to: OrderState): Effect[] {
  const before = standingOf(from);
  const after = standingOf(to);
  if (before === after) return [];
  const fresh = before === 'waiting' || before === 'released';
  switch (after) {
    case 'given':
      return before === 'held' ? ['lift'] : ['give'];
    case 'held':
      return fresh ? ['give', 'hold'] : ['hold'];
    case 'taken':
      return fresh ? ['release'] : ['take'];
    case 'released':
      return ['release'];
    default:
      throw new Error(`An order cannot get from ${from} to ${to}`);
  }
}

type OfferStanding = { state: OfferState; featured: boolean };
/** `closesFirst`: more days would be of no use (domain/offers/closing.ts). */
type Sellable = OfferStanding & { closesFirst: boolean };

/** What a paid order does; `refused` where the offer has no use for it, and the money goes back. */
export function outcomeOf(
  purpose: OrderPurpose,
  offer: OfferStanding | null,
  { review }: { review: boolean },
): OrderOutcome {
  if (purpose === 'pack') return 'credited';
  if (!offer) return 'refused';
  const { state, featured } = offer;
  switch (purpose) {
    case 'publication':
      if (state !== 'draft' && state !== 'awaiting_payment') return 'refused';
      return review ? 'in_review' : 'published';
    case 'extension':
      if (state === 'expired') return 'renewed';
      return isOneOf(['live', 'paused', 'suspended'] as const, state) ? 'extended' : 'refused';
    case 'upgrade':
      return isOneOf(['live', 'paused', 'suspended', 'in_review'] as const, state) && !featured
        ? 'upgraded'
        : 'refused';
  }
}

/** Whether that can be bought for an offer as it is now. */
export function isSellable(purpose: OrderPurpose, { state, featured, closesFirst }: Sellable): boolean {
  switch (purpose) {
    case 'publication':
      return state === 'draft';
    case 'extension':
      return isOneOf(['live', 'paused', 'expired'] as const, state) && !closesFirst;
    case 'upgrade':
      return isOneOf(['live', 'paused'] as const, state) && !featured;
    case 'pack':
      return false;
  }
}

function isOneOf<const Value extends string>(values: readonly Value[], value: string): value is Value {
  return (values as readonly string[]).includes(value);
}

/** Where offers come from that are sold here; an import's are listed for as long as their source lists them. */
export const SOLD_SOURCES = ['employer', 'demo'] as const;

/** Whether an offer of that source, in that state, may have a use for a plan: the page of its plans says for which. */
export function hasPlans({ source, ...offer }: Omit<Sellable, 'featured'> & { source: string }): boolean {
  return isOneOf(SOLD_SOURCES, source) && purposesFor({ ...offer, featured: false }).length > 0;
}

/** What can be bought for an offer as it is now. One whose payment has begun may still be paid for with another plan. */
export function purposesFor(offer: Sellable): OrderPurpose[] {
  if (offer.state === 'awaiting_payment') return ['publication'];
  return ORDER_PURPOSES.filter((purpose) => isSellable(purpose, offer));
}
