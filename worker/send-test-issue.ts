import { z } from 'zod';
import type { Db } from '@/db/client';
import { previewIssue } from '@/domain/newsletter/issue-preview';
import { renderIssue } from '@/emails/newsletter-letter';
import type { MailPort } from './send-mail';

const job = z.object({ issueId: z.number().int(), to: z.string() });

/** Sends an issue, as it stands, to the one who asked; a draft that was thrown away meanwhile is not sent. */
export async function sendTestIssue(
  db: Db,
  { mailer, site }: MailPort,
  payload: unknown,
  now: Date,
): Promise<void> {
  const { issueId, to } = job.parse(payload);
  const preview = await previewIssue(db, issueId, site.url, now);
  if (!preview) return;
  const { letter } = preview;
  await mailer.send({ to, subject: `Test: ${letter.subject}`, ...(await renderIssue(letter, site)) });
}
