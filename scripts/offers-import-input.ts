import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DrizzleQueryError } from 'drizzle-orm';
import { Trouble } from '@/dev/command';

/** npm runs scripts in the project's folder; names of files mean the folder that npm was called in. */
export const FOLDER = process.env.INIT_CWD || process.cwd();
/** Bytes read at a time. */
const CHUNK = 1 << 18;

export type Input = { chunks: AsyncIterable<Buffer>; size: number | undefined; bytesRead: () => number };

/** Plain or gzip, as the first two bytes tell. Throws `Trouble` where there is nothing to read. */
export async function openInput(file: string): Promise<Input> {
  const path = resolve(FOLDER, file);
  const raw: AsyncIterable<Buffer> =
    file === '-' ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
  const iterator = raw[Symbol.asyncIterator]();
  let bytes = 0;
  const first = await iterator.next().catch((error) => {
    throw asInputTrouble(error, file);
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

/** What is wrong with the file as one line, or the error itself where it is something else. */
export function asInputTrouble(error: unknown, file: string): unknown {
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
