import type { OfferRecord } from '../record';
import { type ImportContext, normaliseJobPosting } from './job-posting';
import { type LineBatch, MAX_LINE } from './lines';

export type NormalisedBatch = {
  records: OfferRecord[];
  rejects: { line: number; reason: string }[];
  /** How often each warning came up. */
  warnings: Record<string, number>;
};

/** A batch of lines of JSON, each one posting, as offers ready to be stored and as reasons why not. */
export function normaliseLines({ lines, tooLong }: LineBatch, context: ImportContext): NormalisedBatch {
  const batch: NormalisedBatch = { records: [], rejects: [], warnings: {} };
  for (const line of tooLong) {
    batch.rejects.push({ line, reason: `line longer than ${MAX_LINE.toLocaleString('en')} bytes` });
  }
  for (const { number, text } of lines) {
    const json = parseJson(text);
    const result =
      json === undefined ? { ok: false as const, reason: 'not JSON' } : normaliseJobPosting(json, context);
    if (!result.ok) {
      batch.rejects.push({ line: number, reason: result.reason });
      continue;
    }
    batch.records.push(result.record);
    for (const warning of result.warnings) batch.warnings[warning] = (batch.warnings[warning] ?? 0) + 1;
  }
  batch.rejects.sort((a, b) => a.line - b.line);
  return batch;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
