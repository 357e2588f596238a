import { run } from 'graphile-worker';
import { database, pool } from '@/db/pool';
import { env } from '@/lib/env';
import { workerLogger } from './logger';
import { makeTasks } from './tasks';
import { timetable } from './timetable';

const CONCURRENT_JOBS = 4;

const runner = await run({
  connectionString: env().DATABASE_URL,
  taskList: makeTasks(database()),
  parsedCronItems: timetable,
  concurrency: CONCURRENT_JOBS,
  logger: workerLogger,
  noHandleSignals: true,
});

let stopping = false;
/** Jobs that run are finished; whoever started us decides how long to wait for that. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await runner.stop();
  });
}

await runner.promise;
await pool().close();
process.exit(0);
