import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LineBatch, MAX_LINE, readLineBatches } from './lines';

async function* stream(...chunks: (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function collect(chunks: AsyncGenerator<Buffer>, size = 500): Promise<LineBatch[]> {
  const batches: LineBatch[] = [];
  for await (const batch of readLineBatches(chunks, size)) batches.push(batch);
  return batches;
}

describe('readLineBatches', () => {
  it('numbers the lines and passes over blank ones', async () => {
    const batches = await collect(stream('\ufeff{"a":1}\r\n\n  \n{"b"', ':2}\n{"c":3}'));
    expect(batches).toEqual([
      {
        lines: [
          { number: 1, text: '{"a":1}\r' },
          { number: 4, text: '{"b":2}' },
          { number: 5, text: '{"c":3}' },
        ],
        tooLong: [],
      },
    ]);
  });

  it('has nothing to say of an empty stream', async () => {
    expect(await collect(stream())).toEqual([]);
    expect(await collect(stream('', '\n\n'))).toEqual([]);
  });

  it('batches', async () => {
    const batches = await collect(stream('1\n2\n3\n4\n5\n'), 2);
    expect(batches.map(({ lines }) => lines.map(({ text }) => text))).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5'],
    ]);
  });

  it('passes over a line that is too long, and reads on', async () => {
    const long = Array.from({ length: 30 }, () => 'x'.repeat(MAX_LINE / 10));
    const batches = await collect(
      stream('a\n', ...long, '\nb\n', `${'y'.repeat(MAX_LINE)}\n`, 'z'.repeat(MAX_LINE + 1)),
    );
    expect(batches.flatMap(({ tooLong }) => tooLong)).toEqual([2, 5]);
    const lines = batches.flatMap(({ lines: found }) => found);
    expect(lines.map(({ number, text }) => [number, text.length])).toEqual([
      [1, 1],
      [3, 1],
      [4, MAX_LINE],
    ]);
  });

  it('gives the same lines wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[a-zł字 ]{0,5}$/)),
        fc.array(fc.nat(20)),
        async (texts, cuts) => {
          const bytes = Buffer.from(texts.join('\n'));
          const chunks: Buffer[] = [];
          let from = 0;
          for (const cut of cuts) {
            chunks.push(bytes.subarray(from, from + cut));
            from += cut;
          }
          chunks.push(bytes.subarray(from));
          const lines = (await collect(stream(...chunks), 3)).flatMap(({ lines: found }) => found);
          const expected = texts
            .map((text, index) => ({ number: index + 1, text }))
            .filter(({ text }) => text.trim() !== '');
          expect(lines).toEqual(expected);
        },
      ),
    );
  });
});
