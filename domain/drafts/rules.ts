import { CONTRACT_LABELS } from '@/domain/offers/rules';
import { readAmount } from '@/lib/read-amount';
import type { TypedForm } from './input';

/** What would make an offer better. It never stands in the way. */
export type Hint = {
  /** Name of the field that it is about. */
  field: string;
  /** Why, and what to do. */
  text: string;
};

const FEW_SKILLS = 3;
const SHORT_DESCRIPTION = 700;
const WIDE = 2;

/** Hints on what is in the form so far; of what is still empty only where the rest is there. */
export function hintsOf(form: TypedForm, levelIsKnown: boolean): Hint[] {
  const hints: Hint[] = [];
  const add = (field: string, text: string) => hints.push({ field, text });
  const title = form.title.trim();
  const description = form.description.trim();
  const begun = title !== '' && description !== '';

  if (isShouted(title))
    add('title', 'The title is in capitals, which are slower to read. Write it as in a sentence.');
  if (/!/.test(title + description))
    add(
      title.includes('!') ? 'title' : 'description',
      'There are exclamation marks. The facts do better without; take them out.',
    );
  for (const { field, found, instead } of findGenderedWording(title, description))
    add(field, `“${found}” speaks of one gender, and others may not feel meant. ${instead}`);
  if (title !== '' && !levelIsKnown)
    add(
      'seniority',
      'No level is stated, so the offer is missing where candidates filter by level. Choose the lowest one you would take.',
    );

  const stated = form.pay.filter(({ min, max }) => readAmount(min) !== null || readAmount(max) !== null);
  if (begun && stated.length === 0)
    add(
      'pay-0-min',
      'No pay is stated. Candidates sort and filter by it; give the range you would agree on.',
    );
  for (const [index, row] of form.pay.entries()) {
    const [low, high] = [readAmount(row.min), readAmount(row.max)];
    if (low === null || high === null || high <= low * WIDE) continue;
    const name = CONTRACT_LABELS[row.contract as keyof typeof CONTRACT_LABELS] ?? 'this contract';
    add(
      `pay-${index}-max`,
      `The range for ${name} is wide: the upper figure is more than twice the lower. If it spans two levels, make two offers.`,
    );
  }

  const skills = form.skills.filter(({ name }) => name.trim() !== '');
  if (begun && skills.length < FEW_SKILLS)
    add(
      `skill-${skills.length}-name`,
      `Fewer than ${FEW_SKILLS} skills: the offer is found by each of them. Name those that the work cannot do without.`,
    );
  if (description !== '' && description.length < SHORT_DESCRIPTION)
    add(
      'description',
      'The description is short. Say what the first months hold, who is in the team, and how you choose.',
    );
  else if (description !== '' && !/^\s*(?:[-*+•]|\d+[.)])\s+\S/m.test(description))
    add(
      'description',
      'There is no list in the description. Duties or terms as a list are quicker to go through.',
    );
  return hints;
}

function isShouted(title: string): boolean {
  const long = title.match(/\p{L}{4,}/gu) ?? [];
  return long.length > 1 && long.every((word) => word === word.toUpperCase() && word !== word.toLowerCase());
}

export type GenderedWording = {
  field: 'title' | 'description';
  found: string;
  /** What to write instead. */
  instead: string;
};

type Wording = { find: RegExp; unless?: RegExp; instead: string };

/** Marks by which a title says that it means everybody: (m/w/d), (f/m/x), H/F, K/M, "all genders". */
const ALL_MEANT =
  /(?<!\p{L})(?:[mwfdhxkn]\s*[/|,]\s*[mwfdhxkn](?:\s*[/|,]\s*[dxi*])?|all genders|gn|alle geschlechter)(?!\p{L})|[:*_·](?:in|innen|e|ne|euse|rice|trice)\b|\/-?(?:in|a|e|ka|euse|rice|trice)\b|\((?:in|a|e|euse|rice|trice)\)|\p{Ll}Innen\b|\p{Ll}In\b/iu;
/** A third gender has a place in the mark too. */
const GERMAN_PAIR = /\(\s*(?:m\s*[/|,]\s*w|w\s*[/|,]\s*m|m\s*[/|,]\s*f|f\s*[/|,]\s*m)\s*\)/i;

