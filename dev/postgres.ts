import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble } from './command';
import { type Account, canEnter, chooseAccount, findBinaries, makeFolder } from './postgres-files';

export type EmbeddedPostgres = {
  url: string;
  /** False where a server that another living process keeps was found and is shared. */
  started: boolean;
  /** Process that keeps the server. */
  owner: number;
  /** Ends the server if we keep it. Should we vanish instead, it ends by itself. */
  stop: () => Promise<void>;
  /** Settles when a server that we keep has ended, asked or not. */
  ended: Promise<void>;
};

const MAJOR = '18';
const THROWAWAY = 'rolecall-postgres-';
/** None of our environment: other processes of the database's account could read our secrets there. */
const BARE = {} as NodeJS.ProcessEnv;

/** Small, on loopback only, and the same on every machine. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=128MB',
  'timezone=UTC',
  'log_timezone=UTC',
];
const THROWAWAY_SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
];

/**
 * The first argument list becomes Postgres. A bystander reads standard input, which we hold open: when
 * it ends, because we stop or because we are gone (kill -9 included), Postgres is told to stop. It is
 * forked twice, since Postgres takes the death of a child that it does not know for a crash.
 */
const LEASH = 'exec 3<&0; ( (read -r _ <&3; kill -INT $$) >/dev/null 2>&1 & ); exec "$@" </dev/null 3<&-';

/**
 * Runs the embedded Postgres on `dataDir`, made at first use: `postgres/` (the data), `postgres.log` of
 * the last start and `postgres.password`. A server that a living process keeps there is shared; one whose
 * keeper died is stopped and started anew. Throws `Trouble` where the folder cannot be used.
 */
export async function startEmbeddedPostgres({
  dataDir,
  throwaway = false,
}: {
  dataDir: string;
  /** Gives up durability for speed, for data that does not outlive the process. */
  throwaway?: boolean;
}): Promise<EmbeddedPostgres> {
  const folder = resolve(dataDir);
  const pgData = join(folder, 'postgres');
  const account = chooseAccount(pgData);
  checkFolder(folder, pgData, account);

  const running = await findRunning(folder, pgData);
  if (running) {
    return {
      url: running.url,
      started: false,
      owner: running.owner,
      stop: async () => {},
      ended: new Promise(() => {}),
    };
  }

  const bin = findBinaries(account);
  if (!existsSync(pgData)) initialise(folder, pgData, account, bin);
  const version = readFileSync(join(pgData, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR) {
    throw new Trouble(
      `The data in ${pgData} belongs to Postgres ${version}, this is ${MAJOR}: see docs/upgrade.md, or choose an empty folder with DATA_DIR.`,
    );
  }

  const port = await findFreePort();
  const log = openSync(join(folder, 'postgres.log'), 'w');
  const settings = [
    ...SETTINGS,
    ...(throwaway ? THROWAWAY_SETTINGS : []),
    `cluster_name=rolecall-${process.pid}`,
  ];
  const server = spawn(
    '/bin/sh',
    [
      '-c',
      LEASH,
      'sh',
      join(bin, 'postgres'),
      '-D',
      pgData,
      '-p',
      String(port),
      ...settings.flatMap((s) => ['-c', s]),
    ],
    // A session of its own: Ctrl-C at the terminal is for the portal, which ends the database last.
    { ...account, detached: true, cwd: pgData, env: BARE, stdio: ['pipe', log, log] },
  );
  closeSync(log);
  const ended = new Promise<void>((done) => {
    server.once('exit', () => done());
    server.once('error', () => done());
  });
  // Nothing is ever written, but a broken pipe must not end the process.
  server.stdin?.on('error', () => {});
  await untilReady(server, pgData, folder);

  return {
    url: urlOf(folder, port),
    started: true,
    owner: process.pid,
    ended,
    stop: async () => {
      server.stdin?.end();
      await ended;
    },
  };
}

/** Address of the server that some process keeps on `dataDir`, if one does. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | undefined> {
  const folder = resolve(dataDir);
  const running = await findRunning(folder, join(folder, 'postgres'));
  return running?.url;
}

/** A server on a new folder under the system's temporary one; `stop` removes it. */
export async function startThrowawayPostgres(): Promise<EmbeddedPostgres> {
  sweepThrowaways();
  const folder = mkdtempSync(join(tmpdir(), `${THROWAWAY}${process.pid}-`));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: folder, throwaway: true });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Removes what processes left behind that did not come to their end. */
