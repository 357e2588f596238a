import { desc } from 'drizzle-orm';
import PostalMime from 'postal-mime';
import type { Db } from '@/db/client';
import { caughtMail } from '@/db/schema/accounts';

export type CaughtMail = {
  id: number;
  /** ISO 8601, UTC. */
  at: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
};

/** The newest mails that the demo's mail server received, the newest first. */
export async function listCaughtMail(db: Db, limit: number): Promise<CaughtMail[]> {
  const rows = await db.select().from(caughtMail).orderBy(desc(caughtMail.id)).limit(limit);
  return Promise.all(
    rows.map(async ({ id, at, sender, recipients, raw }) => {
      const { subject = '', text = '', html = '', headers } = await PostalMime.parse(raw);
      return {
        id,
        at: at.toISOString(),
        from: sender,
        to: recipients,
        subject,
        text,
        html,
        headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])),
      };
    }),
  );
}
