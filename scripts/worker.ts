import { runCommand } from '@/dev/command';

/** One worker process, and nothing else. */
await runCommand(async () => {
  const { parseEnv } = await import('@/lib/env');
  const { chooseDataDir, findDatabase } = await import('@/dev/find-database');
  const { becomeProcess, WORKER_ARGUMENTS } = await import('@/dev/processes');
  const env = parseEnv(process.env);
  const { findDemoServices } = await import('@/dev/demo-services');
  const url = await findDatabase(env);
  const services = findDemoServices(env, chooseDataDir());
  becomeProcess(WORKER_ARGUMENTS, { ...services, DATABASE_URL: url, DEMO: env.demo ? '1' : '0' });
});