/** In titles, which name the person. */
const TITLES: readonly Wording[] = [
  {
    find: /\p{L}*(?:salesman|salesmen|foreman|chairman|craftsman|repairman|businessman|handyman|middleman|spokesman)\b/iu,
    instead: 'Name the work: “sales representative”, “chair”, “technician”.',
  },
  { find: /\(\s*m\s*\)/i, instead: 'Write (m/w/d) or (all genders).' },
  { find: GERMAN_PAIR, instead: 'Add the third gender: (m/w/d), or (f/m/x) in English.' },
  {
    find: /\b\p{L}*(?:entwickler|programmierer|ingenieur|(?:system|netzwerk|datenbank)administrator|techniker|architekt|berater|analytiker|spezialist|informatiker|leiter|kaufmann|fachmann|werkstudent|praktikant)\b/iu,
    instead: 'Add (m/w/d), or write “Entwickler:in”.',
  },
  {
    find: /\b(?:programista|developerem|administrator systemów|inżynier|kierownik|specjalista|analityk|konsultant|projektant|architekt oprogramowania|stażysta|młodszy|starszy)\b/iu,
    instead: 'Write both forms, “programistka / programista”, or add (k/m).',
  },
  {
    find: /\b(?:développeur|ingénieur|administrateur|technicien|concepteur|directeur|chargé(?= d)|alternant|consultant(?= (?:en|informatique|technique|fonctionnel)))(?!\p{L})/iu,
    instead: 'Add H/F, or write “développeur·euse”.',
  },
  {
    find: /\b(?:desarrollador|programador|ingeniero|administrador|técnico|diseñador|arquitecto|director de|desenvolvedor|engenheiro)\b/iu,
    instead: 'Write both forms, “desarrollador/a”.',
  },
  {
    find: /\b(?:sviluppatore|programmatore|ingegnere|amministratore|progettista junior|tecnico)\b/iu,
    instead: 'Write both forms, “sviluppatore/trice”, or add (m/f/x).',
  },
];

/** In running text. */
const TEXTS: readonly Wording[] = [
  {
    find: /\bs?he (?:will|must|should|is|has|can|needs)\b/i,
    unless: OTHER_PRONOUN(),
    instead: 'Write “you”.',
  },
  {
    find: /\b(?:his|her) (?:team|work|role|manager|tasks|duties|responsibilities|own|skills|experience)\b/i,
    unless: OTHER_PRONOUN(),
    instead: 'Write “your”.',
  },
  { find: /\bmanpower\b/i, instead: 'Write “people” or “staff”.' },
  { find: /\bman[- ]?(?:hours?|days?|months?)\b/i, instead: 'Write “hours” or “days of work”.' },
  {
    find: /\b(?:salesman|salesmen|chairman|foreman|workmanship|guys|gentlemen|brotherhood)\b/i,
    instead: 'Choose a word for everybody.',
  },
];

/** The other pronoun beside it: he or she, his/her. */
function OTHER_PRONOUN(): RegExp {
  return /\b(?:he|his|him)\s*(?:\/|or|and)\s*(?:she|hers?)\b|\b(?:she|hers?)\s*(?:\/|or|and)\s*(?:he|his|him)\b|\bs\/he\b|\(s\)he\b/i;
}

/** Words that speak of one gender only, the first of each kind, in the languages that offers are written in. */
export function findGenderedWording(title: string, description: string): GenderedWording[] {
  const found: GenderedWording[] = [];
  const everybody = ALL_MEANT.test(title) && !GERMAN_PAIR.test(title);
  const [inTitle] = everybody ? [] : TITLES.flatMap((wording) => matchOf(wording, title));
  if (inTitle) found.push({ field: 'title', ...inTitle });
  for (const wording of TEXTS)
    for (const match of matchOf(wording, description)) found.push({ field: 'description', ...match });
  return found;
}

function matchOf({ find, unless, instead }: Wording, text: string): Omit<GenderedWording, 'field'>[] {
  const match = find.exec(text);
  return match && !unless?.test(text) ? [{ found: match[0], instead }] : [];
}
