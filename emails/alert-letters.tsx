import { Section } from '@react-email/components';
import { onDay } from './dates';
import { Action, Paragraph, Small, TextLink } from './letter';
import { ListLetter } from './list-letter';
import { OfferLines } from './offer-lines';
import type { Writers } from './writer';

const HOW_OFTEN = { instant: 'at once', daily: 'once a day', weekly: 'once a week' };

const number = new Intl.NumberFormat('en-GB');

/** New offers of a search that somebody has asked to be told of. */
export const ALERT_LETTERS: Writers<'job-alert'> = {
  'job-alert': (
    { search, frequency, since, offers, more, moreCapped, seeAllUrl, leaveAllUrl, footer },
    site,
  ) => {
    const count = offers.length + more;
    const [first] = offers;
    const orMore = moreCapped ? '+' : '';
    const title = count === 1 ? 'One new offer' : `${number.format(count)}${orMore} new offers`;
    return {
      subject: count === 1 && first ? `${first.title}, ${first.company}` : `${title}: ${search}`,
      body: (
        <ListLetter
          site={site}
          preview={offers
            .map((offer) => offer.title)
            .slice(0, 3)
            .join(' · ')}
          heading={title}
          reason={`You get this because on ${onDay(since)} you asked to be told ${HOW_OFTEN[frequency]} of new offers: ${search}. No offer comes twice.`}
          footer={footer}
        >
          <Paragraph>{search}</Paragraph>
          <OfferLines offers={offers} />
          {more > 0 && (
            <Paragraph>
              {more === 1 && !moreCapped ? 'One more is' : `${number.format(more)}${orMore} more are`} new,
              too many for one mail.
            </Paragraph>
          )}
          <Action href={seeAllUrl}>See all that fit</Action>
          {footer.leaveUrl && (
            <Section style={{ marginTop: 14 }}>
              <Small>
                <TextLink href={footer.leaveUrl}>Stop this alert</TextLink>, or{' '}
                <TextLink href={leaveAllUrl}>everything you get from us</TextLink>.
              </Small>
            </Section>
          )}
        </ListLetter>
      ),
    };
  },
};
