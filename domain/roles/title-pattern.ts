/**
 * Compiles patterns for titles as `readTitle` gives them. A line is one alternative and matches whole words:
 * - a space is a space; `a|b` is either, `_` a space inside one of them: `data|big_data engineer`
 * - `*` is the rest of a word: `entwickl*`
 * - `..` is any words in between, or none: `head .. engineering`
 * - `a & b` is both in either order, with anything in between
 * - `^` at the beginning and `$` at the end bind the line to the ends of the title
 * - a word in capitals is a set given as `sets`: `cloud & MAKER`
 */
export function compilePattern(lines: string, sets: Readonly<Record<string, string>> = {}): RegExp {
  const alternatives = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .flatMap((line) => {
      const [left = '', right] = line.split(' & ');
      return right === undefined ? [left] : [`${left} .. ${right}`, `${right} .. ${left}`];
    })
    .map((line) => compileLine(line, sets));
  // One look at the beginning of a word for all alternatives: most places in a title are none.
  return new RegExp(`(?<![^ ])(?:${alternatives.join('|')})`);
}

function compileLine(line: string, sets: Readonly<Record<string, string>>): string {
  const start = line.startsWith('^') ? '^' : '';
  const end = line.endsWith('$') ? '$' : '(?![^ ])';
  const parts = line.replace(/^\^|\$$/g, '').split(/\s+/);
  let source = '';
  for (const [i, part] of parts.entries()) {
    if (part === '..') source += '(?: [^ ]+)*?';
    else source += `${i > 0 ? ' ' : ''}(?:${compileWord(part, sets)})`;
  }
  return start + source + end;
}

function compileWord(part: string, sets: Readonly<Record<string, string>>): string {
  return part
    .split('|')
    .map((word) => {
      if (/^[A-Z]+$/.test(word)) {
        const set = sets[word];
        if (!set) throw new Error(`No set of words ${word}`);
        return compileWord(set.trim().replace(/\s+/g, '|'), sets);
      }
      return word
        .replace(/[.+?^${}()[\]\\]/g, '\\$&')
        .replace(/\*/g, '[^ ]*')
        .replace(/_/g, ' ');
    })
    .join('|');
}
