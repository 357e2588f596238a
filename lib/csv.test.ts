import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsvLine } from './csv';

/** Cells of one line, as RFC 4180 reads them. */
function readLine(line: string): string[] {
  const cells: string[] = [];
  const text = `,${line.slice(0, -2)}`;
  for (const [, quoted, plain] of text.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
  }
  return cells;
}

describe('toCsvLine', () => {
  it('parts cells by commas and quotes what holds one', () => {
    expect(toCsvLine(['a', 'b, c', 'say "no"', ''])).toBe('a,"b, c","say ""no""",\r\n');
  });

  it('leaves no formula to a spreadsheet', () => {
    for (const cell of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1']) {
      expect(readLine(toCsvLine([cell]))).toEqual([`'${cell}`]);
    }
  });

  it('gives back every cell, but for that apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2 }), (cells) => {
        const read = readLine(toCsvLine(cells));
        expect(read.map((cell, n) => (cell === `'${cells[n]}` ? cell.slice(1) : cell))).toEqual(cells);
        for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});
