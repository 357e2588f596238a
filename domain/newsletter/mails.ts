import type { Db } from '@/db/client';
import { queueMail } from '@/domain/mail/commands';
import type { ListFooter, MailData } from '@/domain/mail/input';
import { readSettings } from '@/domain/settings/settings';
import { type LinkPorts, leaveAllUrl, preferencesUrl } from './links';
import { PREFERENCES_DAYS } from './rules';

export type NewsletterPorts = { link: LinkPorts; siteName: string };

const DAY_MS = 86_400_000;

/** What stands under a mail to a subscriber that is about all they get. */
export async function footerFor(
  db: Db,
  { id, email }: { id: number; email: string },
  link: LinkPorts,
  now: Date,
): Promise<ListFooter> {
  const { postalAddress } = await readSettings(db);
  return {
    leaveUrl: leaveAllUrl({ subscriberId: id }, link),
    preferencesUrl: preferencesUrl({ subscriberId: id, email }, link, now),
    postalAddress,
  };
}

/** Has a link to somebody's preferences mailed to them. */
export async function mailPreferences(
  db: Db,
  { link }: NewsletterPorts,
  reader: {
    id: number;
    email: string;
    why: Extract<MailData, { kind: 'newsletter-preferences' }>['why'];
  },
  now: Date,
): Promise<void> {
  await queueMail(
    db,
    reader.email,
    {
      kind: 'newsletter-preferences',
      url: preferencesUrl({ subscriberId: reader.id, email: reader.email }, link, now),
      expiresAt: new Date(now.getTime() + PREFERENCES_DAYS * DAY_MS).toISOString(),
      why: reader.why,
      footer: await footerFor(db, reader, link, now),
    },
    { key: `newsletter-preferences:${reader.id}` },
  );
}

/** The last mail to an address. */
export async function mailGoodbye(
  db: Db,
  { link }: NewsletterPorts,
  { id, email }: { id: number; email: string },
  how: Extract<MailData, { kind: 'newsletter-goodbye' }>['how'],
  now: Date,
): Promise<void> {
  const footer = await footerFor(db, { id, email }, link, now);
  // Of who is gone, or elsewhere, there is nothing to open or to leave from here.
  const closed = how === 'left' ? {} : { leaveUrl: null, preferencesUrl: null };
  const mail: MailData = { kind: 'newsletter-goodbye', how, footer: { ...footer, ...closed } };
  await queueMail(db, email, mail);
}
