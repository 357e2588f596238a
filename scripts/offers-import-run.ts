import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { eq } from 'drizzle-orm';
import { connect, type Db } from '@/db/client';
import { exchangeRate, importRun } from '@/db/schema/offers';
import { openDatabase, parseCommandEnv } from '@/dev/database';
import { recountMarket } from '@/domain/market/recount';
import { closeUnseen, type SavedOffers, saveOffers } from '@/domain/offers/commands';
import { readLineBatches } from '@/domain/offers/import/lines';
import type { NormalisedBatch } from '@/domain/offers/import/normalise-lines';
import type { OfferRecord } from '@/domain/offers/record';
import { settleSearch } from '@/domain/offers/search-index';
import type { SaveContext } from '@/domain/offers/write-offers';
import { listSkillSpellings } from '@/domain/roles/skill-spellings';
import { readSettings } from '@/domain/settings/settings';
import { DomainError } from '@/lib/errors';
import { asInputTrouble, FOLDER, type Input, openInput } from './offers-import-input';
import { type Normaliser, startNormaliser } from './offers-import-normaliser';

export type ImportOptions = { file: string; source?: string; 'dry-run': boolean; snapshot: boolean };

/** Offers in one transaction. */
const BATCH = 500;
const REJECTS_FILE = 'offers-import.rejects.tsv';

type Counts = { created: number; updated: number; unchanged: number; rejected: number; closed: number };

/**
 * Imports one file of JSON Lines and tells what became of it on stdout, the count line last. Reading and
 * normalising go on while the database stores the batch before; each batch is a transaction, so a run that was
 * ended half-way is made good by running it again.
 */
export async function importFile(options: ImportOptions): Promise<void> {
  const input = await openInput(options.file);
  const normaliser = startNormaliser();
  try {
    const database = await openDatabase(parseCommandEnv());
    const { db, close } = connect(database.url, { max: 2 });
    try {
      await runImport(db, input, normaliser, options);
    } finally {
      await close();
      await database.stop();
    }
  } finally {
    await normaliser.stop();
  }
}

async function runImport(
  db: Db,
  input: Input,
  normaliser: Normaliser,
  options: ImportOptions,
): Promise<void> {
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
  const skills = await listSkillSpellings(db);
  await normaliser.prepare({ now, source: options.source, fallbackSource, rates, skills });
  const dryRun = options['dry-run'];
  const runId = dryRun ? undefined : await beginRun(db, options.source ?? fallbackSource, now);

  const counts: Counts = { created: 0, updated: 0, unchanged: 0, rejected: 0, closed: 0 };
  const warnings = new Map<string, number>();
  const sources = new Set<string>();
  const rejectsPath = resolve(FOLDER, REJECTS_FILE);
  const rejects = openRejects(rejectsPath);
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
    throw asInputTrouble(error, options.file);
  } finally {
    bar?.stop();
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
    await recountMarket(db, new Date());
    await settleSearch(db);
    await db
      .update(importRun)
      .set({ finishedAt: new Date(), counts })
      .where(eq(importRun.id, runId ?? 0));
  }
  report(options, counts, warnings, rejectsPath, seconds);
}

const lineCount = ({ created, updated, unchanged, rejected }: Counts) =>
  created + updated + unchanged + rejected;

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

type RejectsFile = { write: (line: number, reason: string) => Promise<void>; end: () => Promise<void> };

/** Made when the first line is refused. Without any, the file of an earlier run is no longer true, and goes. */
function openRejects(path: string): RejectsFile {
  let stream: WriteStream | undefined;
  return {
    async write(line, reason) {
      stream ??= createWriteStream(path).on('error', (error) => console.error(error.message));
      const file = stream;
      if (file.write(`${line}\t${reason}\n`)) return;
      await new Promise<void>((resolve) => file.once('drain', resolve).once('close', resolve));
    },
    async end() {
      const file = stream;
      if (file) await new Promise<void>((resolve) => file.end(() => resolve()));
      else await rm(path, { force: true });
    },
  };
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
  rejectsPath: string,
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
  if (counts.rejected > 0) console.log(`Rejected lines and why: ${rejectsPath}`);
  if (options['dry-run']) console.log('A dry run: nothing was stored.');
  const { created, updated, unchanged, rejected } = counts;
  console.log(`${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected`);
}
