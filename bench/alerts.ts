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
const RUNS = 5;
const BARS = new Map([
  [1, 0.05],
  [100, 1],
  [1_000, 8],
]);

/**
 * Times `matchAlerts` on 100,000 alerts and so many new offers, from the waiting publications to the committed hits.
 * Prints Markdown.
 */
export async function benchAlerts(): Promise<void> {
  const postgres = await startThrowawayPostgres();
  const { db, sql, close } = connect(postgres.url, { max: 2 });
  try {
    await prepareDatabase(postgres.url);
    await generateOffers(postgres.url, OFFERS);
    await generateAlerts(sql, ALERTS);
    const begun = performance.now();
    await deriveSearches(db);
    const derived = (performance.now() - begun) / 1_000;
    await sql`vacuum analyze alert_search, alert_anchor, alert_word, subscription`;
    const [counts] = await sql<{ searches: number; broad: number }[]>`
      select (select count(*)::int from alert_search) as searches,
        (select count(*)::int from alert_anchor where facet = 0) as broad`;

    const rows: (string | number)[][] = [];
    for (const [offers, bar] of BARS) {
      const times: number[] = [];
      let hits = 0;
      for (let run = 0; run < RUNS; run++) {
        await publish(sql, offers, run);
        const start = performance.now();
        hits += await matchAlerts(db, NOW);
        times.push((performance.now() - start) / 1_000);
      }
      const figures = [Math.min(...times), percentile(times, 0.5), Math.max(...times)];
      rows.push([
        offers.toLocaleString('en'),
        Math.round(hits / RUNS).toLocaleString('en'),
        ...figures.map((seconds) => seconds.toFixed(3)),
        `≤ ${bar}`,
      ]);
    }
    console.log(
      `\n### ${ALERTS.toLocaleString('en')} alerts matched with new offers, seconds, ${RUNS} batches each\n`,
    );
    console.log(table(['new offers', 'hits written', 'fastest', 'median', 'slowest', 'bar'], rows));
    console.log(
      `\n${counts?.searches.toLocaleString('en')} different searches, of which ${counts?.broad.toLocaleString('en')} have to be compared with every offer; derived in ${derived.toFixed(1)} s.`,
    );
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
    select id, ${NOW.toISOString()}::timestamptz from offer_search order by md5(id::text || ${String(run)}) limit ${offers}`;
  await sql`vacuum analyze offer_debut`;
}
