import type { SkillSeed, WordRule } from '@/db/seed/skills/skill-seed';
import {
  CONNECTORS,
  CUES_AFTER,
  CUES_BEFORE,
  DOMAINS,
  HYPHEN_AFTER,
  PREPOSITIONS,
  TECH_WORDS,
} from './skill-words';
import { BREAK, JOIN, LIST, type Tokens } from './tokens';

/** Words that may be skills, and how the words around them decide it. */

/** A spelling of a skill. */
export type Word = {
  skill: SkillSeed;
  rule: WordRule | null;
  spelling: string;
  /** Family the name begins with, if it is not the skill itself. */
  family: string | null;
};

/** Where a spelling stands in a text; `open` until what is around it decides. */
export type Candidate = { word: Word; from: number; to: number; state: 'open' | 'yes'; spelt: boolean };

/** Decides the open candidates; what is decided may vouch for its neighbours, so it runs until nothing moves. */
export function settle(tokens: Tokens, candidates: Candidate[]): void {
  for (let moved = true; moved; ) {
    moved = false;
    for (let i = 0; i < candidates.length; i++) {
      const candidate = candidates[i] as Candidate;
      if (candidate.state !== 'open' || !believes(tokens, candidates, i)) continue;
      candidate.state = 'yes';
      moved = true;
    }
  }
}

function believes(tokens: Tokens, candidates: readonly Candidate[], index: number): boolean {
  const { word, from, to, spelt } = candidates[index] as Candidate;
  if (isGlued(tokens, from, to, word.spelling.length === 1)) return false;
  if (!spelt) return isPlainListItem(tokens, candidates, index);
  const owed = isFirst(tokens, from) && isCapitalised(word.spelling) && !ignoresCase(word);
  const plain = !owed && !isShouted(tokens, from, to);
  if (plain && word.rule === 'exact') return true;
  if (plain && word.rule === 'near' && hasTechAround(tokens, candidates, index)) return true;
  const kin = word.rule === 'kin';
  if (
    neighbours(tokens, candidates, index).some((other) => vouches(other, candidates[index] as Candidate, kin))
  ) {
    return word.spelling.length > 1 || standsFree(tokens, from);
  }
  if (kin) return false;
  return (
    hasCue(tokens, candidates, index) ||
    (isItem(tokens, from, to) && hasTechAround(tokens, candidates, index))
  );
}

/** A decided skill vouches for the word beside it; so do two languages, or two acronyms, for each other. */
function vouches(other: Candidate, own: Candidate, kin: boolean): boolean {
  if (kin && other.word.skill.kind !== own.word.skill.kind) return false;
  if (other.state === 'yes') return other.word.skill.slug !== own.word.skill.slug;
  if (!other.spelt || !own.spelt || other.word.spelling.length === 1 || own.word.spelling.length === 1)
    return false;
  const languages = other.word.skill.kind === 'language' && own.word.skill.kind === 'language';
  return languages && other.word.rule !== 'kin';
}

/** The candidates directly before and after in the same list or phrase. */
function neighbours(tokens: Tokens, candidates: readonly Candidate[], index: number): Candidate[] {
  const own = candidates[index] as Candidate;
  const found: Candidate[] = [];
  const before = candidates[index - 1];
  const after = candidates[index + 1];
  if (before && isBeside(tokens, before.to, own.from)) found.push(before);
  if (after && isBeside(tokens, own.to, after.from)) found.push(after);
  return found;
}

/** Whether nothing but list punctuation, a connector and version numbers stands between two tokens. */
function isBeside(tokens: Tokens, left: number, right: number): boolean {
  if (right - left > 4) return false;
  let connectors = 0;
  for (let i = left + 1; i <= right; i++) {
    // One a line, they are a list too.
    if (tokens.gap(i) & BREAK && !(i === right && isAlone(tokens, left) && isAlone(tokens, right)))
      return false;
    if (i === right) break;
    const word = tokens.word(i);
    if (CONNECTORS.has(word)) connectors++;
    else if (!/^[\dx]+$/.test(word)) return false;
  }
  return connectors < 2;
}

/** Whether a word that goes with skills stands next to the candidate. */
function hasCue(tokens: Tokens, candidates: readonly Candidate[], index: number): boolean {
  const { word: own, from, to } = candidates[index] as Candidate;
  const follows = (tokens.gap(to + 1) & JOIN) !== 0;
  const next = tokens.word(to + 1);
  if (follows && CUES_AFTER.has(next)) return own.spelling.length > 1 || standsFree(tokens, from);
  if (!(tokens.gap(from) & JOIN) || !PREPOSITIONS.has(tokens.word(from - 1))) return false;
  // "experience with Go to help": what follows shows that the word was not meant.
  if (follows && !CONNECTORS.has(next) && !PREPOSITIONS.has(next)) return false;
  if (CUES_BEFORE.has(tokens.word(from - 2))) return true;
  return own.skill.kind === 'language' && hasTechAround(tokens, candidates, index);
}

