import { pathToFileURL } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { connect, type Db } from '@/db/client';
import { searchOffers } from '@/domain/offers/search';
import { percentile, table } from './report';
import { generateOffers, NOW } from './search-data';
import { type BenchQuery, composeQueries, type QueryClass } from './search-queries';

const CLASSES: QueryClass[] = ['unfiltered', 'one filter', 'two filters', 'text', 'odd'];

type Timing = { class: QueryClass; ms: number };

export async function timeQueries(url: string, queries: BenchQuery[], clients: number): Promise<Timing[]> {
  const { db, close } = connect(url, { max: clients });
  try {
    const timings: Timing[] = [];
    const run = async (client: number) => {
      const turned = [...queries.slice(client * 20), ...queries.slice(0, client * 20)];
      for (const query of turned) {
        const start = performance.now();
        await searchOffers(db, query.filters, NOW);
        timings.push({ class: query.class, ms: performance.now() - start });
      }
    };
    await Promise.all(Array.from({ length: clients }, (_, client) => run(client)));
    return timings;
  } finally {
    await close();
  }
}
export type { Db };
export { CLASSES, composeQueries, drizzle, generateOffers, pathToFileURL, percentile, postgres, table };
