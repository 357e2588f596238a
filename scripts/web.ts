import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runCommand, Trouble } from '@/dev/command';

/** One web process, and nothing else: this process becomes Next's. */
await runCommand(async () => {
  const { parseEnv } = await import('@/lib/env');
  const { findDatabase } = await import('@/dev/find-database');
  const { becomeProcess, webArguments } = await import('@/dev/processes');
  const env = parseEnv(process.env);
  if (!existsSync(join(ROOT, process.env.NEXT_DIST_DIR || '.next', 'BUILD_ID'))) {
    throw new Trouble('There is no build yet: npm run build');
  }
  const url = await findDatabase(env);
  becomeProcess(webArguments(env), { DATABASE_URL: url, DEMO: env.demo ? '1' : '0', HOST: env.HOST });
});