function sweepThrowaways(): void {
  for (const name of readdirSync(tmpdir())) {
    const maker = Number(name.startsWith(THROWAWAY) && name.slice(THROWAWAY.length).split('-')[0]);
    if (!maker || commandOf(maker)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's.
    }
  }
}

/** A port that is free now on loopback. */
export function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function checkFolder(folder: string, pgData: string, account: Account): void {
  try {
    makeFolder(folder);
    readdirSync(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new Trouble(
      `Cannot write to ${folder}${why}: choose another folder, such as DATA_DIR=~/rolecall npm start`,
    );
  }
  if (!canEnter(account, folder)) {
    throw new Trouble(
      `${folder} is below a folder that only root may enter, and the database does not run as root: choose another, such as DATA_DIR=/var/lib/rolecall npm start`,
    );
  }
  if (!account && existsSync(pgData) && statSync(pgData).uid !== process.getuid?.()) {
    throw new Trouble(
      `The data in ${pgData} belongs to another user: start as that user, or choose another DATA_DIR.`,
    );
  }
}

/** Builds the data directory aside and moves it into place, so that a half-made one is never found. */
function initialise(folder: string, pgData: string, account: Account, bin: string): void {
  const draft = `${pgData}.new`;
  const password = join(folder, 'postgres.password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  rmSync(password, { force: true });
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account) for (const path of [draft, password]) chownSync(path, account.uid, account.gid);

  const made = spawnSync(
    join(bin, 'initdb'),
    [
      ...['-D', draft, '--username=postgres', `--pwfile=${password}`, '--auth=scram-sha-256'],
      // Sorts alike on every machine, and does not change with the system's libraries.
      ...['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ],
    { ...account, cwd: folder, env: BARE, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    const why = made.error?.message ?? made.stderr.trim().split('\n').at(-1);
    throw new Trouble(`The database could not be set up in ${pgData}: ${why}`);
  }
  renameSync(draft, pgData);
}

/** The lines of postmaster.pid that matter here, or undefined where it is missing or half written. */
function readPidFile(pgData: string): { pid: number; port: number; status: string } | undefined {
  try {
    const lines = readFileSync(join(pgData, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
  } catch {
    return undefined;
  }
}

/**
 * The server that postmaster.pid tells of, if its keeper lives. One without a keeper is stopped. A file
 * without a server is removed: its number may meanwhile be another process's, and then Postgres would
 * refuse to start.
 */
async function findRunning(
  folder: string,
  pgData: string,
): Promise<{ url: string; owner: number } | undefined> {
  for (let found = readPidFile(pgData); found; found = readPidFile(pgData)) {
    const command = commandOf(found.pid);
    if (!command.includes(` -D ${pgData} `)) {
      rmSync(join(pgData, 'postmaster.pid'), { force: true });
      return undefined;
    }
    const owner = Number(command.match(/cluster_name=rolecall-(\d+)/)?.[1]);
    if (!commandOf(owner)) process.kill(found.pid, 'SIGINT');
    else if (found.status === 'ready') return { url: urlOf(folder, found.port), owner };
    await sleep(50);
  }
  return undefined;
}

/** The command line of a living process; empty for a dead one, and for one that is only waited for. */
function commandOf(pid: number): string {
  if (!existsSync('/proc/self/cmdline')) {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

async function untilReady(server: ChildProcess, pgData: string, folder: string): Promise<void> {
  while (server.pid && server.exitCode === null && server.signalCode === null) {
    const now = readPidFile(pgData);
    if (now && now.pid === server.pid && now.status === 'ready') return;
    await sleep(20);
  }
  const log = readFileSync(join(folder, 'postgres.log'), 'utf8').trim().split('\n');
  const why = log.findLast((line) => line.includes('FATAL')) ?? log.at(-1);
  throw new Trouble(`The database did not start: ${why} (more in ${join(folder, 'postgres.log')})`);
}

function urlOf(folder: string, port: number): string {
  const password = readFileSync(join(folder, 'postgres.password'), 'utf8').trim();
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}
