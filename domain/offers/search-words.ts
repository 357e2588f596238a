import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';

/** A word of the query that is searched: not in quotes, not ruled out by a minus, not OR. */
type PlainWord = { text: string; start: number; last: boolean };

export type MendedWords = {
  /** The query with typing errors corrected; as typed where only the last word is taken as a beginning. */
  text: string;
  /** Beginning of the last word, which `text` then lacks. */
  prefix: string | undefined;
  corrected: boolean;
};

const MAX_WORDS = 10;
const CANDIDATES = 300;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}+#.]*/gu;

/**
 * For a query that finds nothing: its words that no offer holds, each put right by the most frequent of the
 * nearest words of titles, companies and skills, or, if it is the last one, taken as the beginning of a word.
 * Null if every word is held by some offer, or nothing comes near.
 */
export async function mendWords(db: Db, query: string): Promise<MendedWords | null> {
  const words = plainWords(query);
  if (words.length === 0) return null;
  const unknown = await findUnknown(db, words);
  let text = query;
  let prefix: string | undefined;
  let corrected = false;
  // From the end, so that the places of the words before stay right.
  for (const { word, lexeme } of unknown.reverse()) {
    if (word.last && /^[\p{L}\p{N}]+$/u.test(lexeme) && (await beginsTerm(db, lexeme))) {
      prefix = lexeme;
      text = splice(text, word, '');
      continue;
    }
    const nearest = await nearestTerm(db, lexeme);
    if (nearest === undefined) return null;
    text = splice(text, word, nearest);
    corrected = true;
  }
  return prefix !== undefined || corrected ? { text: text.trim(), prefix, corrected } : null;
}

/** Edits that make one word of the other: a letter left out, added or changed, or two neighbours swapped. */
export function editDistance(a: string, b: string): number {
  const [first, second] = [[...a], [...b]];
  const row = (i: number) => Array.from({ length: second.length + 1 }, (_, j) => (i === 0 ? j : 0));
  let [beforeLast, last] = [row(0), row(0)];
  for (let i = 1; i <= first.length; i++) {
    const current = [i];
    for (let j = 1; j <= second.length; j++) {
      const at = (cells: number[], k: number) => cells[k] ?? 0;
      const same = first[i - 1] === second[j - 1] ? 0 : 1;
      let cost = Math.min(at(last, j) + 1, at(current, j - 1) + 1, at(last, j - 1) + same);
      const swapped = first[i - 1] === second[j - 2] && first[i - 2] === second[j - 1];
      if (i > 1 && j > 1 && swapped) cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      current.push(cost);
    }
    [beforeLast, last] = [last, current];
  }
  return last[second.length] ?? 0;
}

function plainWords(query: string): PlainWord[] {
  // Quoted phrases are blanked, so that places stay right; half a quotation is as good as none.
  const open = query.replaceAll(/"[^"]*"/g, (quoted) => ' '.repeat(quoted.length));
  const words = [...open.matchAll(WORD)].map((match) => ({ text: match[0], start: match.index }));
  const lastStart = words.at(-1)?.start;
  return words
    .filter(({ text, start }) => !/^or$/i.test(text) && !/(^|\s)-$/.test(open.slice(0, start)))
    .slice(0, MAX_WORDS)
    .map((word) => ({ ...word, last: word.start === lastStart && !/\bor\b/i.test(open) }));
}

async function findUnknown(db: Db, words: PlainWord[]): Promise<{ word: PlainWord; lexeme: string }[]> {
  const rows = await db.execute<{ position: number; lexeme: string }>(sql`
    select position::int, lexeme from (
      select position, plainto_tsquery('rolecall', search_words(word)) as query,
        (tsvector_to_array(to_tsvector('rolecall_words', search_words(word))))[1] as lexeme
      from json_array_elements_text(${JSON.stringify(words.map(({ text }) => text))}::json)
        with ordinality as asked (word, position)
    ) asked
    where lexeme is not null and not exists (select from offer_text where tsv @@ query)
    order by position`);
  return rows.flatMap(({ position, lexeme }) => {
    const word = words[position - 1];
    return word ? [{ word, lexeme }] : [];
  });
}

async function beginsTerm(db: Db, lexeme: string): Promise<boolean> {
  const rows = await db.execute(sql`select 1 from term where word like ${`${lexeme}%`} limit 1`);
  return rows.length > 0;
}

async function nearestTerm(db: Db, lexeme: string): Promise<string | undefined> {
  const letters = [...lexeme].length;
  // Trigrams find little in short words and in swapped letters; the first letter is mostly right.
  const rows = await db.execute<{ word: string; offers: number }>(sql`
    (select word, offers from term where word % ${lexeme}
      order by similarity(word, ${lexeme}) desc, offers desc limit ${CANDIDATES})
    union
    (select word, offers from term
      where word like ${`${[...lexeme][0]}%`} and abs(length(word) - ${letters}::int) <= 2
      order by offers desc limit ${CANDIDATES})`);
  const allowed = letters < 4 ? 1 : letters < 8 ? 2 : 3;
  return rows
    .map(({ word, offers }) => ({ word, offers, distance: editDistance(lexeme, word) }))
    .filter(({ distance }) => distance <= allowed && distance < letters / 2)
    .sort((a, b) => a.distance - b.distance || b.offers - a.offers || (a.word < b.word ? -1 : 1))[0]?.word;
}

function splice(text: string, word: PlainWord, replacement: string): string {
  return text.slice(0, word.start) + replacement + text.slice(word.start + word.text.length);
}
