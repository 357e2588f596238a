import { env } from '@/lib/env';
import { type Connection, connect, type Db } from './client';

const KEY = Symbol.for('rolecall.pool');
const holder = globalThis as { [KEY]?: Connection };

/** The pool of this process (kept across hot reloads), opened on first use at DATABASE_URL. */
export function pool(): Connection {
  if (!holder[KEY]) {
    const { DATABASE_URL } = env();
    if (!DATABASE_URL) throw new Error('DATABASE_URL is not set: start the portal with `npm start`');
    holder[KEY] = connect(DATABASE_URL);
  }
  return holder[KEY];
}

/** The pool as domain functions take it. */
export function database(): Db {
  return pool().db;
}
