import { sql } from 'drizzle-orm';
import { connect, type Db } from '@/db/client';
import { startThrowawayPostgres } from '@/dev/postgres';
import { prepareDatabase } from '@/dev/prepare-database';
import { recountMarket } from '@/domain/market/recount';
import { idArray } from '@/domain/offers/changes';
import { indexOffers } from '@/domain/offers/search-index';
import { percentile, table } from './report';
import { generateOffers, NOW } from './search-data';

const SIZES = [10_000, 100_000];
const TRIES = 15;

/**
 * Times how long the worker takes to bring the market's figures in step: with nothing kept, after changes, and
 * when there is nothing to do. Prints Markdown. `ROLECALL_BENCH_SIZES=10000,100000` measures those only.
 */
export async function benchMarket(): Promise<void> {
  const sizes = process.env.ROLECALL_BENCH_SIZES?.split(',').map(Number) ?? SIZES;
  const rows: (string | number)[][] = [];
  for (const size of sizes) {
    const postgres = await startThrowawayPostgres();
    try {
      await prepareDatabase(postgres.url);
      await generateOffers(postgres.url, size);
      const { db, close } = connect(postgres.url, { max: 1 });
      try {
        rows.push([size.toLocaleString('en'), ...(await timeRecounts(db, size))]);
      } finally {
        await close();
      }
    } finally {
      await postgres.stop();
    }
  }
  console.log(
    `\n### A recount of the market's figures, s; after changes the median and the longest of ${TRIES} (bar at 100,000: incrementally, or 2)\n`,
  );
  console.log(
    table(['live offers', 'from nothing', 'one offer changed', '100 changed', 'none changed'], rows),
  );
}

async function timeRecounts(db: Db, size: number): Promise<string[]> {
  const first = await time(db);
  await db.execute(sql`vacuum analyze market_figure, pay_figure`);
  const changes: string[] = [];
  for (const offers of [1, 100]) {
    const times: number[] = [];
    for (let n = 0; n < TRIES; n += 1) {
      const ids = Array.from({ length: offers }, (_, i) => 1 + Math.floor(((n * offers + i) * 7_919) % size));
      await db.execute(
        sql`update offer set state = 'filled', closed_at = now() where id = any(${idArray(ids)})`,
      );
      await indexOffers(db, ids);
      times.push(await time(db));
    }
    changes.push(`${seconds(percentile(times, 0.5))} / ${seconds(Math.max(...times))}`);
  }
  return [seconds(first), ...changes, seconds(await time(db))];
}

async function time(db: Db): Promise<number> {
  const start = performance.now();
  await recountMarket(db, NOW);
  return performance.now() - start;
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(2);
}
