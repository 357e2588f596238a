import { type Env, parseEnv } from '@/lib/env';
import { checkServer, chooseDataDir } from './find-database';
import { startEmbeddedPostgres } from './postgres';
import { prepareDatabase } from './prepare-database';

export type OpenDatabase = {
  url: string;
  /** True where the embedded server was started for us, and ends with `stop`. */
  started: boolean;
  stop: () => Promise<void>;
};

/**
 * The environment of a command that needs the database only: keys of mail and payments may be missing, and
 * `demo` is what it is for the portal. Throws `EnvError`.
 */
export function parseCommandEnv(): Env {
  const env = parseEnv({ ...process.env, DEMO: '1' });
  return { ...env, demo: !env.DATABASE_URL || process.env.DEMO === '1' };
}

/**
 * The database that a command works on: the one at DATABASE_URL; else the embedded one of the running
 * portal; else the embedded one, started and brought up to date, until `stop`. Throws `Trouble`.
 */
export async function openDatabase(env: Env): Promise<OpenDatabase> {
  if (env.DATABASE_URL) {
    await checkServer(env.DATABASE_URL);
    return { url: env.DATABASE_URL, started: false, stop: async () => {} };
  }
  const server = await startEmbeddedPostgres({ dataDir: chooseDataDir() });
  if (server.started) await prepareDatabase(server.url);
  return server;
}
