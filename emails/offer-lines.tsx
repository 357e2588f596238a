import { Column, Link, Row, Section, Text } from '@react-email/components';
import type { MailOffer } from '@/domain/mail/input';
import { ACCENT, INK, INK_2, INK_3, RULE } from './letter';

const plain = { margin: 0, fontSize: 15, lineHeight: '21px' } as const;
const small = { ...plain, fontSize: 13, lineHeight: '19px', color: INK_3 } as const;

/** Offers one below the other, as a list of the portal has them: what, for whom and where, pay, level. */
export function OfferLines({ offers }: { offers: readonly MailOffer[] }) {
  return offers.map((offer) => (
    <Section key={offer.url} style={{ marginTop: 16, paddingTop: 14, borderTop: `1px solid ${RULE}` }}>
      <Row>
        <Column>
          <Text style={{ ...plain, fontSize: 17, lineHeight: '23px', fontWeight: 600 }}>
            <Link
              href={offer.url}
              style={{ color: INK, textDecoration: 'underline', textDecorationColor: ACCENT }}
            >
              {offer.title}
            </Link>
          </Text>
          <Text style={{ ...plain, margin: '2px 0 0', color: INK_2 }}>
            {[offer.company, offer.place].filter(Boolean).join(', ')}
          </Text>
        </Column>
      </Row>
      <Row style={{ marginTop: 6 }}>
        <Column style={{ width: '54%', verticalAlign: 'top', paddingRight: 12 }}>
          <Text style={{ ...plain, fontWeight: offer.pay ? 600 : 400, color: offer.pay ? INK : INK_2 }}>
            {offer.pay?.amount ?? 'Pay not stated'}
          </Text>
          {offer.pay && <Text style={small}>{offer.pay.terms}</Text>}
        </Column>
        <Column style={{ verticalAlign: 'top' }}>
          <Text style={plain}>{offer.level ?? 'Level not stated'}</Text>
          <Text style={small}>{offer.workplace}</Text>
        </Column>
      </Row>
      <Row style={{ marginTop: 6 }}>
        <Column>
          <Text style={small}>
            {offer.featured && (
              <>
                <b style={{ color: ACCENT }}>Promoted</b>
                {' · '}
              </>
            )}
            {offer.answer}
          </Text>
        </Column>
      </Row>
    </Section>
  ));
}
