import { randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Connection, connect, type Db } from '@/db/client';

/**
 * A database of the test file's own, with the newest schema and the reference data. Call it once at the
 * top of the file; the properties are there from `beforeAll` on.
 */
export function useTestDatabase(): { readonly db: Db; readonly sql: Sql; readonly url: string } {
  const name = `rolecall_test_${randomBytes(6).toString('hex')}`;
  let url: string | undefined;
  let connection: Connection | undefined;

  beforeAll(async () => {
    const server = inject('testServerUrl');
    await onServer(server, async (sql) => {
      await sql`create database ${sql(name)} template ${sql(inject('testTemplate'))}`;
    });
    url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
    connection = connect(url);
  });

  afterAll(async () => {
    await connection?.close();
    await onServer(inject('testServerUrl'), async (sql) => {
      await sql`drop database if exists ${sql(name)} with (force)`;
    });
  });

  const ready = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The test database exists from beforeAll on, not before.');
    return value;
  };
  return {
    get db() {
      return ready(connection).db;
    },
    get sql() {
      return ready(connection).sql;
    },
    get url() {
      return ready(url);
    },
  };
}

async function onServer(url: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  const { sql, close } = connect(url, { max: 1 });
  try {
    await work(sql);
  } finally {
    await close();
  }
}
