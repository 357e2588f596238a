import type { SkillSeed } from '@/db/seed/skills/skill-seed';
import { type Candidate, inAddress, isSpelt, settle, type Word } from './skill-candidates';
import { FILLERS } from './skill-words';
import { JOIN, type Tokens, tokenize, wordKey } from './tokens';

export type SkillMatcher = {
  /**
   * Skills named by a list, as in schema.org's `skills`: separated by commas, semicolons, bars, bullets or new
   * lines. An item counts only if nothing but skill names and fillers is in it, so that job titles among the
   * items do not become skills.
   */
  fromList(text: string): string[];
  /**
   * Skills named in plain running text (no HTML), in order of first appearance, at most 25. Words that are
   * ordinary words too count only as their rule in the seed allows.
   */
  fromText(text: string): string[];
};

const MOST = 25;
const SLOTS = 0xffff;

/** Names that say something about the offer even where a longer name goes on from them: AWS in AWS Lambda. */
const FAMILIES = new Set(['aws', 'azure', 'gcp', 'sap', 'salesforce', 'servicenow', 'github', 'gitlab']);

type Node = { next: Map<string, Node>; end: Word | 'not' | null };

type Match = { end: Word | 'not'; to: number };

/** Prepares the skills for matching; the matcher itself is pure and may be kept for the life of the process. */
export function createSkillMatcher(skills: readonly SkillSeed[]): SkillMatcher {
  const root: Node = { next: new Map(), end: null };
  const insert = (spelling: string, end: Word | 'not') => {
    let node = root;
    for (const part of wordKey(spelling).split(' ')) {
      let next = node.next.get(part);
      if (!next) {
        next = { next: new Map(), end: null };
        node.next.set(part, next);
      }
      node = next;
    }
    node.end = end;
  };

  const families = new Map<string, string>();
  for (const skill of skills) {
    if (!FAMILIES.has(skill.slug)) continue;
    for (const spelling of [skill.name, ...skill.aliases]) families.set(wordKey(spelling), skill.slug);
  }
  const familyOf = (slug: string, spelling: string): string | null => {
    const parts = wordKey(spelling).split(' ');
    for (let n = Math.min(2, parts.length - 1); n > 0; n--) {
      const family = families.get(parts.slice(0, n).join(' '));
      if (family && family !== slug) return family;
    }
    return null;
  };
  for (const skill of skills) {
    for (const phrase of skill.match?.not ?? []) insert(phrase, 'not');
  }
  for (const skill of skills) {
    for (const spelling of [skill.name, ...skill.aliases]) {
      const rule = skill.match?.words?.[spelling] ?? null;
      insert(spelling, { skill, rule, spelling, family: familyOf(skill.slug, spelling) });
    }
  }

  // Tells at once of most words that no name begins with them.
  const firsts = new Uint8Array(SLOTS + 1);
  for (const first of root.next.keys()) firsts[(tokenize(first).hashes[0] as number) & SLOTS] = 1;

  /** The longest name that begins at a token, and where it ends. */
  const longest = (tokens: Tokens, at: number): Match | null => {
    if (!firsts[(tokens.hashes[at] as number) & SLOTS]) return readVersion(tokens, at);
    let found: Match | null = null;
    let node = root;
    for (let i = at; i < tokens.length; i++) {
      if (i > at && !(tokens.gap(i) & JOIN)) break;
      const next = node.next.get(tokens.word(i));
      if (!next) break;
      node = next;
      if (node.end) found = { end: node.end, to: i };
    }
    return found ?? readVersion(tokens, at);
  };

  /** "Java8", "Angular17", "AWS+": a version or mark is written together with the name. */
  const readVersion = (tokens: Tokens, at: number): Match | null => {
    const last = tokens.lower.charCodeAt((tokens.end[at] as number) - 1);
    if (last !== 43 && !(last >= 48 && last <= 57)) return null;
    const bare = tokens.word(at).replace(/[\d+]+$/, '');
    const end = bare.length < 2 ? null : root.next.get(bare)?.end;
    return end && end !== 'not' && end.rule === null ? { end, to: at } : null;
  };

  const fromList = (text: string): string[] => {
    const found = new Set<string>();
    for (const item of splitItems(text)) {
      for (const slug of readItem(tokenize(item), longest)) found.add(slug);
    }
    return [...found];
  };

  const fromText = (text: string): string[] => {
    const tokens = tokenize(text);
    const candidates: Candidate[] = [];
    let open = false;
    for (let i = 0; i < tokens.length; i++) {
      const match = longest(tokens, i);
      if (!match) continue;
      const from = i;
      i = match.to;
      if (match.end === 'not' || match.end.rule === 'listed' || inAddress(tokens, from, match.to)) continue;
      const word = match.end;
      const state = word.rule ? 'open' : 'yes';
      open ||= state === 'open';
      const spelt = state === 'yes' || isSpelt(tokens.written(from, match.to), word);
      candidates.push({ word, from, to: match.to, state, spelt });
    }
    if (open) settle(tokens, candidates);
    const found = new Set<string>();
    for (const { word, state } of candidates) {
      if (state !== 'yes') continue;
      if (word.family) found.add(word.family);
      found.add(word.skill.slug);
      if (found.size >= MOST) break;
    }
    return [...found].slice(0, MOST);
  };

  return { fromList, fromText };
}

/** Separates the items of a list; commas inside brackets do not separate. */
function splitItems(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth = Math.max(0, depth - 1);
    else if (/[;|\n\r\t•·]/.test(c) || (c === ',' && depth === 0)) {
      items.push(text.slice(start, i));
      start = i + 1;
      depth = 0;
    }
  }
  items.push(text.slice(start));
  return items;
}

/** The skills of one item, or none if anything in it is neither skill, filler nor version. */
function readItem(tokens: Tokens, longest: (tokens: Tokens, at: number) => Match | null): string[] {
  const found: string[] = [];
  let long = false;
  for (let i = 0; i < tokens.length; i++) {
    const match = longest(tokens, i);
    if (match && match.end !== 'not') {
      if (match.end.family) found.push(match.end.family);
      found.push(match.end.skill.slug);
      // A word believed only in lists must be the whole item.
      if (match.end.rule === 'listed' && tokens.length !== match.to - i + 1) long = true;
      i = match.to;
    } else if (match || !(FILLERS.has(tokens.word(i)) || /^\d/.test(tokens.word(i)))) {
      return [];
    }
  }
  return long ? [] : found;
}
