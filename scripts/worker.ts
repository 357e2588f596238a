import { runCommand } from '@/dev/command';

/** One worker process, and nothing else. */
await runCommand(async () => {
  const { parseEnv } = await import('@/lib/env');
  const { findDatabase } = await import('@/dev/find-database');
  const { becomeProcess, WORKER_ARGUMENTS } = await import('@/dev/processes');
  const env = parseEnv(process.env);
  const url = await findDatabase(env);
  becomeProcess(WORKER_ARGUMENTS, { DATABASE_URL: url, DEMO: env.demo ? '1' : '0' });
});
