import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { MailData } from './input';

/**
 * Leaves a mail to the worker, in the caller's transaction: it is sent if and only if that commits, again and
 * again until the mail server takes it. A mail that still waits under the same `key` is replaced, so that of
 * several sign-in links only the newest goes out.
 */
export async function queueMail(
  db: Db,
  to: string,
  mail: MailData,
  { key }: { key?: string } = {},
): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job('send-mail', ${JSON.stringify({ to, mail })}::json,
      job_key => ${key ?? null}::text)`);
}
