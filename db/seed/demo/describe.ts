import {
  DUTIES_PROSE,
  HEAD,
  HELPS_BEGINNER,
  HELPS_PROSE,
  HIRING,
  LEAD_IN,
  LEVEL,
  PART_TIME,
  WHERE,
} from './phrases';
import { type Deal, pickInt, pickOne, type Random } from './random';
import type { CompanySource, Flavour, Seniority, Team, Work, Workplace } from './types';

export type Brief = {
  company: CompanySource;
  team: Team;
  work: Work;
  flavour: Flavour;
  seniority: Seniority;
  workplace: Workplace;
  partTime: boolean;
  /** What a hybrid offer asks for, as a noun phrase: "2 days a week in Kraków". */
  note: string | null;
  city: string;
  countries: string;
  month: string;
  /** Whether the team's own first project is told here, rather than one of the role's. */
  ownProject: boolean;
};

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Fills the slots of a sentence: first the choices `{a|b}`, then the names. */
export function fillSlots(random: Random, text: string, brief: Brief): string {
  const slots: Record<string, string> = {
    system: brief.team.system,
    System: capitalise(brief.team.system),
    users: brief.company.users,
    Users_cap: capitalise(brief.company.users),
    data: brief.company.data,
    data_cap: capitalise(brief.company.data),
    lang: brief.flavour.name,
    area: brief.team.area,
    company: brief.company.short,
    city: brief.city,
    countries: brief.countries,
    note: brief.note ?? `some days in ${brief.city}`,
    month: brief.month,
  };
  return text
    .replace(/\{([^{}]*\|[^{}]*)\}/g, (_, choices: string) => pickOne(random, choices.split('|')))
    .replace(/\{(\w+)\}/g, (slot, name: string) => {
      const value = slots[name];
      if (value === undefined) throw new Error(`Unknown slot ${slot} in: ${text}`);
      return value;
    })
    .replace(/(^|[.!?] )the Institute/g, '$1The Institute');
}

