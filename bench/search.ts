import { connect } from '@/db/client';
import { startThrowawayPostgres } from '@/dev/postgres';
import { prepareDatabase } from '@/dev/prepare-database';
import { searchOffers } from '@/domain/offers/search';
import { percentile, table } from './report';
import { generateOffers, NOW } from './search-data';
import { type BenchQuery, composeQueries, type QueryClass } from './search-queries';

const SIZES = [10_000, 100_000, 1_000_000];
const CLIENTS = [1, 8];
const QUERIES = 200;
const RUNS = 3;
const CLASSES: QueryClass[] = ['unfiltered', 'one filter', 'two filters', 'text', 'odd'];
/** A search that finds a smaller share of the offers is selective. */
const SELECTIVE = 0.02;

type Timing = { class: QueryClass; ms: number };

/**
 * Times whole searches (rows, count and all facets) on generated portals with as many expired offers as
 * live ones. Prints Markdown. `ROLECALL_BENCH_SIZES=10000,100000` measures those only.
 */
export async function benchSearch(): Promise<void> {
  const sizes = process.env.ROLECALL_BENCH_SIZES?.split(',').map(Number) ?? SIZES;
  const rows: (string | number)[][] = [];
  const reads: (string | number)[][] = [];
  for (const size of sizes) {
    const postgres = await startThrowawayPostgres();
    try {
      await prepareDatabase(postgres.url);
      await generateOffers(postgres.url, size);
      const queries = composeQueries(QUERIES);
      await timeQueries(postgres.url, queries, 1);
      for (const clients of CLIENTS) {
        const timings = await bestOf(RUNS, () => timeQueries(postgres.url, queries, clients));
        rows.push([
          size.toLocaleString('en'),
          clients,
          spread(timings),
          ...CLASSES.map((name) => spread(timings.filter((timing) => timing.class === name))),
        ]);
      }
      reads.push([size.toLocaleString('en'), ...(await readShares(postgres.url, queries, size))]);
    } finally {
      await postgres.stop();
    }
  }
  console.log(
    `\n### Whole searches, p50 / p95 in ms, best of ${RUNS} runs (bars: 100,000 with one client 8 / 60, with eight p95 300; p50 of each class at 1,000,000 at most 3 times that at 10,000)\n`,
  );
  console.log(table(['live offers', 'clients', 'all', ...CLASSES], rows));
  console.log(
    `\n### Share of the offers read by searches that find fewer than ${SELECTIVE * 100} % of them (bar: ≤ 5 %)\n`,
  );
  console.log(table(['live offers', 'searches', 'median', 'largest'], reads));
}

async function timeQueries(url: string, queries: BenchQuery[], clients: number): Promise<Timing[]> {
  const { db, close } = connect(url, { max: clients });
  const timings: Timing[] = [];
  try {
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        const turned = [...queries.slice(client * 20), ...queries.slice(0, client * 20)];
        for (const query of turned) {
          const start = performance.now();
          await searchOffers(db, query.filters, NOW);
          timings.push({ class: query.class, ms: performance.now() - start });
        }
      }),
    );
  } finally {
    await close();
  }
  return timings;
}

/** Rows of the search tables that Postgres counts as read by each selective search, against all of them. */
async function readShares(url: string, queries: BenchQuery[], size: number): Promise<(string | number)[]> {
  const { db, sql, close } = connect(url, { max: 1 });
  const rowsRead = async () => {
    await sql`select pg_stat_force_next_flush()`;
    const [row] = await sql<{ read: number }[]>`
      select sum(seq_tup_read + idx_tup_fetch)::float8 as read from pg_stat_user_tables
      where relname in ('offer_search', 'offer_text')`;
    return row?.read ?? 0;
  };
  try {
    const shares: number[] = [];
    for (const { filters, class: name } of queries) {
      if (name === 'unfiltered') continue;
      const before = await rowsRead();
      const { total, totalCapped } = await searchOffers(db, filters, NOW, { facets: false });
      const after = await rowsRead();
      if (!totalCapped && total < size * SELECTIVE) shares.push((after - before) / size);
    }
    const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
    return [shares.length, percent(percentile(shares, 0.5)), percent(Math.max(...shares))];
  } finally {
    await close();
  }
}

/** The run with the lowest p95: other work on the machine only ever adds. */
async function bestOf(runs: number, time: () => Promise<Timing[]>): Promise<Timing[]> {
  let best: Timing[] = [];
  for (let run = 0; run < runs; run++) {
    const timings = await time();
    if (run === 0 || p95(timings) < p95(best)) best = timings;
  }
  return best;
}

function p95(timings: Timing[]): number {
  return percentile(
    timings.map(({ ms }) => ms),
    0.95,
  );
}

function spread(timings: Timing[]): string {
  const ms = timings.map((timing) => timing.ms);
  return [0.5, 0.95].map((share) => percentile(ms, share).toFixed(1)).join(' / ');
}
