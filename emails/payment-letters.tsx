import { formatAmount } from '@/domain/billing/labels';
import { onDay } from './dates';
import { Action, Letter, Line, Paragraph } from './letter';
import type { Writers } from './writer';

const PAID_REASON = 'You get this because you paid for it.';
const REFUNDED = {
  full: 'What it paid for was taken back with it: an offer that it put on the list is a draft again.',
  part: 'What you bought stays as it is.',
  returned:
    'It did nothing for the offer: that was paid for already, had closed, or was turned down. You owe nothing.',
};
const DISPUTES = {
  open: {
    heading: 'A payment is disputed',
    said: 'What it put on the list is suspended. Answer the dispute at Stripe, in time.',
  },
  won: { heading: 'A dispute was won', said: 'The money stays, and what was suspended is back.' },
  lost: { heading: 'A dispute was lost', said: 'The money is gone, and what it paid for was taken back.' },
};

function Purchase({ plan, offerTitle }: { plan: string; offerTitle: string | null }) {
  return (
    <Line>
      {plan}
      {offerTitle && (
        <>
          <br />
          {offerTitle}
        </>
      )}
    </Line>
  );
}

/** What was paid, and what came of it. */
export const PAYMENT_LETTERS: Writers<
  'receipt' | 'payment-failed' | 'payment-refunded' | 'dispute' | 'refund-failed'
> = {
  receipt: ({ plan, offerTitle, url, amount, currency, until, credits }, site) => {
    const paid = formatAmount(amount, currency);
    return {
      subject: `Receipt: ${plan}, ${paid}`,
      body: (
        <Letter
          site={site}
          preview={`We have received ${paid}.`}
          heading="Payment received"
          reason={PAID_REASON}
        >
          <Purchase plan={plan} offerTitle={offerTitle} />
          <Paragraph>
            {paid}.{' '}
            {until && `${credits > 0 ? `${credits} credits, good` : 'On the list'} until ${onDay(until)}. `}
            The invoice is with the order.
          </Paragraph>
          <Action href={new URL(url, site.url).href}>See the order</Action>
        </Letter>
      ),
    };
  },
  'payment-failed': ({ plan, offerTitle, url }, site) => ({
    subject: `Payment failed: ${offerTitle ?? plan}`,
    body: (
      <Letter
        site={site}
        preview="Nothing was charged, and nothing is lost."
        heading="The payment did not go through"
        reason={PAID_REASON}
      >
        <Purchase plan={plan} offerTitle={offerTitle} />
        <Paragraph>
          Nothing was charged. What you wrote is kept, and you can pay again when you like.
        </Paragraph>
        <Action href={new URL(url, site.url).href}>Try again</Action>
      </Letter>
    ),
  }),
  'payment-refunded': ({ plan, offerTitle, url, amount, currency, how }, site) => ({
    subject: `Refund: ${plan}, ${formatAmount(amount, currency)}`,
    body: (
      <Letter
        site={site}
        preview={`${formatAmount(amount, currency)} is on its way back to you.`}
        heading={how === 'part' ? 'Refunded in part' : 'Refunded'}
        reason={PAID_REASON}
      >
        <Purchase plan={plan} offerTitle={offerTitle} />
        <Paragraph>
          {formatAmount(amount, currency)} is on its way back to where it came from. Banks take up to ten
          days.
        </Paragraph>
        <Paragraph>{REFUNDED[how]}</Paragraph>
        <Action href={new URL(url, site.url).href}>See the order</Action>
      </Letter>
    ),
  }),
  dispute: ({ step, company, plan, amount, currency, url }, site) => ({
    subject: `${DISPUTES[step].heading}: ${company}, ${formatAmount(amount, currency)}`,
    body: (
      <Letter
        site={site}
        preview={DISPUTES[step].said}
        heading={DISPUTES[step].heading}
        reason="You get this because you run the portal."
      >
        <Line>
          {company}, {plan}, {formatAmount(amount, currency)}
        </Line>
        <Paragraph>{DISPUTES[step].said}</Paragraph>
        <Action href={new URL(url, site.url).href}>See the order</Action>
      </Letter>
    ),
  }),
  'refund-failed': ({ company, plan, amount, currency, isTaken, url }, site) => ({
    subject: `A refund did not arrive: ${company}, ${formatAmount(amount, currency)}`,
    body: (
      <Letter
        site={site}
        preview="The bank has sent the money back to you."
        heading="A refund did not arrive"
        reason="You get this because you run the portal."
      >
        <Line>
          {company}, {plan}, {formatAmount(amount, currency)}
        </Line>
        <Paragraph>
          The bank has sent the money back to you, so the buyer does not have it.{' '}
          {isTaken
            ? 'What it paid for was taken back all the same. Refund it once more, pay it back in another way, or give them the offer.'
            : 'Refund it once more, or pay it back in another way.'}
        </Paragraph>
        <Action href={new URL(url, site.url).href}>See the order</Action>
      </Letter>
    ),
  }),
};
