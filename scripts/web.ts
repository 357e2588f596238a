import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runCommand, Trouble } from '@/dev/command';

/** One web process, and nothing else: this process becomes Next's. */
await runCommand(async () => {
  const { parseEnv } = await import('@/lib/env');
  const { chooseDataDir, findDatabase } = await import('@/dev/find-database');
  const { becomeProcess, webArguments } = await import('@/dev/processes');
  const env = parseEnv(process.env);
  if (!existsSync(join(ROOT, process.env.NEXT_DIST_DIR || '.next', 'BUILD_ID'))) {
    throw new Trouble('There is no build yet: npm run build');
  }
  const { findDemoServices } = await import('@/dev/demo-services');
  const url = await findDatabase(env);
  const services = findDemoServices(env, chooseDataDir());
  becomeProcess(webArguments(env), {
    ...services,
    DATABASE_URL: url,
    DEMO: env.demo ? '1' : '0',
    HOST: env.HOST,
  });
});
