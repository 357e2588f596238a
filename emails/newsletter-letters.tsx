import { onDay } from './dates';
import { Action, Line, Paragraph } from './letter';
import { ListLetter } from './list-letter';
import type { Writers } from './writer';

const FAREWELLS = {
  left: {
    subject: 'You have left',
    preview: 'Nothing more comes from us.',
    heading: 'Nothing more comes',
    text: 'You have left every list and alert, and nothing more is sent to you. If that was a slip, the link below brings back what you had.',
    reason: 'You get this because you have just left. It is the last mail.',
  },
  deleted: {
    subject: 'Your address is deleted',
    preview: 'Your address and everything you subscribed to are gone.',
    heading: 'You are deleted',
    text: 'Your address, your alerts and what we sent you are gone. What remains for a while is the proof that you had asked for our mail, as the privacy page says.',
    reason: 'You get this because you deleted your address. It is the last mail.',
  },
  moved: {
    subject: 'Your mail goes elsewhere now',
    preview: 'Your newsletter and alerts go to your new address.',
    heading: 'Your address was changed',
    text: 'The newsletter and alerts that came to this address go to your new one from now on. The links in older mails no longer open your preferences.',
    reason: 'You get this because it was your address. It is the last mail to it.',
  },
};

const PREFERENCES = {
  asked: 'The button opens what you get from us: lists, alerts, how often, and when.',
  already:
    'You, or somebody with your address, just asked for what you get already. Nothing was changed. The button opens your preferences.',
  full: 'You, or somebody with your address, just asked for another alert, and you have as many as there can be. The button opens your preferences, where one can make room.',
};

/** Signing up to the newsletter and to alerts, and leaving them. */
export const NEWSLETTER_LETTERS: Writers<
  | 'newsletter-confirm'
  | 'newsletter-welcome'
  | 'newsletter-preferences'
  | 'newsletter-address'
  | 'newsletter-goodbye'
> = {
  'newsletter-confirm': ({ url, expiresAt, items, footer }, site) => ({
    subject: `One more tick for ${site.name}`,
    body: (
      <ListLetter
        site={site}
        footer={footer}
        preview="Confirm that you want this mail. Without it nothing is sent."
        heading="One more tick, from you"
        reason="You get this because somebody typed your address into a form. If that was not you, do nothing: nothing is sent, and the address is forgotten."
      >
        <Paragraph>Somebody asked for this to be sent to you:</Paragraph>
        <Items items={items} />
        <Paragraph>If that was you, confirm it by {onDay(expiresAt)}. The button opens a page.</Paragraph>
        <Action href={url}>Confirm</Action>
      </ListLetter>
    ),
  }),
  'newsletter-welcome': ({ items, footer }, site) => ({
    subject: `You are on the list of ${site.name}`,
    body: (
      <ListLetter
        site={site}
        footer={footer}
        preview="Confirmed. This is what you get."
        heading="Confirmed"
        reason="You get this because you have just confirmed your address."
      >
        <Paragraph>This is what you get from now on:</Paragraph>
        <Items items={items} />
        <Paragraph>
          An alert comes only when there is something new, and no offer comes twice. Offers that a company has
          paid to have featured are marked as such. There are no tracking pixels.
        </Paragraph>
        {footer.preferencesUrl && <Action href={footer.preferencesUrl}>Choose how often, and when</Action>}
      </ListLetter>
    ),
  }),
  'newsletter-preferences': ({ url, expiresAt, why, footer }, site) => ({
    subject: 'Your e-mails: the link you asked for',
    body: (
      <ListLetter
        site={site}
        footer={footer}
        preview={`The link works until ${onDay(expiresAt)}.`}
        heading="Your e-mails"
        reason="You get this because your address was typed into a form of ours."
      >
        <Paragraph>{PREFERENCES[why]}</Paragraph>
        <Paragraph>It works until {onDay(expiresAt)}; another one is always a mail away.</Paragraph>
        <Action href={url}>Open my preferences</Action>
      </ListLetter>
    ),
  }),
  'newsletter-address': ({ url, expiresAt, oldEmail, footer }, site) => ({
    subject: 'Is this your new address?',
    body: (
      <ListLetter
        site={site}
        footer={footer}
        preview="Confirm the change, and your mail comes here."
        heading="Is this your new address?"
        reason="You get this because a subscriber gave your address as their new one. If that was not you, do nothing."
      >
        <Paragraph>
          What is sent to {oldEmail} is to be sent here instead. Confirm it by {onDay(expiresAt)}.
        </Paragraph>
        <Action href={url}>Confirm the change</Action>
      </ListLetter>
    ),
  }),
  'newsletter-goodbye': ({ how, footer }, site) => {
    const { subject, preview, heading, text, reason } = FAREWELLS[how];
    return {
      subject,
      body: (
        <ListLetter site={site} footer={footer} preview={preview} heading={heading} reason={reason}>
          <Paragraph>{text}</Paragraph>
          {how === 'left' && footer.preferencesUrl && (
            <Action href={footer.preferencesUrl}>Bring it back</Action>
          )}
        </ListLetter>
      ),
    };
  },
};

function Items({ items }: { items: string[] }) {
  return items.map((item) => <Line key={item}>{item}</Line>);
}
