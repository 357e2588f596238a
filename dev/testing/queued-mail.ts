import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { MailJob } from '@/domain/mail/input';

/** The mails that wait for the worker, in the order in which they were queued. */
export async function listQueuedMail(db: Db): Promise<MailJob[]> {
  const jobs = await db.execute<{ payload: MailJob }>(sql`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send-mail' order by j.id`);
  return jobs.map(({ payload }) => payload);
}

/** Forgets them. */
export async function dropQueuedMail(db: Db): Promise<void> {
  await db.execute(sql`delete from graphile_worker._private_jobs`);
}
