import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '@/db/client';
import { findChromium } from '@/dev/chromium';
import { ROOT } from '@/dev/command';
import { seedDemoContent } from '@/dev/demo-content';
import { startThrowawayPostgres } from '@/dev/postgres';
import { prepareDatabase } from '@/dev/prepare-database';
import { scorePage } from './lighthouse';
import { type Load, loadInTurns } from './load';
import { table } from './report';
import { copyWithBenchPages } from './tree';
import { weigh } from './weight';

const PORT = 4870;
const ORIGIN = `http://127.0.0.1:${PORT}`;
/** Two filters over one facet each, as the commonest search that is not static. */
const SEARCH = '?role=backend&workplace=remote';

/** Throughput of pages against their ceilings, weights, and Lighthouse's scores. Prints Markdown. */
export async function benchPages(): Promise<void> {
  const folder = path.join(ROOT, '.bench');
  const view = path.join(folder, 'view.json');
  const texts = path.join(folder, 'texts');
  const postgres = await startThrowawayPostgres();
  let server: ChildProcess | undefined;
  try {
    copyWithBenchPages(folder);
    mkdirSync(texts);
    await prepareDatabase(postgres.url);
    const variables = {
      ...process.env,
      DATABASE_URL: postgres.url,
      DEMO: '1',
      BENCH_VIEW: view,
      BENCH_TEXTS: texts,
      PORT: String(PORT),
      NODE_ENV: 'production' as const,
      NEXT_TELEMETRY_DISABLED: '1',
      SITE_URL: ORIGIN,
    };
    await runNext(folder, ['build'], variables);
    await seedDemoContent(postgres.url);
    server = spawnNext(folder, ['start', '--hostname', '127.0.0.1', '--port', String(PORT)], variables);
    await untilHealthy();
    writeFileSync(view, await (await fetch(`${ORIGIN}/bench/view${SEARCH}`)).text());

    const offer = await offerPath(postgres.url);
    await printThroughput(offer, texts);
    await printWeights(offer);
    await printScores(offer);
  } finally {
    server?.kill();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function printThroughput(offer: string, texts: string): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const [name, page] of [
    ['bare /offers', '/offers'],
    ['role page', '/roles/backend'],
    ['offer page', offer],
  ] as const) {
    const ceiling = await staticTwin(page, texts);
    const runs = await loadInTurns({ ours: ORIGIN + page, ceiling: ORIGIN + ceiling });
    rows.push(compare(name, runs.ours, runs.ceiling, 0.85));
  }
  const runs = await loadInTurns({
    whole: `${ORIGIN}/offers${SEARCH}`,
    withoutFacets: `${ORIGIN}/bench/without-facets${SEARCH}`,
    ceiling: `${ORIGIN}/bench/constant${SEARCH}`,
  });
  rows.push(compare('filtered /offers, facets constant', runs.withoutFacets, runs.ceiling, 0.8));
  rows.push(compare('filtered /offers, facets counted', runs.whole, runs.ceiling));
  console.log('\n### Throughput (32 connections, median of five runs taken in turns)\n');
  console.log(table(['page', 'kB', 'req/s', 'ceiling req/s', 'ratio', 'bar', 'p50 / p99 ms'], rows));
}

function compare(name: string, ours: Load, ceiling: Load, bar?: number): (string | number)[] {
  return [
    name,
    Math.round(ours.bytes / 1000),
    Math.round(ours.requestsPerSecond),
    Math.round(ceiling.requestsPerSecond),
    (ours.requestsPerSecond / ceiling.requestsPerSecond).toFixed(2),
    bar === undefined ? 'reported apart' : `≥ ${bar}`,
    `${ours.p50} / ${ours.p99}`,
  ];
}

/**
 * A static page whose answer is as large as that of `page`, of the same text: letters outside Latin-1 make
 * a string twice as wide in memory, and slower to send. The text stands in it twice, as HTML and for React.
 */
async function staticTwin(page: string, texts: string): Promise<string> {
  const html = await (await fetch(ORIGIN + page)).text();
  const words = html
    .replaceAll(/<script.*?<\/script>/gs, '')
    .replaceAll(/<[^>]*>|&[^;]*;|["\\]/g, ' ')
    .repeat(8);
  const sizeOf = async (letters: number) => {
    const name = `${page.replaceAll('/', '-')}-${letters}`;
    writeFileSync(path.join(texts, name), words.slice(0, letters));
    const address = `/bench/static/${name}`;
    return { address, bytes: Buffer.byteLength(await (await fetch(ORIGIN + address)).text()) };
  };
  const wanted = Buffer.byteLength(html);
  const [small, large] = [await sizeOf(1_000), await sizeOf(21_000)];
  const perLetter = (large.bytes - small.bytes) / 20_000;
  return (await sizeOf(Math.round(1_000 + (wanted - small.bytes) / perLetter))).address;
}

async function printWeights(offer: string): Promise<void> {
  const floor = await weigh(`${ORIGIN}/bench/empty`);
  const rows: (string | number)[][] = [
    ['empty Next page', kB(floor.html), kB(floor.script), '', kB(floor.style)],
  ];
  for (const page of ['/offers', offer, '/', '/roles/backend']) {
    const weight = await weigh(ORIGIN + page);
    const name = page === offer ? '/offers/SLUG' : page;
    rows.push([name, kB(weight.html), kB(weight.script), kB(weight.script - floor.script), kB(weight.style)]);
  }
  console.log('\n### Weight (kB after gzip; bars: scripts above the floor ≤ 15, CSS ≤ 20)\n');
  console.log(table(['page', 'HTML', 'scripts', 'above the floor', 'CSS'], rows));
}

async function printScores(offer: string): Promise<void> {
  const chromium = await findChromium();
  const rows = [];
  for (const [name, page] of [
    ['/offers', '/offers'],
    ['/offers/SLUG', offer],
  ] as const) {
    const scores = await scorePage(ORIGIN + page, chromium);
    rows.push([name, ...Object.values(scores)]);
  }
  console.log('\n### Lighthouse, mobile, median of five (bars: performance ≥ 95, the others 100)\n');
  console.log(table(['page', 'performance', 'accessibility', 'best practices', 'SEO'], rows));
}

async function offerPath(url: string): Promise<string> {
  const { sql, close } = connect(url, { max: 1 });
  const [row] = await sql<{ slug: string }[]>`
    select slug from offer where state = 'live' order by length(description_html) desc limit 1 offset 100`;
  await close();
  if (!row) throw new Error('the demo has no offer');
  return `/offers/${row.slug}`;
}

function spawnNext(folder: string, args: string[], env: NodeJS.ProcessEnv, quiet = true): ChildProcess {
  const next = path.join(folder, 'node_modules', 'next', 'dist', 'bin', 'next');
  return spawn(process.execPath, [next, ...args], { cwd: folder, env, stdio: quiet ? 'ignore' : 'inherit' });
}

async function runNext(folder: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawnNext(folder, args, env, false);
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`next ${args[0]} ended with ${code}`);
}

async function untilHealthy(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if ((await fetch(`${ORIGIN}/api/health`).catch(() => undefined))?.ok) return;
    await sleep(100);
  }
  throw new Error('the server does not become healthy');
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
