import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';
import { SingleBar } from 'cli-progress';
import { DrizzleQueryError, eq } from 'drizzle-orm';
import { connect, type Db } from '@/db/client';
import { exchangeRate, importRun } from '@/db/schema/offers';
import { Trouble } from '@/dev/command';
import { openDatabase, parseCommandEnv } from '@/dev/database';
import { refreshPayFigures } from '@/domain/market/commands';
import { closeUnseen, type SavedOffers, saveOffers } from '@/domain/offers/commands';
import { type LineBatch, readLineBatches } from '@/domain/offers/import/lines';
import type { NormalisedBatch } from '@/domain/offers/import/normalise-lines';
import type { OfferRecord } from '@/domain/offers/record';
import type { SaveContext } from '@/domain/offers/write-offers';
import { readSettings } from '@/domain/settings/settings';
import { DomainError } from '@/lib/errors';
import type { ImportWorkerData } from './offers-import-worker';

export type ImportOptions = { file: string; source?: string; 'dry-run': boolean; snapshot: boolean };

/** Offers in one transaction. */
const BATCH = 500;
/** Bytes read at a time. */
const CHUNK = 1 << 18;
const REJECTS_FILE = 'offers-import.rejects.tsv';
/** npm runs scripts in the project's folder; names of files mean the folder that npm was called in. */
const FOLDER = process.env.INIT_CWD || process.cwd();

type Counts = { created: number; updated: number; unchanged: number; rejected: number; closed: number };

/**
 * Imports one file of JSON Lines and tells what became of it on stdout, the count line last. Reading and
 * normalising go on while the database stores the batch before; each batch is a transaction, so a run that was
 * ended half-way is made good by running it again.
 */
export async function importFile(options: ImportOptions): Promise<void> {
  const input = await openInput(options.file);
  const database = await openDatabase(parseCommandEnv());
  const { db, close } = connect(database.url, { max: 2 });
  try {
    await runImport(db, input, options);
  } finally {
    await close();
    await database.stop();
  }
}

async function runImport(db: Db, input: Input, options: ImportOptions): Promise<void> {
  const now = new Date();
  const fallbackSource = options.file === '-' ? 'stdin' : basename(options.file).replace(/\.gz$/, '');
  const rates = new Map(
    (await db.select().from(exchangeRate)).map(({ currency, perEur }) => [currency, perEur]),
  );
  const context: SaveContext = {
    now,
    actor: `import:${options.source ?? fallbackSource}`,
    rates,
    settings: await readSettings(db),
  };
  const normaliser = await startNormaliser({ now, source: options.source, fallbackSource, rates });
  const dryRun = options['dry-run'];
  const runId = dryRun ? undefined : await beginRun(db, options.source ?? fallbackSource, now);

  const counts: Counts = { created: 0, updated: 0, unchanged: 0, rejected: 0, closed: 0 };
  const warnings = new Map<string, number>();
  const sources = new Set<string>();
  const rejects = new RejectsFile(resolve(FOLDER, REJECTS_FILE));
  const bar = startBar(input);
  const started = performance.now();
  try {
    let saving: Promise<void> = Promise.resolve();
    for await (const lines of readLineBatches(input.chunks, BATCH)) {
      const batch = await normaliser.normalise(lines);
      await saving;
      saving = saveBatch(batch);
      // Thrown where it is awaited; until then it is not unhandled.
      saving.catch(() => {});
    }
    await saving;
    await rejects.end();
  } catch (error) {
    throw asTrouble(error, options.file);
  } finally {
    bar?.stop();
    await normaliser.stop();
  }
  const seconds = (performance.now() - started) / 1_000;

  async function saveBatch({ records, rejects: refused, warnings: noted }: NormalisedBatch): Promise<void> {
    const saved = await (dryRun ? trySave(db, records, context) : saveOffers(db, records, context));
    counts.created += saved.created.length;
    counts.updated += saved.updated.length;
    // Of an offer that is there twice, the first line changed nothing in the end.
    counts.unchanged += records.length - saved.created.length - saved.updated.length;
    counts.rejected += refused.length;
    for (const { source } of records) sources.add(source);
    for (const [warning, times] of Object.entries(noted))
      warnings.set(warning, (warnings.get(warning) ?? 0) + times);
    for (const { line, reason } of refused) await rejects.write(line, reason);
    bar?.update(input.bytesRead(), { lines: lineCount(counts).toLocaleString('en') });
  }

  if (!dryRun) {
    if (options.snapshot) counts.closed = await closeMissing(db, sources, counts, now);
    await refreshPayFigures(db);
    await db
      .update(importRun)
      .set({ finishedAt: new Date(), counts })
      .where(eq(importRun.id, runId ?? 0));
  }
  report(options, counts, warnings, rejects, seconds);
}

const lineCount = ({ created, updated, unchanged, rejected }: Counts) =>
  created + updated + unchanged + rejected;

type Input = { chunks: AsyncIterable<Buffer>; size: number | undefined; bytesRead: () => number };

