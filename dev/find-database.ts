import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import postgres from 'postgres';
import type { Env } from '@/lib/env';
import { ROOT, Trouble } from './command';
import { findEmbeddedPostgres } from './postgres';
import { canEnter, chooseAccount } from './postgres-files';

const OLDEST = 15;
const CONNECT_SECONDS = 5;

/**
 * Address of the database for a process that keeps none: the one at DATABASE_URL, else the embedded one of
 * the running portal. Throws `Trouble` where there is neither.
 */
export async function findDatabase(env: Env): Promise<string> {
  if (env.DATABASE_URL) {
    await checkServer(env.DATABASE_URL);
    return env.DATABASE_URL;
  }
  const url = await findEmbeddedPostgres(chooseDataDir());
  if (!url) throw new Trouble('There is no database: set DATABASE_URL, or let npm start run the portal.');
  return url;
}

/**
 * DATA_DIR where it is set, else `.data` in the project. Below a private folder (a clone in root's home)
 * root's database could not reach that; its default is then a folder of its own under /var/lib.
 */
export function chooseDataDir(): string {
  const given = process.env.DATA_DIR?.trim();
  if (given) return resolve(given);
  const usual = join(ROOT, '.data');
  if (canEnter(chooseAccount(join(usual, 'postgres')), ROOT)) return usual;
  const mark = createHash('sha256').update(ROOT).digest('hex').slice(0, 8);
  return `/var/lib/rolecall/${basename(ROOT)}-${mark}`;
}

/** Throws `Trouble`, without the password, where no database that we can work with answers at `url`. */
export async function checkServer(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: CONNECT_SECONDS, onnotice: () => {} });
  try {
    const [row] = await sql<{ version: number }[]>`
      select current_setting('server_version_num')::int / 10000 as version`;
    if (row && row.version < OLDEST) {
      throw new Trouble(`DATABASE_URL leads to PostgreSQL ${row.version}; ${OLDEST} or newer is needed.`);
    }
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble(`DATABASE_URL: ${explain(error, new URL(url))}`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function explain(error: unknown, { host, hostname, username, pathname }: URL): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ECONNREFUSED':
      return `nothing listens at ${host}; start PostgreSQL there, or unset it to use the embedded one.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the host ${hostname} cannot be found.`;
    case 'CONNECT_TIMEOUT':
      return `${host} does not answer within ${CONNECT_SECONDS} s.`;
    case '28P01':
    case '28000':
      return `${host} refuses the user ${username}: check the name and the password.`;
    case '3D000':
      return `there is no database ${pathname.slice(1)} on ${host}; create it first (docs/deployment.md).`;
    default:
      return error instanceof Error ? `${host} answers: ${error.message}` : String(error);
  }
}
