/** Longer lines are refused rather than kept in memory. In bytes. */
export const MAX_LINE = 1_000_000;

export type Line = { number: number; text: string };
/** `lines` to be read, and numbers of lines that were too long; blank lines are in neither. */
export type LineBatch = { lines: Line[]; tooLong: number[] };

const NEWLINE = 0x0a;
const BLANK = /^[\s\ufeff]*$/;
/** A batch ends early where its lines are long. */
const BATCH_BYTES = 4_000_000;
const FIRST_BATCH = 64;

/**
 * Splits a stream of UTF-8 into lines, numbered from 1, in batches of at most `size`. The first batches are
 * smaller, so that whoever works on them in turn has something to do soon. Holds no more than one batch and
 * one line, however long the stream and its lines are.
 */
export async function* readLineBatches(
  chunks: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<LineBatch> {
  let batch: LineBatch = { lines: [], tooLong: [] };
  let bytes = 0;
  let number = 0;
  let parts: Buffer[] = [];
  let length = 0;
  let enough = Math.min(FIRST_BATCH, size);

  function endLine(): void {
    number += 1;
    if (length > MAX_LINE) batch.tooLong.push(number);
    else {
      const text = Buffer.concat(parts)
        .toString('utf8')
        .replace(/^\ufeff/, '');
      if (!BLANK.test(text)) batch.lines.push({ number, text });
      bytes += length;
    }
    parts = [];
    length = 0;
  }

  for await (const chunk of chunks) {
    let from = 0;
    while (from < chunk.length) {
      const end = chunk.indexOf(NEWLINE, from);
      const part = chunk.subarray(from, end < 0 ? chunk.length : end);
      length += part.length;
      if (length <= MAX_LINE) parts.push(part);
      else parts = [];
      if (end < 0) break;
      from = end + 1;
      endLine();
      if (batch.lines.length >= enough || batch.tooLong.length >= enough || bytes >= BATCH_BYTES) {
        yield batch;
        batch = { lines: [], tooLong: [] };
        bytes = 0;
        enough = Math.min(enough * 2, size);
      }
    }
  }
  if (length > 0) endLine();
  if (batch.lines.length > 0 || batch.tooLong.length > 0) yield batch;
}