/** A single letter needs room: nothing, a list, a preposition or a connector before it. */
function standsFree(tokens: Tokens, at: number): boolean {
  if (tokens.gap(at) & (LIST | BREAK)) return true;
  const before = tokens.word(at - 1);
  return CONNECTORS.has(before) || PREPOSITIONS.has(before) || CUES_BEFORE.has(before);
}

/** Whether another decided skill, or a word of the trade, is within reach in the same line. */
function hasTechAround(tokens: Tokens, candidates: readonly Candidate[], index: number): boolean {
  const { from, to, word: own } = candidates[index] as Candidate;
  for (const step of [-1, 1]) {
    for (let i = index + step; i >= 0 && i < candidates.length; i += step) {
      const other = candidates[i] as Candidate;
      if ((step < 0 ? from - other.to : other.from - to) > 8) break;
      if (other.state !== 'yes' || other.word.skill.kind === 'practice') continue;
      if (other.word.skill.slug === own.skill.slug) continue;
      if (isSameLine(tokens, Math.min(to, other.to), Math.max(from, other.from))) return true;
    }
  }
  return around(tokens, from, to, 4).some((at) => TECH_WORDS.has(tokens.word(at)));
}

/** The tokens before and after, as far as the line goes, the nearest first on each side. */
function around(tokens: Tokens, from: number, to: number, reach: number): number[] {
  const found: number[] = [];
  for (let i = from - 1; i >= 0 && from - i <= reach && !(tokens.gap(i + 1) & BREAK); i--) found.push(i);
  for (let i = to + 1; i < tokens.length && i - to <= reach && !(tokens.gap(i) & BREAK); i++) found.push(i);
  return found;
}

function isSameLine(tokens: Tokens, left: number, right: number): boolean {
  for (let i = left + 1; i <= right; i++) if (tokens.gap(i) & BREAK) return false;
  return true;
}

/** Written in lower case, a word still counts inside a list of skills: "sql, react, docker". */
function isPlainListItem(tokens: Tokens, candidates: readonly Candidate[], index: number): boolean {
  const { from, to, word: own } = candidates[index] as Candidate;
  if (from !== to || own.rule === 'kin' || own.spelling.length === 1) return false;
  if (tokens.written(from, to) !== tokens.word(from)) return false;
  const before = candidates[index - 1];
  const after = candidates[index + 1];
  const left = tokens.gap(from);
  const right = tokens.gap(to + 1);
  if (before?.state === 'yes' && before.to === from - 1 && left & LIST) return (right & (LIST | BREAK)) !== 0;
  if (after?.state === 'yes' && after.from === to + 1 && right & LIST) return (left & (LIST | BREAK)) !== 0;
  return false;
}

/** Part of an address: jobs@react.example, github.com. */
export function inAddress(tokens: Tokens, from: number, to: number): boolean {
  if (tokens.mark(to + 1) === '.' && DOMAINS.has(tokens.word(to + 1))) return true;
  return tokens.mark(to + 1) === '@' || tokens.mark(from) === '@';
}

/** Part of a compound that is not the skill: R&D, Go-to, C-level. */
function isGlued(tokens: Tokens, from: number, to: number, letter: boolean): boolean {
  const before = tokens.mark(from);
  const after = tokens.mark(to + 1);
  if (letter) return before !== '' || after !== '';
  return (before !== '' && before !== '.') || (after === '-' && !HYPHEN_AFTER.has(tokens.word(to + 1)));
}

/** In a line of capitals the spelling tells nothing. */
function isShouted(tokens: Tokens, from: number, to: number): boolean {
  const words = around(tokens, from, to, 3)
    .map((at) => tokens.written(at, at))
    .filter((word) => word.length > 2);
  return words.length > 1 && words.every((word) => word === word.toUpperCase());
}

const isFirst = (tokens: Tokens, at: number): boolean => (tokens.gap(at) & BREAK) !== 0;

const isAlone = (tokens: Tokens, at: number): boolean => isFirst(tokens, at) && isFirst(tokens, at + 1);

/** An item of a list by itself: "Backend engineer | Go". */
function isItem(tokens: Tokens, from: number, to: number): boolean {
  const before = tokens.gap(from);
  const after = tokens.gap(to + 1);
  return Boolean(before & (LIST | BREAK) && after & (LIST | BREAK) && (before | after) & LIST);
}

const isCapitalised = (spelling: string): boolean => /^\p{Lu}[^\p{Lu}]*$/u.test(spelling);

const spaced = (text: string): string => text.replace(/[\s\-/_.‑–]+/g, ' ');

/** Phrases, and practices written as ordinary words, match in any case; names as they are spelt. */
const ignoresCase = ({ spelling, skill }: Word): boolean =>
  /^\p{Lu}?[^\p{Lu}]*$/u.test(spelling) && (skill.kind === 'practice' || /\s/.test(spelling));

/** Whether a word stands as its name is spelt. */
export const isSpelt = (written: string, word: Word): boolean =>
  written === word.spelling || ignoresCase(word) || spaced(written) === spaced(word.spelling);
