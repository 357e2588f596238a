import { readFileSync } from 'node:fs';
import type { Sql } from 'postgres';
import { connect } from '@/db/client';
import { startThrowawayPostgres } from '@/dev/postgres';
import { prepareDatabase } from '@/dev/prepare-database';
import { matchAlerts } from '@/domain/newsletter/alert-matching';
import { deriveSearches } from '@/domain/newsletter/alert-searches';
import { generateAlerts } from './alert-data';
import { percentile, table } from './report';
import { generateOffers, NOW } from './search-data';

const ALERTS = 100_000;
const OFFERS = 10_000;
/** Seconds that a batch of so many new offers may take, and how many such batches are measured. */
const BATCHES = [
  { offers: 1, runs: 20, bar: 0.05 },
  { offers: 100, runs: 9, bar: 1 },
  { offers: 1_000, runs: 5, bar: 8 },
];

/**
 * Times `matchAlerts` on 100,000 alerts and so many new offers, from the waiting publications to the committed
 * finds. Prints Markdown.
 */
export async function benchAlerts(): Promise<void> {
  const postgres = await startThrowawayPostgres();
  // One connection, so that one server process does all the work.
  const { db, sql, close } = connect(postgres.url, { max: 1 });
  try {
    await prepareDatabase(postgres.url);
    await generateOffers(postgres.url, OFFERS);
    await generateAlerts(sql, ALERTS);
    const begun = performance.now();
    await deriveSearches(db);
    const derived = (performance.now() - begun) / 1_000;
    await sql`vacuum analyze`;
    const [counts] = await sql<{ searches: number; pid: number }[]>`
      select (select count(*)::int from alert_search) as searches, pg_backend_pid() as pid`;

    const rows: (string | number)[][] = [];
    for (const { offers, runs, bar } of BATCHES) {
      const times: number[] = [];
      let busy = 0;
      let found = 0;
      for (let run = 0; run < runs; run++) {
        await publish(sql, offers, run);
        const [start, busyBefore] = [performance.now(), processorTime(counts?.pid)];
        await matchAlerts(db, NOW);
        times.push((performance.now() - start) / 1_000);
        busy += processorTime(counts?.pid) - busyBefore;
        found += await countPairs(sql);
      }
      rows.push([
        offers.toLocaleString('en'),
        Math.round(found / runs).toLocaleString('en'),
        ...[Math.min(...times), percentile(times, 0.5), Math.max(...times), busy / runs].map((s) =>
          s.toFixed(3),
        ),
        `≤ ${bar}`,
      ]);
    }
    console.log(
      `\n### ${ALERTS.toLocaleString('en')} alerts (${counts?.searches.toLocaleString('en')} different searches) matched with new offers, seconds a batch\n`,
    );
    console.log(
      table(
        [
          'new offers',
          'alerts they fit',
          'fastest',
          'median',
          'slowest',
          'processor time of Postgres',
          'bar',
        ],
        rows,
      ),
    );
    console.log(`\nAll searches were derived in ${derived.toFixed(1)} s.`);
  } finally {
    await close();
    await postgres.stop();
  }
}

/** Makes some of the live offers the only ones that are new; different ones in each run. */
async function publish(sql: Sql, offers: number, run: number): Promise<void> {
  await sql`truncate alert_find, alert_batch, offer_debut`;
  await sql`
    insert into offer_debut (offer_id, at)
    select id, ${NOW.toISOString()}::timestamptz from offer_search
    order by md5(id::text || ${String(run)}) limit ${offers}`;
  await sql`vacuum analyze offer_debut`;
}

/** Pairs of an alert and a new offer that fits it. */
async function countPairs(sql: Sql): Promise<number> {
  const [row] = await sql<{ pairs: number }[]>`
    select sum(cardinality(f.offers))::int as pairs from alert_find f join subscription s using (search_id)`;
  return row?.pairs ?? 0;
}

/** Seconds that a process of this machine has had a processor so far; not a number where that is not told. */
function processorTime(pid: number | undefined): number {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
    // In hundredths of a second (sysconf(_SC_CLK_TCK)).
    return (user + system) / 100;
  } catch {
    return Number.NaN;
  }
}
