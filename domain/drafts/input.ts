import { z } from 'zod';
import { truncate } from '@/lib/truncate';

/** Cookie of somebody who writes an offer before signing in: a random token, kept here as its hash. */
export const AUTHOR_COOKIE = 'rolecall_author';
/** How long a browser keeps it. */
export const AUTHOR_DAYS = 90;

/** What the form asks for. */
export const LIMITS = {
  title: 90,
  note: 120,
  places: 20,
  skills: 25,
  contracts: 4,
  descriptionMin: 280,
  descriptionMax: 20_000,
  reasonMin: 10,
  reasonMax: 500,
  /** Days from today. */
  closesWithin: 60,
} as const;

/** What is kept of a field: more than the form asks for, so that what is too long comes back to be cut. */
const KEPT_LINE = 2_000;
const KEPT_TEXT = 100_000;
const KEPT_ROWS = 40;

/** Postgres keeps neither NUL nor halves of characters. */
function storable(text: string, length: number): string {
  return truncate(text.toWellFormed().replaceAll('\0', ''), length);
}
const line = z
  .string()
  .catch('')
  .default('')
  .transform((text) => storable(text, KEPT_LINE));
const lines = z
  .array(line)
  .catch([])
  .default([])
  .transform((all) => all.slice(0, KEPT_ROWS));

const payRow = z.object({ contract: line, min: line, max: line, currency: line, period: line, tax: line });
const skillRow = z.object({ name: line, level: line, need: line });
function rows<Row extends z.ZodType>(row: Row) {
  return z
    .array(row)
    .catch([])
    .default([])
    .transform((all) => all.slice(0, KEPT_ROWS));
}

/** The form as it is kept: exactly what was typed, right or wrong. Reading it never fails. */
export const typedForm = z.object({
  title: line,
  role: line,
  seniority: line,
  workplace: line,
  workplaceNote: line,
  /** `on` where it is ticked. */
  partTime: line,
  /** Where the desk is. */
  places: lines,
  /** Where a remote colleague may live. */
  homes: lines,
  pay: rows(payRow),
  payReason: line,
  skills: rows(skillRow),
  /** Markdown. */
  description: z
    .string()
    .catch('')
    .default('')
    .transform((text) => storable(text.replaceAll('\r\n', '\n'), KEPT_TEXT)),
  /** An address on the web or of e-mail. */
  apply: line,
  /** YYYY-MM-DD. */
  closes: line,
});
export type TypedForm = z.output<typeof typedForm>;
export type PayRow = TypedForm['pay'][number];
export type SkillRow = TypedForm['skills'][number];

export const EMPTY_FORM: TypedForm = typedForm.parse({});

/** Steps of skill, 1 to 5. */
export const SKILL_LEVELS = ['Some contact', 'Basic', 'Working', 'Confident', 'Expert'] as const;

/** A row that can be taken out of the form, such as the third skill. */
export type RowRef = { group: 'pay' | 'skill' | 'place' | 'home'; index: number };

const ROW_FIELD = /^(pay|skill|place|home)-(\d{1,3})(?:-([a-z]+))?$/;

/**
 * The form of its fields as a browser sends them: rows are `skill-0-name`, `place-2` and so on, numbered with
 * gaps or without. Rows in which nothing was typed are left out, as is `without`.
 */
export function readTypedForm(fields: Iterable<readonly [string, unknown]>, without?: RowRef): TypedForm {
  const single: Record<string, unknown> = {};
  const groups = {
    pay: new Map<number, Record<string, unknown>>(),
    skill: new Map<number, Record<string, unknown>>(),
    place: new Map<number, unknown>(),
    home: new Map<number, unknown>(),
  };
  for (const [name, value] of fields) {
    const match = ROW_FIELD.exec(name);
    const [, group, digits, part] = match ?? [];
    if (!group) {
      single[name] = value;
      continue;
    }
    const index = Number(digits);
    if (without?.group === group && without.index === index) continue;
    if (group === 'place' || group === 'home') groups[group].set(index, value);
    else if (part && (group === 'pay' || group === 'skill')) {
      const row = groups[group].get(index) ?? {};
      row[part] = value;
      groups[group].set(index, row);
    }
  }
  const form = typedForm.parse({
    ...single,
    places: inOrder(groups.place),
    homes: inOrder(groups.home),
    pay: inOrder(groups.pay),
    skills: inOrder(groups.skill),
  });
  return {
    ...form,
    places: form.places.filter((text) => text.trim() !== ''),
    homes: form.homes.filter((text) => text.trim() !== ''),
    pay: form.pay.filter(({ contract, min, max }) => `${contract}${min}${max}`.trim() !== ''),
    skills: form.skills.filter(({ name, level }) => `${name}${level}`.trim() !== ''),
  };
}

function inOrder<Value>(rows: Map<number, Value>): Value[] {
  return [...rows].sort(([a], [b]) => a - b).map(([, value]) => value);
}

/** The inverse of `readTypedForm`: every field under the name it has in the form. */
export function fieldsOf(form: TypedForm): Record<string, string> {
  const { places, homes, pay, skills, ...single } = form;
  const fields: Record<string, string> = { ...single };
  for (const [i, text] of places.entries()) fields[`place-${i}`] = text;
  for (const [i, text] of homes.entries()) fields[`home-${i}`] = text;
  for (const [i, row] of pay.entries())
    for (const [part, text] of Object.entries(row)) fields[`pay-${i}-${part}`] = text;
  for (const [i, row] of skills.entries())
    for (const [part, text] of Object.entries(row)) fields[`skill-${i}-${part}`] = text;
  return fields;
}

/** What a page sends with each save. */
export const saveRequest = z.object({
  draft: z.string().max(80),
  /** Revision that the page holds: 0 until the draft was first saved. */
  revision: z.coerce.number().int().min(0).max(2_000_000_000),
  /** Which open page sends it, and its how-manieth save this is. */
  writer: z.string().max(80),
  sequence: z.coerce.number().int().min(0).max(2_000_000_000),
});
export type SaveRequest = z.output<typeof saveRequest>;

const NEW_OFFER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CHANGE = /^offer-(\d{1,9})-(\d{1,9})$/;

/** What a draft's id stands for: an offer to be, or changes of an offer since one of its revisions (0: none). */
export function readDraftId(
  id: string,
): { kind: 'new' } | { kind: 'change'; offerId: number; base: number } | null {
  if (NEW_OFFER.test(id)) return { kind: 'new' };
  const [, offerId, base] = CHANGE.exec(id) ?? [];
  return offerId && base ? { kind: 'change', offerId: Number(offerId), base: Number(base) } : null;
}

/** The id under which the changes of an offer since its revision `base` are kept. */
export function changeId(offerId: number, base: number): string {
  return `offer-${offerId}-${base}`;
}

/** Path of the page on which a draft is written. */
export function draftPath(id: string): string {
  const subject = readDraftId(id);
  return subject?.kind === 'change'
    ? `/employer/offers/${subject.offerId}/edit`
    : `/post-a-job?draft=${encodeURIComponent(id)}`;
}

/** The id of an offer in an address; null for anything that cannot be one. */
export function readOfferId(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
