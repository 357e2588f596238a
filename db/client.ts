import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/**
 * A pool or a transaction: domain functions take either, so that the caller owns the boundary.
 * Raw `sql` results carry timestamps as text (Drizzle turns postgres.js' date parsers off); typed
 * queries give Date.
 */
export type Db = PostgresJsDatabase;

export type Connection = { db: Db; sql: postgres.Sql; close: () => Promise<void> };

type ConnectOptions = { max?: number; onClose?: () => void };

/** Opens a pool of at most `max` connections. Nothing is sent until the first query. */
export function connect(url: string, { max = 10, onClose }: ConnectOptions = {}): Connection {
  const sql = postgres(url, {
    max,
    onnotice: () => {},
    onclose: onClose,
    // A connection is renewed now and then, unless somebody cares when it ends.
    max_lifetime: onClose ? null : undefined,
    connection: { application_name: 'rolecall' },
  });
  return { db: drizzle(sql, { casing: 'snake_case' }), sql, close: () => sql.end({ timeout: 5 }) };
}
