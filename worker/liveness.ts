import { type Connection, connect } from '@/db/client';
import { freeDeliveries } from '@/domain/newsletter/deliveries';

/** Any number that nothing else locks by pairs. */
const LIVENESS = 7_265_021;

export type Liveness = {
  /** Says that this worker lives, for as long as the connection does. */
  announce: (workerId: string) => Promise<void>;
  /** Gives back the jobs and mails of workers that died while they held them; resolves to how many workers. */
  freeJobsOfTheDead: () => Promise<number>;
  close: () => Promise<void>;
};

/**
 * A worker that is killed leaves its jobs locked, and Graphile Worker waits four hours before it gives them
 * to another. Here each worker holds an advisory lock as long as its connection lives, so that another can
 * tell at once. `onLost` is called when that connection ends by itself: then we seem dead, and must be.
 */
export function openLiveness(url: string, onLost: () => void): Liveness {
  let closing = false;
  const connection = connect(url, { max: 1, onClose: () => closing || onLost() });
  const { sql, close } = connection;
  const own = new Set<string>();
  return {
    async announce(workerId) {
      own.add(workerId);
      await sql`select pg_advisory_lock(${LIVENESS}, hashtext(${workerId}))`;
    },
    freeJobsOfTheDead: () => freeJobs(connection, own),
    async close() {
      closing = true;
      await close();
    },
  };
}

/** What was locked this very moment may belong to a worker that is about to announce itself. */
async function freeJobs({ sql, db }: Connection, own: Set<string>): Promise<number> {
  const holders = await sql<{ id: string }[]>`
    select locked_by as id from graphile_worker.jobs where locked_by is not null and locked_at < now() - interval '5 seconds'
    union select claimed_by from delivery where claimed_by is not null`;
  let freed = 0;
  for (const { id } of holders) {
    if (own.has(id)) continue;
    const [lock] = await sql<{ taken: boolean }[]>`
      select pg_try_advisory_lock(${LIVENESS}, hashtext(${id})) as taken`;
    if (!lock?.taken) continue;
    await sql`select graphile_worker.force_unlock_workers(${[id]}::text[])`;
    await freeDeliveries(db, id, new Date());
    await sql`select pg_advisory_unlock(${LIVENESS}, hashtext(${id}))`;
    freed += 1;
  }
  return freed;
}
