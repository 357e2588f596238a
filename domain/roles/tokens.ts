/** What lies before a token; several may hold. */
export const JOIN = 1; // a space, hyphen, dot or slash: may be inside a name
export const LIST = 2; // comma, slash, bracket, bar, bullet
export const BREAK = 4; // new line or end of a sentence
export const TIGHT = 8; // glued to the token before by a mark, without space

const DIGIT = 1;
const LETTER = 2;
const KIND = new Uint8Array(128);
for (let c = 48; c < 58; c++) KIND[c] = DIGIT;
for (let c = 65; c < 91; c++) KIND[c] = KIND[c + 32] = LETTER;

const PLUS = 43;
const DOT = 46;
const SHARP = 35;

/**
 * The words of a text. They are kept as offsets, since most are only looked at once: cutting out each as a string
 * would cost more than everything else.
 */
export class Tokens {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly gaps: Uint8Array;
  /** The same for equal words, seldom for others. */
  readonly hashes: Int32Array;
  length = 0;

  constructor(
    readonly text: string,
    readonly lower: string,
  ) {
    const room = (text.length >> 1) + 1;
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
    this.gaps = new Uint8Array(room);
    this.hashes = new Int32Array(room);
  }

  /** Lower case; `.net`, `c++`, `c#` and `security+` keep their marks. Empty outside the text. */
  word(at: number): string {
    return at < 0 || at >= this.length ? '' : this.lower.slice(this.start[at], this.end[at]);
  }

  /** What lies before a token; beyond the last one, the end of the text. */
  gap(at: number): number {
    return at >= this.length ? BREAK : (this.gaps[at] ?? BREAK);
  }

  /** The mark by which a tight token is glued on. */
  mark(at: number): string {
    return at < this.length && this.gap(at) & TIGHT ? (this.text[(this.start[at] ?? 0) - 1] ?? '') : '';
  }

  written(from: number, to: number): string {
    return this.text.slice(this.start[from], this.end[to]);
  }
}

/** Letters of scripts written without spaces end a word, so that a Latin name among them is found. */
function isWord(c: number): boolean {
  if (c < 128) return KIND[c] !== 0;
  return (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7) || (c >= 0x2c00 && c < 0x2e80);
}

/** Splits plain text into words. Addresses of web pages are left out. */
export function tokenize(text: string): Tokens {
  let lower = text.toLowerCase();
  // A few capitals become two letters (İ); without them the offsets hold.
  if (lower.length !== text.length) lower = text.replace(/\u0130/g, 'I').toLowerCase();
  const tokens = new Tokens(text, lower);
  const { start: starts, end: ends, gaps, hashes } = tokens;
  const length = Math.min(text.length, lower.length);
  let gapStart = 0;
  let count = 0;
  let i = 0;
  while (i < length) {
    const first = lower.charCodeAt(i);
    if (!isWord(first) && !(first === DOT && isDotNet(lower, i))) {
      i++;
      continue;
    }
    const start = i++;
    let hash = first;
    for (let c = lower.charCodeAt(i); i < length && isWord(c); c = lower.charCodeAt(++i))
      hash = (hash * 31 + c) | 0;
    if ((first === 104 || first === 119) && isAddress(lower, start, i)) {
      while (i < length && lower.charCodeAt(i) > 32) i++;
      continue;
    }
    const marks = countMarks(lower, start, i);
    for (const end = i + marks; i < end; i++) hash = (hash * 31 + lower.charCodeAt(i)) | 0;
    starts[count] = start;
    ends[count] = i;
    gaps[count] = readGap(text, gapStart, start);
    hashes[count] = hash;
    gapStart = i;
    count++;
  }
  tokens.length = count;
  return tokens;
}

/** A name or alias as it is compared: words in lower case, joined by single spaces. */
export function wordKey(spelling: string): string {
  const tokens = tokenize(spelling);
  return Array.from({ length: tokens.length }, (_, i) => tokens.word(i)).join(' ');
}

/** Marks after a word that belong to it: C++, C#, Security+. */
function countMarks(lower: string, start: number, end: number): number {
  const c = lower.charCodeAt(end);
  if (c === PLUS) {
    if (lower.charCodeAt(end + 1) === PLUS) return 2;
    return KIND[lower.charCodeAt(end - 1)] === LETTER && !isWord(lower.charCodeAt(end + 1)) ? 1 : 0;
  }
  if (c !== SHARP || end - start !== 1) return 0;
  const letter = lower[start];
  return letter === 'c' || letter === 'f' || letter === 'q' ? 1 : 0;
}

/** `.net` standing alone or after a mark, not the end of a host name or of ASP.NET. */
function isDotNet(lower: string, at: number): boolean {
  if (!lower.startsWith('.net', at) || KIND[lower.charCodeAt(at + 4)] === LETTER) return false;
  return at === 0 || !(isWord(lower.charCodeAt(at - 1)) || lower[at - 1] === '-');
}

function isAddress(lower: string, start: number, end: number): boolean {
  if (lower.charCodeAt(end) === DOT) return end - start === 3 && lower.startsWith('www', start);
  return lower.startsWith('://', end) && lower.startsWith('http', start);
}

function readGap(text: string, from: number, to: number): number {
  if (from === 0) return BREAK;
  if (from === to) return JOIN | TIGHT;
  if (to - from === 1 && text.charCodeAt(from) === 32) return JOIN;
  let gap = 0;
  let spaces = 0;
  let joiners = 0;
  let others = 0;
  for (let i = from; i < to; i++) {
    const c = text[i] as string;
    if (c === '\n' || c === '\r') gap |= BREAK;
    else if (c <= ' ' || c === '\u00a0' || c === '\u202f') spaces++;
    else if (c === '.' || c === '!' || c === '?') {
      // Before a space it ends a sentence; inside a word it joins.
      if (i + 1 < to && (text[i + 1] as string) <= ' ') gap |= BREAK;
      joiners++;
    } else if (c === '/' || c === '&' || c === '+') {
      gap |= LIST;
      joiners++;
    } else if (',;|()[]'.includes(c)) {
      gap |= LIST;
      others++;
    } else if ("-_'’‑–".includes(c)) joiners++;
    else {
      if ('•·●▪'.includes(c)) gap |= LIST | BREAK;
      others++;
    }
  }
  if (others === 0 && !(gap & BREAK) && joiners < 2 && (joiners * spaces === 0 || gap & LIST)) gap |= JOIN;
  const glue = to - from === 1 && spaces === 0 && (!(gap & LIST) || text[from] === '&');
  return glue && !(gap & BREAK) ? gap | TIGHT : gap;
}
