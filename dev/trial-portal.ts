import { randomBytes } from 'node:crypto';
import { seedDemoContent } from './demo-content';
import { untilHealthy } from './health';
import { startMailCatcher } from './mail-catcher';
import { findFreePort, startThrowawayPostgres } from './postgres';
import { prepareDatabase } from './prepare-database';
import { endProcess, startProcess, WORKER_ARGUMENTS, webArguments } from './processes';

export type TrialPortal = {
  /** Environment under which commands work on this portal. */
  variables: Record<string, string>;
  stop: () => Promise<void>;
};

const PATIENCE_MS = 5_000;

/** A demo portal on the build in `distDir`, with a free port and a database that `stop` throws away. */
export async function startTrialPortal(distDir: string): Promise<TrialPortal> {
  const server = await startThrowawayPostgres();
  await prepareDatabase(server.url);
  await seedDemoContent(server.url);

  const catcher = await startMailCatcher(server.url);
  const address = { HOST: '127.0.0.1', PORT: await findFreePort() };
  const variables = {
    DATABASE_URL: server.url,
    DEMO: '1',
    HOST: address.HOST,
    PORT: String(address.PORT),
    SITE_URL: `http://${address.HOST}:${address.PORT}`,
    NEXT_DIST_DIR: distDir,
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    SMTP_URL: catcher.url,
    TRUSTED_PROXIES: '127.0.0.1',
  };
  const processes = [webArguments(address), WORKER_ARGUMENTS].map((args) => startProcess(args, variables));
  await untilHealthy(address);
  return {
    variables,
    stop: async () => {
      await Promise.all(processes.map((child) => endProcess(child, PATIENCE_MS)));
      await catcher.stop();
      await server.stop();
    },
  };
}
