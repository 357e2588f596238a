import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Env, parseEnv } from '@/lib/env';
import { Trouble } from './command';
import { type DemoServices, printDemoAddresses, startDemoServices } from './demo-services';
import { checkServer, chooseDataDir } from './find-database';
import { untilHealthy } from './health';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './postgres';
import {
  runScript,
  type Service,
  startProcess,
  superviseProcess,
  WORKER_ARGUMENTS,
  webArguments,
} from './processes';
import { isBuilt } from './source-hash';

/** Together with the database's stop this stays below ten seconds, after which systems grow impatient. */
const PATIENCE_MS = 7_000;
const EVERYWHERE = new Set(['127.0.0.1', '::1', '0.0.0.0', '::']);

/**
 * Brings everything up, in this order: environment, port, database, migrations and contents, build, web and
 * worker; then says so, and keeps them up until a signal, the end of the npm that started us, or the end of
 * the database. What needs much memory happens in processes that end: this one stays.
 */
export async function startPortal({ dev }: { dev: boolean }): Promise<void> {
  const env = parseEnv(process.env);
  const services: Service[] = [];
  let server: EmbeddedPostgres | undefined;
  let demo: DemoServices | undefined;
  let stopping: Promise<never> | undefined;

  function stop(status: number): Promise<never> {
    stopping ??= (async () => {
      await Promise.all(services.map((service) => service.stop(PATIENCE_MS)));
      await demo?.stop();
      await server?.stop();
      process.exit(status);
    })();
    return stopping;
  }
  // npm passes on the terminal's Ctrl-C as a second signal: only the first one counts.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0));
  watchNpm(() => stop(0));

  await checkPort(env);
  if (env.DATABASE_URL) {
    await checkServer(env.DATABASE_URL);
  } else {
    server = await startOwnServer();
    void server.ended.then(() => {
      if (stopping) return;
      console.error('The database has ended; its last words are in postgres.log, beside the data.');
      return stop(1);
    });
  }

  const variables: Record<string, string> = {
    DATABASE_URL: server?.url ?? env.DATABASE_URL ?? '',
    DATA_DIR: chooseDataDir(),
    DEMO: env.demo ? '1' : '0',
    HOST: env.HOST,
    PORT: String(env.PORT),
    NODE_ENV: dev ? 'development' : 'production',
  };
  const prepared = await Promise.all([
    runScript('scripts/db-seed.ts', variables),
    dev || isBuilt() ? true : build(variables),
  ]);
  if (stopping) return stopping;
  if (prepared.includes(false)) return stop(1);
  if (env.demo) {
    demo = await startDemoServices(env, variables.DATABASE_URL ?? '', chooseDataDir());
    Object.assign(variables, demo.variables);
  }

  const web = superviseProcess('web', () =>
    startProcess(webArguments(env, dev ? 'dev' : 'start'), variables),
  );
  const worker = superviseProcess('worker', () => startProcess(WORKER_ARGUMENTS, variables));
  services.push(web, worker);
  const died = await Promise.race([untilHealthy(env).then(() => undefined), web.firstExit]);
  if (stopping) return stopping;
  if (died !== undefined) {
    console.error(`The web process ended before it was ready (${died}).`);
    return stop(1);
  }
  if (demo) printDemoAddresses(env, demo);
  console.log(`ready on http://${EVERYWHERE.has(env.HOST) ? 'localhost' : env.HOST}:${env.PORT}`);
}

async function startOwnServer(): Promise<EmbeddedPostgres> {
  const dataDir = chooseDataDir();
  const server = await startEmbeddedPostgres({ dataDir });
  if (!server.started) {
    throw new Trouble(
      `The data in ${dataDir} is in use by another Rolecall (process ${server.owner}): stop that, or start with another DATA_DIR.`,
    );
  }
  console.log(`Demo mode. Data: ${dataDir}\nDatabase: ${server.url}`);
  return server;
}

function build(variables: Record<string, string>): Promise<boolean> {
  console.log('Building the pages, once for each version.');
  return runScript('scripts/build.ts', variables, 'quiet');
}

async function checkPort({ HOST, PORT }: Env): Promise<void> {
  let code = await tryPort(HOST, PORT);
  // A portal that was killed a moment ago is still letting go of it.
  for (let tries = 0; code === 'EADDRINUSE' && tries < 8; tries++) {
    await sleep(250);
    code = await tryPort(HOST, PORT);
  }
  switch (code) {
    case undefined:
      return;
    case 'EADDRINUSE':
      throw new Trouble(
        `Port ${PORT} is taken: stop what uses it, or choose another, such as PORT=${PORT + 1} npm start`,
      );
    case 'EACCES':
      throw new Trouble(
        `Port ${PORT} is reserved for root: choose one above 1023, such as PORT=3000 npm start`,
      );
    default:
      throw new Trouble(`Cannot listen on ${HOST}:${PORT} (${code}): check HOST and PORT.`);
  }
}

/** Resolves to the system's objection to listening there, if it has one. */
function tryPort(host: string, port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', (error) => done('code' in error ? String(error.code) : error.message));
    probe.listen(port, host, () => probe.close(() => done(undefined)));
  });
}

/** The end of npm (kill -9, say) is ours too; a plain `node --import tsx dev/start.ts &` outlives its shell. */
function watchNpm(onEnd: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    onEnd();
  }, 500);
  timer.unref();
}
