import { type MailData, type MailKind, mailJob } from '@/domain/mail/input';
import { listHeaders } from '@/domain/newsletter/headers';
import { renderMail } from '@/emails/render';
import { log } from '@/lib/log';
import { LetterRefused, type Mailer } from '@/lib/mailer';

export type MailPort = { mailer: Mailer; site: { name: string; url: string } };

/** Nothing but a link that works for a while: of no use to anybody once that is over. */
const LINKS: readonly MailKind[] = ['sign-in', 'newsletter-confirm', 'newsletter-address'];

/**
 * Makes the letter of a queued mail and sends it; resolves to the mail, or to null where it did not leave. A
 * fault of the mail server is thrown, so that the queue tries again; a refusal is final. A link that has died on
 * the way is not sent: a newer one was asked for, or nobody waits any more.
 */
export async function sendMail(
  { mailer, site }: MailPort,
  payload: unknown,
  now: Date,
): Promise<MailData | null> {
  const { to, mail } = mailJob.parse(payload);
  if (LINKS.includes(mail.kind) && 'expiresAt' in mail && Date.parse(mail.expiresAt) <= now.getTime()) {
    return null;
  }
  const leaveUrl = 'footer' in mail ? mail.footer.leaveUrl : null;
  const headers = leaveUrl ? listHeaders({ list: 'newsletter', siteUrl: site.url, leaveUrl }) : undefined;
  try {
    await mailer.send({ to, ...(await renderMail(mail, site)), headers });
    return mail;
  } catch (error) {
    if (!(error instanceof LetterRefused)) throw error;
    log.warn({ kind: mail.kind, reason: error.message }, 'mail refused');
    return null;
  }
}
