import type postgres from 'postgres';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** At most `points` within `seconds`, counted under `name` and a key such as a client's address. */
export type RateLimit = { name: string; points: number; seconds: number };

const limiters = new WeakMap<postgres.Sql, Map<string, Promise<RateLimiterPostgres>>>();

/**
 * Takes one point of that key; false if none is left until its time is over. Counts are kept in Postgres
 * and hold for all web processes together.
 */
export async function takePoint(sql: postgres.Sql, limit: RateLimit, key: string): Promise<boolean> {
  const limiter = await findLimiter(sql, limit);
  try {
    await limiter.consume(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}

function findLimiter(sql: postgres.Sql, limit: RateLimit): Promise<RateLimiterPostgres> {
  let known = limiters.get(sql);
  if (!known) {
    known = new Map();
    limiters.set(sql, known);
  }
  let limiter = known.get(limit.name);
  if (!limiter) {
    limiter = createLimiter(sql, limit);
    known.set(limit.name, limiter);
    // A database that was away for a moment must not close the form until the next start.
    limiter.catch(() => known.delete(limit.name));
  }
  return limiter;
}

function createLimiter(
  sql: postgres.Sql,
  { name, points, seconds }: RateLimit,
): Promise<RateLimiterPostgres> {
  return new Promise((resolve, reject) => {
    const limiter = new RateLimiterPostgres(
      {
        storeClient: { query: (query: Query) => runQuery(sql, query) },
        storeType: 'client',
        tableName: 'rate_limit',
        keyPrefix: name,
        points,
        duration: seconds,
      },
      (error?: unknown) => (error ? reject(error) : resolve(limiter)),
    );
  });
}

type Query = { text: string; values?: (string | number | null)[] };

/** postgres.js behind the interface of node-postgres, which the library speaks. */
async function runQuery(sql: postgres.Sql, { text, values = [] }: Query) {
  const rows = await sql.unsafe(text, values, { prepare: true });
  return { rows, rowCount: rows.count };
}
