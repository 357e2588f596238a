import type { MailKind } from '@/domain/mail/input';
import { ALERT_LETTERS } from './alert-letters';
import { ENQUIRY_LETTERS } from './enquiry-letters';
import { NEWSLETTER_LETTERS } from './newsletter-letters';
import { OFFER_LETTERS } from './offer-letters';
import { PAYMENT_LETTERS } from './payment-letters';
import { PEOPLE_LETTERS } from './people-letters';
import type { Writers } from './writer';

/** The writer of each kind of mail; a kind without one does not compile. */
export const LETTERS: Writers<MailKind> = {
  ...PEOPLE_LETTERS,
  ...OFFER_LETTERS,
  ...PAYMENT_LETTERS,
  ...NEWSLETTER_LETTERS,
  ...ALERT_LETTERS,
  ...ENQUIRY_LETTERS,
};
