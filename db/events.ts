import type { Db } from './client';
import { event } from './schema/portal';

export type NewEvent = {
  at: Date;
  /** `system`, `import:SOURCE`, or `user:ID`. */
  actor: string;
  /** Such as `company.created`. */
  type: string;
  subject: string;
  /** 0 where the thing has no number; then `data` tells which it is. */
  subjectId: number;
  /** No names and addresses of people: an event outlives their accounts. */
  data?: Record<string, unknown>;
};

/** Notes what happened, in the transaction that did it. */
export async function recordEvent(db: Db, happened: NewEvent): Promise<void> {
  await db.insert(event).values(happened);
}
