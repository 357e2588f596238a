import type { ReactNode } from 'react';
import { formatAmount } from '@/domain/billing/labels';
import type { MailData, MailKind } from '@/domain/mail/input';
import { Action, Letter, Line, Paragraph, TextLink } from './letter';

export type Site = { name: string; url: string };
type Written = { subject: string; body: ReactNode };
type Writer<Kind extends MailKind> = (mail: Extract<MailData, { kind: Kind }>, site: Site) => Written;

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const onDay = (iso: string) => day.format(new Date(iso));

const ROLE = { owner: 'an owner', recruiter: 'a recruiter' };
const OFFER_REASON = 'You get this because you posted the offer.';

const PAID_REASON = 'You get this because you paid for it.';
const REFUNDED = {
  full: 'What it paid for was taken back with it: an offer that it put on the list is a draft again.',
  part: 'What you bought stays as it is.',
  returned:
    'It did nothing for the offer: that was paid for already, had closed, or was turned down. You owe nothing.',
};
const RETURNED = {
  money: ', and what you paid is on its way back to you.',
  credit: ', and you have your credit back.',
  nothing: '.',
};
const DISPUTES = {
  open: {
    heading: 'A payment is disputed',
    said: 'What it put on the list is suspended. Answer the dispute at Stripe, in time.',
  },
  won: { heading: 'A dispute was won', said: 'The money stays, and what was suspended is back.' },
  lost: { heading: 'A dispute was lost', said: 'The money is gone, and what it paid for was taken back.' },
};

const number = new Intl.NumberFormat('en-GB');
function count(n: number, one: string): string {
  return `${number.format(n)} ${n === 1 ? one : `${one}s`}`;
}

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