const p = (...sentences: (string | undefined)[]) => {
  const said = sentences.filter(Boolean);
  return said.length > 0 ? `<p>${said.join(' ')}</p>` : '';
};
const h3 = (text: string) => `<h3>${text}</h3>`;
const ul = (items: string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** Everything an offer might say, already filled and escaped; the shapes below choose from it. */
function gatherSentences(random: Random, deal: Deal, brief: Brief) {
  const { company, team, work, flavour, seniority } = brief;
  const say = (text: string) => escapeHtml(fillSlots(random, text, brief));
  const one = (list: readonly string[]) => deal(list, 1).map(say)[0] as string;
  const junior = seniority === 'junior' || seniority === 'intern';
  const senior = seniority === 'senior' || seniority === 'lead' || seniority === 'manager';
  const count = pickInt(random, 4, 6);
  const special = senior ? work.seniorDuties : junior ? work.juniorDuties : [];
  const duties = [
    ...deal(flavour.duties ?? [], 2),
    ...deal(special, pickInt(random, 1, 2)),
    ...deal(work.duties, count),
  ]
    .slice(0, count)
    .map(say);
  const firsts = junior && work.juniorFirsts.length > 0 ? work.juniorFirsts : work.firsts;
  return {
    team: say(team.text),
    about: say(company.about),
    opener: one(work.openers),
    first: brief.ownProject && !junior ? say(team.project) : one(firsts),
    duties,
    helps: deal(junior ? HELPS_BEGINNER : work.helps, pickInt(random, 2, 4)).map(say),
    not: one(work.nots),
    measure: one(work.measures),
    level: random() < 0.72 ? one(LEVEL[seniority]) : undefined,
    where: random() < 0.62 ? one(WHERE[brief.workplace]) : undefined,
    candid: one(company.candid),
    process: one(company.hiring),
    terms: one(company.terms),
    hiring: one(HIRING),
    partTime: brief.partTime ? one(PART_TIME) : undefined,
    leadIn: (name: keyof typeof LEAD_IN) => `<strong>${pickOne(random, LEAD_IN[name])}</strong>`,
    head: (name: keyof typeof HEAD) => h3(escapeHtml(pickOne(random, HEAD[name]))),
    prose: (list: readonly string[], parts: string[]) => {
      const [a = '', b = '', c = ''] = parts;
      return one(list)
        .replace('%a', () => a)
        .replace('%b', () => b)
        .replace('%c', () => c);
    },
    maybe: (text: string, chance: number) => (random() < chance ? text : undefined),
  };
}

type Sentences = ReturnType<typeof gatherSentences>;

/** Prose patterns carry %a %b %c, so that they pass through the slots untouched. */
const helpsProse = HELPS_PROSE.map((text) => text.replace('{a}', '%a').replace('{b}', '%b'));
const dutiesProse = DUTIES_PROSE.map((text) =>
  text.replace('{a}', '%a').replace('{b}', '%b').replace('{c}', '%c'),
);

const shapes: ((s: Sentences) => string)[] = [
  // The house style of the older boards: the setting, the work, the wishes.
  (s) =>
    p(s.team, s.opener) +
    h3('The work') +
    p(s.first) +
    ul(s.duties) +
    s.head('helps') +
    ul(s.helps) +
    s.head('plain') +
    p(s.candid, s.maybe(s.not, 0.6)) +
    p(s.level, s.partTime, s.where) +
    p(s.process, s.maybe(s.hiring, 0.4)),
  // A letter: no headings at all.
  (s) =>
    p(s.opener, s.level) +
    p(s.team) +
    p(s.first, s.measure) +
    p(s.prose(dutiesProse, s.duties.slice(0, 3)), s.not) +
    p(s.prose(helpsProse, s.helps), s.maybe(s.terms, 0.7)) +
    p(s.candid, s.where, s.partTime) +
    p(s.process, s.maybe(s.hiring, 0.6)),
  // The first project in front.
  (s) =>
    s.head('first') +
    p(s.first, s.opener) +
    s.head('team') +
    p(s.team, s.level) +
    s.head('work') +
    ul(s.duties) +
    p(s.prose(helpsProse, s.helps)) +
    p(s.not, s.where, s.partTime) +
    s.head('how') +
    p(s.process, s.hiring),
  // Short, with strong words where others put headings.
  (s) =>
    p(s.maybe(s.about, 0.4), s.team) +
    p(s.leadIn('role'), s.opener, s.first) +
    ul(s.duties.slice(0, 4)) +
    p(s.leadIn('wish'), s.level, s.prose(helpsProse, s.helps)) +
    p(s.leadIn('plain'), s.candid) +
    p(s.where, s.partTime, s.terms) +
    p(`<em>${s.process}</em>`),
  // Questions people ask on the telephone.
  (s) =>
    p(s.team) +
    h3('What would I do all week?') +
    p(s.prose(dutiesProse, s.duties.slice(0, 3)), s.opener) +
    h3('What is waiting for me?') +
    p(s.first, s.maybe(s.measure, 0.6)) +
    h3('Whom do you have in mind?') +
    p(s.level, s.prose(helpsProse, s.helps)) +
    h3('What should I know before?') +
    ul([s.candid, s.not, s.where, s.partTime].filter((item) => item !== undefined)) +
    p(s.process, s.maybe(s.hiring, 0.5)),
  // The list first, for readers in a hurry.
  (s) =>
    p(s.opener) +
    ul(s.duties) +
    p(s.team, s.first) +
    s.head('helps') +
    ul(s.helps) +
    p(s.measure, s.maybe(s.not, 0.5)) +
    p(s.level, s.partTime, s.terms) +
    s.head('how') +
    p(s.where, s.process, s.maybe(s.candid, 0.5)),
];

export function composeDescription(random: Random, deal: Deal, brief: Brief): string {
  return pickOne(random, shapes)(gatherSentences(random, deal, brief));
}

/** The sentences and list items of a description, without headings and lead-ins: what two offers may share. */
export function splitSentences(html: string): string[] {
  return html
    .replace(/<(h3|strong)>.*?<\/\1>/g, '\n')
    .replace(/<\/(p|li|ul)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .split(/\n|(?<=[.!?]”?) +(?=[\p{Lu}“‘0-9])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0);
}

/** How much of the shorter text stands in the other as well, from 0 to 1. */
export function shareOf(first: ReadonlySet<string>, second: readonly string[]): number {
  const common = second.filter((sentence) => first.has(sentence)).length;
  return common / Math.max(1, Math.min(first.size, second.length));
}

export function countWords(html: string): number {
  return html
    .replace(/<[^>]+>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;
}
