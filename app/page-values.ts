import { database } from '@/db/pool';
import { SESSION_DAYS, SIGN_IN_MINUTES } from '@/domain/accounts/rules';
import { AUTHOR_DAYS } from '@/domain/drafts/input';
import { readSettings } from '@/domain/settings/settings';
import type { PlaceholderValues } from '@/domain/texts/placeholders';
import { env } from '@/lib/env';

/** By what the portal works now, for the texts that say so. */
export async function readPageValues(): Promise<PlaceholderValues> {
  const settings = await readSettings(database());
  const { SITE_NAME, SITE_URL } = env();
  return {
    siteName: SITE_NAME,
    siteUrl: SITE_URL,
    ownerName: settings.ownerName,
    postalAddress: settings.postalAddress,
    contactEmail: settings.contactEmail,
    ownerRegister: settings.ownerRegister,
    offerLifetimeDays: settings.offerLifetimeDays,
    closedOfferDays: settings.closedOfferDays,
    rollCallDays: settings.rollCallDays,
    rollCallSilenceDays: settings.rollCallSilenceDays,
    unconfirmedDays: settings.unconfirmedDays,
    consentDays: settings.consentDays,
    enquiryDays: settings.enquiryDays,
    signInMinutes: SIGN_IN_MINUTES,
    sessionDays: SESSION_DAYS,
    draftDays: AUTHOR_DAYS,
  };
}
