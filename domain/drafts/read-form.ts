import { normaliseEmail } from '@/domain/accounts/rules';
import type { Seniority, Workplace } from '@/domain/offers/input';
import { SENIORITIES, WORKPLACES } from '@/domain/offers/input';
import { countryName, formatDate, formatNumber } from '@/domain/offers/labels';
import type { Rates } from '@/domain/offers/pay';
import type { RecordPay } from '@/domain/offers/record';
import type { Locations } from '@/domain/places/locations';
import { classifyTitle } from '@/domain/roles/title-rules';
import { markdownToHtml } from '@/lib/markdown';
import { readPublicUrl } from '@/lib/public-url';
import { LIMITS, SKILL_LEVELS, type TypedForm } from './input';
import { quote } from './quote';
import { readPay } from './read-pay';
import { readPlaces, type TypedPlace } from './read-places';

/** What the form is read against. */
export type FormLookup = {
  /** Roles by slug. */
  roles: ReadonlyMap<string, { slug: string; title: string }>;
  /** Skills by each of their names (`skillKey`). */
  skills: ReadonlyMap<string, { slug: string; name: string }>;
  rates: Rates;
  findPlaces: (text: string) => Locations;
  /** ISO 3166-1 alpha-2, upper case. */
  payRequiredIn: readonly string[];
};

export type TypedSkill = { slug: string; name: string; required: boolean; level: number | null };

/** What the form says, as far as it can be made out. */
export type OfferFacts = {
  title: string;
  role: { slug: string; title: string } | null;
  seniority: Seniority | null;
  workplace: Workplace | null;
  workplaceNote: string | null;
  partTime: boolean;
  places: TypedPlace[];
  pay: RecordPay[];
  payReason: string | null;
  skills: TypedSkill[];
  /** Sanitised. */
  descriptionHtml: string;
  apply: { url: string } | { email: string } | null;
  /** The end of the day on which it closes. */
  closesAt: Date | null;
};

/** What is wrong and how to mend it, by name of the field, in the order of the form. */
export type Faults = Record<string, string>;

const DAY_MS = 86_400_000;

/** Reads a form: what it says, and every reason why it cannot be published as it is. */
export function readForm(
  form: TypedForm,
  lookup: FormLookup,
  now: Date,
): { facts: OfferFacts; faults: Faults } {
  const faults: Faults = {};
  const title = form.title.replaceAll(/\s+/g, ' ').trim();
  if (title === '') faults.title = 'Give the offer a title, such as “Backend developer, payments”.';
  else if (title.length > LIMITS.title)
    faults.title = `The title has ${title.length} characters. Bring it down to ${LIMITS.title}; the rest belongs in the description.`;

  const skillFaults: Faults = {};
  const skills = readSkills(form, lookup, skillFaults);
  const guess = classifyTitle(title, { skills: skills.map(({ slug }) => slug) });
  const role = lookup.roles.get(form.role || guess.role) ?? null;
  if (!role) faults.role = 'The title does not tell which role this is. Choose the nearest one.';
  const seniority = SENIORITIES.find((level) => level === (form.seniority || guess.seniority)) ?? null;

  const workplace = WORKPLACES.find((kind) => kind === form.workplace) ?? null;
  if (!workplace) faults.workplace = 'Say where the work is done: on site, hybrid or remote.';
  const typedNote = form.workplaceNote.replaceAll(/\s+/g, ' ').trim();
  if (typedNote.length > LIMITS.note)
    faults.workplaceNote = `Keep the note to ${LIMITS.note} characters, such as “2 days a week”.`;
  const { places, regions } = readPlaces(form, workplace, lookup.findPlaces, faults);

  const pay = readPay(form, lookup.rates, payRequiredBy(places, regions, lookup.payRequiredIn), faults);
  Object.assign(faults, skillFaults);

  readDescription(form.description, faults);
  const apply = readApply(form.apply, faults);
  const closesAt = readClosing(form.closes, now, faults);
  return {
    facts: {
      title,
      role,
      seniority,
      workplace,
      workplaceNote: [typedNote, ...regions].filter(Boolean).join(', ') || null,
      partTime: form.partTime !== '',
      places,
      ...pay,
      skills,
      descriptionHtml: markdownToHtml(form.description.slice(0, LIMITS.descriptionMax)),
      apply,
      closesAt,
    },
    faults,
  };
}

