import { render } from '@react-email/render';
import type { MailData } from '@/domain/mail/input';
import { LETTERS } from './letters';
import type { Site } from './writer';

/** The letter of a mail, as HTML and as plain text. `site` is named in it, and linked to. */
export async function renderMail(
  mail: MailData,
  site: Site,
): Promise<{ subject: string; html: string; text: string; replyTo?: string }> {
  // Each kind has its own writer; the compiler cannot see that the kind chosen is the kind given.
  const write = LETTERS[mail.kind] as (mail: MailData, site: Site) => ReturnType<(typeof LETTERS)['sign-in']>;
  const { subject, body, replyTo } = write(mail, site);
  // A line break in a subject would be a header of its own; titles are the employer's words.
  const line = subject.replaceAll(/\s+/g, ' ').trim();
  const [html, text] = await Promise.all([render(body), render(body, { plainText: true })]);
  return { subject: line, html, text, replyTo };
}
