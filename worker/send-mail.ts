import { mailJob } from '@/domain/mail/input';
import { renderMail } from '@/emails/render';
import { log } from '@/lib/log';
import { LetterRefused, type Mailer } from '@/lib/mailer';

export type MailPort = { mailer: Mailer; site: { name: string; url: string } };

/**
 * Makes the letter of a queued mail and sends it. A fault of the mail server is thrown, so that the queue tries
 * again; a refusal is final. A sign-in link that has died on the way is not sent: a newer one was asked for, or
 * nobody waits any more.
 */
export async function sendMail({ mailer, site }: MailPort, payload: unknown, now: Date): Promise<void> {
  const { to, mail } = mailJob.parse(payload);
  if (mail.kind === 'sign-in' && Date.parse(mail.expiresAt) <= now.getTime()) return;
  try {
    await mailer.send({ to, ...(await renderMail(mail, site)) });
  } catch (error) {
    if (!(error instanceof LetterRefused)) throw error;
    log.warn({ kind: mail.kind, reason: error.message }, 'mail refused');
  }
}