/** Plain or gzip, as the first two bytes tell. Throws `Trouble` where there is nothing to read. */
async function openInput(file: string): Promise<Input> {
  const path = resolve(FOLDER, file);
  const raw: AsyncIterable<Buffer> =
    file === '-' ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
  const iterator = raw[Symbol.asyncIterator]();
  let bytes = 0;
  const first = await iterator.next().catch((error) => {
    throw asTrouble(error, file);
  });
  async function* counted(): AsyncGenerator<Buffer> {
    for (let result = first; !result.done; result = await iterator.next()) {
      bytes += result.value.length;
      yield result.value;
    }
  }
  const isGzip = !first.done && first.value[0] === 0x1f && first.value[1] === 0x8b;
  const chunks = isGzip ? unzip(counted()) : counted();
  const size = file === '-' ? undefined : (await stat(path)).size;
  return { chunks, size, bytesRead: () => bytes };
}

/** Begins when it is read, so that damage is thrown where somebody is there to catch it. */
async function* unzip(zipped: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  pipeline(Readable.from(zipped), gunzip, () => {});
  yield* gunzip;
}

function asTrouble(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file',
    EACCES: 'it may not be read by this user',
    EISDIR: 'it is a folder',
    Z_DATA_ERROR: 'its gzip data is damaged',
    Z_BUF_ERROR: 'its gzip data ends too early',
  };
  if (reasons[code]) return new Trouble(`${file} cannot be read: ${reasons[code]}.`);
  // The query with its megabytes of parameters is no use on a terminal.
  return error instanceof DrizzleQueryError ? error.cause : error;
}

type Normaliser = { normalise: (batch: LineBatch) => Promise<NormalisedBatch>; stop: () => Promise<unknown> };

async function startNormaliser(data: ImportWorkerData): Promise<Normaliser> {
  const worker = new Worker(new URL('./offers-import-worker.ts', import.meta.url), {
    workerData: data,
    // It lives on 120 MB; without a limit it would let garbage grow with the memory of the machine.
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 24 },
  });
  let settle: { resolve: (value: NormalisedBatch) => void; reject: (error: Error) => void } | undefined;
  const ready = Promise.withResolvers<void>();
  worker.on('message', (message: NormalisedBatch | 'ready') => {
    if (message === 'ready') ready.resolve();
    else settle?.resolve(message);
  });
  worker.on('error', (error) => {
    ready.reject(error);
    settle?.reject(error instanceof Error ? error : new Error(String(error)));
  });
  await ready.promise;
  return {
    normalise: (batch) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        worker.postMessage(batch);
      }),
    stop: () => worker.terminate(),
  };
}

/** What saving would do, undone at the end. */
async function trySave(db: Db, records: OfferRecord[], context: SaveContext): Promise<SavedOffers> {
  let saved: SavedOffers = { created: [], updated: [], unchanged: [] };
  const undo = new Error('undo');
  await db
    .transaction(async (tx) => {
      saved = await saveOffers(tx, records, context);
      throw undo;
    })
    .catch((error) => {
      if (error !== undo) throw error;
    });
  return saved;
}

async function beginRun(db: Db, source: string, startedAt: Date): Promise<number | undefined> {
  const [run] = await db.insert(importRun).values({ source, startedAt }).returning({ id: importRun.id });
  return run?.id;
}

async function closeMissing(db: Db, sources: Set<string>, counts: Counts, now: Date): Promise<number> {
  if (counts.rejected > lineCount(counts) - counts.rejected || sources.size === 0) {
    console.error(
      sources.size === 0
        ? 'Nothing was closed: the list holds no offer.'
        : 'Nothing was closed: most of the list was rejected.',
    );
    return 0;
  }
  let closed = 0;
  for (const source of sources) {
    try {
      closed += await closeUnseen(db, source, now, now);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      console.error(`Nothing of ${source} was closed: ${error.message}.`);
    }
  }
  return closed;
}

class RejectsFile {
  count = 0;
  private stream: WriteStream | undefined;
  constructor(readonly path: string) {}

  async write(line: number, reason: string): Promise<void> {
    this.count += 1;
    this.stream ??= createWriteStream(this.path).on('error', (error) => console.error(error.message));
    if (!this.stream.write(`${line}\t${reason}\n`)) {
      await new Promise<void>((resolve) => this.stream?.once('drain', resolve).once('close', resolve));
    }
  }

  /** Without rejects, those of an earlier run are no longer true. */
  async end(): Promise<void> {
    if (this.stream) await new Promise((resolve) => this.stream?.end(resolve));
    else await rm(this.path, { force: true });
  }
}

function startBar(input: Input): SingleBar | undefined {
  if (!process.stderr.isTTY) return undefined;
  const format =
    input.size === undefined
      ? '{lines} offers'
      : '[{bar}] {percentage}% · {lines} offers · {eta_formatted} left';
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true, barsize: 30 });
  bar.start(input.size ?? 1, 0, { lines: '0' });
  return bar;
}

function report(
  options: ImportOptions,
  counts: Counts,
  warnings: Map<string, number>,
  rejects: RejectsFile,
  seconds: number,
): void {
  const lines = lineCount(counts);
  if (lines > 0) {
    const rate = Math.round(lines / seconds).toLocaleString('en');
    console.log(`${lines.toLocaleString('en')} lines in ${seconds.toFixed(1)} s: ${rate} a second`);
  }
  for (const [warning, times] of [...warnings].sort(([, a], [, b]) => b - a))
    console.log(`${times} × ${warning}`);
  if (options.snapshot && !options['dry-run']) console.log(`${counts.closed} closed: no longer listed`);
  if (rejects.count > 0) console.log(`Rejected lines and why: ${rejects.path}`);
  if (options['dry-run']) console.log('A dry run: nothing was stored.');
  const { created, updated, unchanged, rejected } = counts;
  console.log(`${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected`);
}
