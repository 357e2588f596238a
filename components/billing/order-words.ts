import type { OrderOutcome, OrderPurpose, OrderState } from '@/domain/billing/rules';
import { formatDate, formatNumber } from '@/domain/offers/labels';

/** The plan of a form that stands for a credit the company has. */
export const CREDIT = 'credit';

type Kind = 'good' | 'warn' | 'bad' | 'plain';

export const STATE_LOOKS: Record<OrderState, Kind> = {
  open: 'warn',
  processing: 'warn',
  paid: 'good',
  partly_refunded: 'good',
  refunded: 'plain',
  refund_failed: 'bad',
  disputed: 'bad',
  lost: 'bad',
  failed: 'bad',
  expired: 'plain',
};

type Told = {
  state: OrderState;
  outcome: OrderOutcome | null;
  purpose: OrderPurpose;
  /** The buyer comes from the payment page, and we do not know yet what came of it. */
  isReturning: boolean;
  credits: number;
  /** ISO 8601. */
  creditsExpireAt: string | null;
  offerExpiresAt: string | null;
  isCredit: boolean;
  /** Whether the offer is on the list now. */
  isLive: boolean;
};

/** How an order stands: a heading, and what follows from it. */
export function orderInWords(order: Told): { title: string; text: string } {
  switch (order.state) {
    case 'open':
      return order.isReturning
        ? {
            title: order.purpose === 'pack' ? 'Payment received, booking…' : 'Payment received, publishing…',
            text: 'We wait for Stripe to confirm it. This page looks again by itself. You may leave it: what you paid for happens all the same, and a mail tells you.',
          }
        : {
            title: 'Not paid yet',
            text: 'The payment page is open for half an hour. Nothing is taken until you pay there.',
          };
    case 'processing':
      return {
        title: 'The payment is on its way',
        text: `A bank debit takes a few days to arrive. ${order.purpose === 'pack' ? 'The credits are booked' : 'It takes effect'} as soon as it does, and a mail tells you.`,
      };
    case 'failed':
      return {
        title: 'The payment failed',
        text: 'The bank did not let it through, and nothing was taken. Try again, perhaps by another means.',
      };
    case 'expired':
      return {
        title: 'It was not paid',
        text: 'The payment page is closed, and nothing was taken. What you wanted to buy can be bought again.',
      };
    case 'refunded':
      return {
        title: 'The money went back',
        text: `All of it was refunded, to the means you paid with.${takenBack(order)}`,
      };
    case 'refund_failed':
      return {
        title: 'The refund did not arrive',
        text: `Your bank has sent the money back to us. The operator knows, and will find another way.${takenBack(order)}`,
      };
    case 'disputed':
      return {
        title: 'The payment is disputed',
        text: 'Your bank has objected to it. What it paid for is suspended until that is settled.',
      };
    case 'lost':
      return {
        title: 'The payment was taken back',
        text: `Your bank has returned the money to you.${takenBack(order)}`,
      };
    case 'paid':
    case 'partly_refunded':
      return given(order);
  }
}

function given({ outcome, credits, creditsExpireAt, offerExpiresAt, isCredit, isLive }: Told): {
  title: string;
  text: string;
} {
  const paid = isCredit ? 'Paid with one of your credits.' : 'Paid.';
  const until = offerExpiresAt ? ` until ${formatDate(offerExpiresAt)}` : '';
  const told = (now: string, what: string, then: string) =>
    isLive ? { title: now, text: `${paid} ${what}${until}.` } : { title: then, text: paid };
  switch (outcome) {
    case 'published':
      return told('Your offer is on the list', 'It stays there', 'Your offer was published');
    case 'renewed':
      return told('Your offer is back on the list', 'It stays there', 'Your offer was renewed');
    case 'extended':
      return told('Your offer has more days', 'It is on the list', 'Your offer has more days');
    case 'upgraded':
      return told('Your offer is featured', 'It is marked, and above the others,', 'Your offer was upgraded');
    case 'in_review':
      return {
        title: 'Paid, and handed to the operator',
        text: 'Offers are read before they are published. If it is turned down, you get all of the money back.',
      };
    case 'credited':
      return {
        title: `${formatNumber(credits)} credits booked`,
        text: `${paid} Each publishes an offer, or renews one${creditsExpireAt ? `, until ${formatDate(creditsExpireAt)}` : ''}.`,
      };
    default:
      return {
        title: 'There was nothing left to pay for',
        text: 'The offer was published, closed or removed meanwhile. The money goes back by itself, and a mail tells you.',
      };
  }
}

function takenBack({ outcome, purpose }: Told): string {
  if (outcome === 'refused') return ' There was nothing left that it could have paid for.';
  switch (purpose) {
    case 'publication':
      return ' The offer is off the list.';
    case 'extension':
      return ' The days it paid for are gone.';
    case 'upgrade':
      return ' The offer is no longer featured.';
    case 'pack':
      return ' The credits that were left are gone.';
  }
}