/** What each mail says. */
export const LETTERS: { [Kind in MailKind]: Writer<Kind> } = {
  'sign-in': ({ url, draftTitle }, site) => ({
    subject: `Sign in to ${site.name}`,
    body: (
      <Letter
        site={site}
        preview="The link works for 15 minutes, and once."
        heading="Sign in"
        reason="You get this because somebody gave your address to sign in. If that was not you, nothing happens."
      >
        <Paragraph>The button opens a page that signs you in. It works for 15 minutes, and once.</Paragraph>
        {draftTitle && <Paragraph>Your draft “{draftTitle}” is waiting there.</Paragraph>}
        <Action href={url}>Sign in</Action>
      </Letter>
    ),
  }),
  'email-change': ({ url, newEmail, side }, site) => ({
    subject: 'Confirm your new address',
    body: (
      <Letter
        site={site}
        preview={`Change your address to ${newEmail}`}
        heading="Change of address"
        reason="You get this because a change of address was asked for. If that was not you, do nothing: it lapses in a day."
      >
        <Paragraph>
          {side === 'old'
            ? `Your account is about to move to ${newEmail}. Both addresses have to agree.`
            : `${newEmail} is about to become the address of an account. Both addresses have to agree.`}
        </Paragraph>
        <Action href={url}>Agree to the change</Action>
      </Letter>
    ),
  }),
  'email-changed': ({ newEmail }, site) => ({
    subject: 'Your address was changed',
    body: (
      <Letter
        site={site}
        preview={`You sign in as ${newEmail} from now on.`}
        heading="Your address was changed"
        reason="You get this because it was the address of your account."
      >
        <Paragraph>From now on you sign in as {newEmail}.</Paragraph>
      </Letter>
    ),
  }),
  'account-deleted': (_, site) => ({
    subject: 'Your account is gone',
    body: (
      <Letter
        site={site}
        preview="Your account and what belonged to it were deleted."
        heading="Your account is gone"
        reason="You get this because you deleted your account. It is the last mail."
      >
        <Paragraph>
          Your address, name and sessions were deleted. What was done in your name is kept without it.
        </Paragraph>
      </Letter>
    ),
  }),
  invitation: ({ url, company, role, invitedBy }, site) => ({
    subject: `${company} invites you`,
    body: (
      <Letter
        site={site}
        preview={`${invitedBy} wants you as ${ROLE[role]} of ${company}.`}
        heading={`Join ${company}`}
        reason={`You get this because ${invitedBy} gave your address. If you do not know them, do nothing.`}
      >
        <Paragraph>
          {invitedBy} wants you as {ROLE[role]} of {company} on {site.name}. The invitation holds for a week.
        </Paragraph>
        <Action href={url}>See the invitation</Action>
      </Letter>
    ),
  }),
  'claim-received': ({ company, email }, site) => ({
    subject: `${company} is claimed`,
    body: (
      <Letter
        site={site}
        preview={`${email} says that ${company} is theirs.`}
        heading="A company is claimed"
        reason="You get this because you run the portal."
      >
        <Paragraph>
          {email} says that {company} is theirs. Their address does not show it, so it is yours to decide.
        </Paragraph>
        <Action href={`${site.url}/operator/claims`}>Decide</Action>
      </Letter>
    ),
  }),
  'claim-of-colleague': ({ company, email }, site) => ({
    subject: `${email} wants to join ${company}`,
    body: (
      <Letter
        site={site}
        preview={`${email} says that they belong to ${company}.`}
        heading="Somebody wants to join"
        reason="You get this because you are an owner of the company."
      >
        <Paragraph>
          {email} says that they belong to {company}. It has owners, so it is yours to decide. If you do not
          know them, turn it down.
        </Paragraph>
        <Action href={`${site.url}/employer/people`}>Decide</Action>
      </Letter>
    ),
  }),
  'claim-decided': ({ company, granted }, site) => ({
    subject: granted ? `${company}: your claim was granted` : `${company}: your claim was turned down`,
    body: (
      <Letter
        site={site}
        preview={granted ? 'You can post its offers.' : 'We could not see that you belong to it.'}
        heading={granted ? 'Your claim was granted' : 'Your claim was turned down'}
        reason="You get this because you claimed the company."
      >
        <Paragraph>
          {granted
            ? `You act for ${company} from now on. What you can do there, you find on its pages.`
            : `We could not see that you belong to ${company}. An address at the company’s own domain says more than words.`}
        </Paragraph>
        <Action href={`${site.url}/employer${granted ? '' : '/company/new'}`}>
          {granted ? 'To the company' : 'Try again'}
        </Action>
      </Letter>
    ),
  }),
  'offer-published': ({ offer, expiresAt }, site) => ({
    subject: `On the list: ${offer.title}`,
    body: (
      <Letter
        site={site}
        preview={`It stays until ${onDay(expiresAt)}.`}
        heading="Your offer is on the list"
        reason={OFFER_REASON}
      >
        <Line>
          <TextLink href={new URL(offer.url, site.url).href}>{offer.title}</TextLink>
        </Line>
        <Paragraph>
          It stays until {onDay(expiresAt)}. Every fortnight we ask whether it is still open; without an
          answer it comes off.
        </Paragraph>
      </Letter>
    ),
  }),
  'offer-stopped': ({ offer, how, reason }, site) => ({
    subject: how === 'suspended' ? `Suspended: ${offer.title}` : `Removed: ${offer.title}`,
    body: (
      <Letter
        site={site}
        preview={reason}
        heading={how === 'suspended' ? 'Your offer was suspended' : 'Your offer was removed'}
        reason={OFFER_REASON}
      >
        <Line>
          <TextLink href={new URL(offer.url, site.url).href}>{offer.title}</TextLink>
        </Line>
        <Paragraph>{reason}</Paragraph>
        <Paragraph>If you see it differently, answer this mail.</Paragraph>
      </Letter>
    ),
  }),
  'roll-call': ({ offers, closesAt }, site) => ({
    subject: offers.length === 1 ? `Still open? ${offers[0]?.title}` : `Still open? ${offers.length} offers`,
    body: (
      <Letter
        site={site}
        preview={`Without an answer by ${onDay(closesAt)} we take it off the list.`}
        heading={offers.length === 1 ? 'Is it still open?' : 'Are they still open?'}
        reason={OFFER_REASON}
      >
        <Paragraph>
          One click is enough. Without an answer by {onDay(closesAt)} the offer comes off the list; an answer
          brings it back.
        </Paragraph>
        {offers.map(({ title, url }) => (
          <Line key={url}>
            {title}
            <br />
            <TextLink href={url}>Answer: still open, or close it</TextLink>
          </Line>
        ))}
      </Letter>
    ),
  }),
  'roll-call-silent': ({ offers }, site) => ({
    subject:
      offers.length === 1 ? `Off the list: ${offers[0]?.title}` : `Off the list: ${offers.length} offers`,
    body: (
      <Letter
        site={site}
        preview="We asked and heard nothing. An answer brings it back."
        heading="Off the list, for want of an answer"
        reason={OFFER_REASON}
      >
        <Paragraph>
          We asked a week ago and heard nothing. Is it still open? Then one click brings it back.
        </Paragraph>
        {offers.map(({ title, url }) => (
          <Line key={url}>
            {title}
            <br />
            <TextLink href={url}>Answer, and bring it back</TextLink>
          </Line>
        ))}
      </Letter>
    ),
  }),
  'offer-expiring': ({ daysLeft, offers }, site) => {
    const [first] = offers;
    const left = daysLeft === 1 ? 'One day left' : `${daysLeft} days left`;
    return {
      subject: `${left}: ${offers.length === 1 ? first?.title : `${offers.length} offers`}`,
      body: (
        <Letter
          site={site}
          preview="If you still look for somebody, extend it now. Nothing is lost by it: the days are added."
          heading={
            offers.length === 1 ? 'Your offer leaves the list soon' : 'Your offers leave the list soon'
          }
          reason={OFFER_REASON}
        >
          <Paragraph>
            If you still look for somebody, add days now: they begin where the others end. If not, there is
            nothing to do.
          </Paragraph>
          {offers.map(({ title, url, until }) => (
            <Line key={url}>
              {title}
              <br />
              On the list until {onDay(until)}.{' '}
              <TextLink href={new URL(url, site.url).href}>Keep it there for longer</TextLink>
            </Line>
          ))}
        </Letter>
      ),
    };
  },
  'offer-expired': ({ offers }, site) => ({
    subject:
      offers.length === 1 ? `Off the list: ${offers[0]?.title}` : `Off the list: ${offers.length} offers`,
    body: (
      <Letter
        site={site}
        preview="Its time is over. What came of it, and how to put it back."
        heading={offers.length === 1 ? 'Your offer has left the list' : 'Your offers have left the list'}
        reason={OFFER_REASON}
      >
        <Paragraph>The time that was paid for is over. What came of it:</Paragraph>
        {offers.map(({ title, url, views, applies, days }) => (
          <Line key={url}>
            {title}
            <br />
            {count(days, 'day')}, {count(views, 'view')}, {count(applies, 'click')} on Apply.{' '}
            <TextLink href={new URL(url, site.url).href}>Put it back</TextLink>
          </Line>
        ))}
      </Letter>
    ),
  }),
  'offer-turned-down': ({ offer, reason, returned }, site) => ({
    subject: `Not published: ${offer.title}`,
    body: (
      <Letter site={site} preview={reason} heading="Your offer was not published" reason={OFFER_REASON}>
        <Line>
          <TextLink href={new URL(offer.url, site.url).href}>{offer.title}</TextLink>
        </Line>
        <Paragraph>{reason}</Paragraph>
        <Paragraph>
          It is a draft again{RETURNED[returned]} Change it and send it once more, or answer this mail if you
          see it differently.
        </Paragraph>
      </Letter>
    ),
  }),
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
};
