import { onDay } from './dates';
import { Letter, Line, Paragraph, TextLink } from './letter';
import type { Writers } from './writer';

const OFFER_REASON = 'You get this because you posted the offer.';

const RETURNED = {
  money: ', and what you paid is on its way back to you.',
  credit: ', and you have your credit back.',
  nothing: '.',
};

const number = new Intl.NumberFormat('en-GB');
function count(n: number, one: string): string {
  return `${number.format(n)} ${n === 1 ? one : `${one}s`}`;
}

/** What to do about offers that end soon: more days are bought, another closing date is not. */
function leadOfEnding(offers: { chosen: boolean }[]): string {
  if (offers.every(({ chosen }) => chosen))
    return 'If you still look for somebody, give a later closing date: its days are paid for. If not, there is nothing to do.';
  return 'If you still look for somebody, add days now: they begin where the others end. If not, there is nothing to do.';
}

/** What becomes of an offer, and the roll call. */
export const OFFER_LETTERS: Writers<
  | 'offer-published'
  | 'offer-stopped'
  | 'roll-call'
  | 'roll-call-silent'
  | 'offer-expiring'
  | 'offer-expired'
  | 'offer-turned-down'
> = {
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
    const lead = leadOfEnding(offers);
    return {
      subject: `${left}: ${offers.length === 1 ? first?.title : `${offers.length} offers`}`,
      body: (
        <Letter
          site={site}
          preview={lead}
          heading={
            offers.length === 1 ? 'Your offer leaves the list soon' : 'Your offers leave the list soon'
          }
          reason={OFFER_REASON}
        >
          <Paragraph>{lead}</Paragraph>
          {offers.map(({ title, url, until, chosen }) => (
            <Line key={url}>
              {title}
              <br />
              {chosen ? 'It closes on the day that you chose, ' : 'On the list until '}
              {onDay(until)}.{' '}
              <TextLink href={new URL(url, site.url).href}>
                {chosen ? 'Change the closing date' : 'Keep it there for longer'}
              </TextLink>
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
        <Paragraph>What came of it:</Paragraph>
        {offers.map(({ title, url, views, applies, days, paidUntil }) => (
          <Line key={url}>
            {title}
            <br />
            {count(days, 'day')}, {count(views, 'view')}, {count(applies, 'click')} on Apply.{' '}
            {paidUntil === null
              ? 'The time that was paid for is over. '
              : `It closed on the day that you chose, and is paid for until ${onDay(paidUntil)}: with a later closing date it is back. `}
            <TextLink href={new URL(url, site.url).href}>
              {paidUntil === null ? 'Put it back' : 'Change the closing date'}
            </TextLink>
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
};