const UNION = ['European Union', 'EEA', 'Eurozone'];
const names = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Where the offer is and pay must be stated, in words; null where it need not be. */
function payRequiredBy(
  places: TypedPlace[],
  regions: string[],
  requiredIn: readonly string[],
): string | null {
  const codes = new Set(places.map(({ countryCode }) => countryCode));
  const countries = requiredIn.filter((code) => codes.has(code)).map(countryName);
  if (countries.length > 0) return names.format(countries.slice(0, 3));
  return requiredIn.length > 0 && regions.some((region) => UNION.includes(region))
    ? 'the European Union'
    : null;
}

/** A skill's name as it is looked up: C# and C++ stay apart. */
export function skillKey(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function readSkills({ skills }: TypedForm, lookup: FormLookup, faults: Faults): TypedSkill[] {
  const read = new Map<string, TypedSkill>();
  for (const [index, { name, level, need }] of skills.entries()) {
    const field = `skill-${index}-name`;
    const found = lookup.skills.get(skillKey(name));
    if (skillKey(name) === '') faults[field] = 'Name the skill, or take the line out.';
    else if (!found)
      faults[field] =
        `We do not know “${quote(name)}” as a skill. Choose one from the list, or leave it to the description.`;
    else if (read.has(found.slug)) faults[field] = `${found.name} is there twice. Take one out.`;
    else {
      const steps = Number(level);
      read.set(found.slug, {
        ...found,
        required: need !== 'useful',
        level: Number.isInteger(steps) && steps >= 1 && steps <= SKILL_LEVELS.length ? steps : null,
      });
    }
  }
  if (skills.length > LIMITS.skills)
    faults[`skill-${LIMITS.skills}-name`] =
      `These are ${skills.length} skills. Keep the ${LIMITS.skills} that matter most.`;
  return [...read.values()].slice(0, LIMITS.skills);
}

function readDescription(description: string, faults: Faults): void {
  const { length } = description.trim();
  const [least, most] = [LIMITS.descriptionMin, LIMITS.descriptionMax].map((limit) => formatNumber(limit));
  if (length < LIMITS.descriptionMin)
    faults.description = `The description has ${length} characters, and ${least} is the least. Say what the work is, with whom, and what is offered.`;
  else if (length > LIMITS.descriptionMax)
    faults.description = `The description has ${formatNumber(length)} characters. Bring it down to ${most}.`;
}

function readApply(typed: string, faults: Faults): OfferFacts['apply'] {
  const text = typed.trim();
  if (text === '') {
    faults.apply = 'Say where to apply: the address of a page, or of e-mail.';
    return null;
  }
  if (text.includes('@') && !/[/:]/.test(text.replace(/^mailto:/i, ''))) {
    const email = normaliseEmail(text.replace(/^mailto:/i, ''));
    if (!email) faults.apply = 'This is not one e-mail address. It should look like jobs@company.example.';
    return email ? { email } : null;
  }
  const url = readPublicUrl(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  if (url.ok) return { url: url.href };
  faults.apply =
    url.fault === 'private'
      ? 'Candidates cannot reach that address from outside. Give one that is open to all.'
      : 'This is no address of a page or of e-mail. It should look like https://company.example/jobs.';
  return null;
}

function readClosing(typed: string, now: Date, faults: Faults): Date | null {
  const text = typed.trim();
  if (text === '') return null;
  const day = readDay(text);
  const today = Date.parse(now.toISOString().slice(0, 10));
  const latest = today + LIMITS.closesWithin * DAY_MS;
  if (day === null) faults.closes = 'Give the date as year, month and day, such as 2026-12-31.';
  else if (day < today) faults.closes = 'That day has passed. Give a later one, or none.';
  else if (day > latest)
    faults.closes = `That is more than ${LIMITS.closesWithin} days ahead. The latest is ${formatDate(new Date(latest).toISOString())}.`;
  else return new Date(day + DAY_MS - 1_000);
  return null;
}

/** Start of a UTC day (YYYY-MM-DD); null for a day that no calendar has. */
function readDay(text: string): number | null {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(text) ? day : null;
}
