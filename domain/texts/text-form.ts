import { ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Db } from '@/db/client';
import { role, skill, skillAlias } from '@/db/schema/roles';
import { skillRedirect } from '@/db/schema/texts';
import { OTHER_ROLE } from '@/domain/roles/queries';
import { TEXT_SCHEMAS, TEXT_SECTIONS, type TextContent, type TextKind, TOOL_GROUPS } from './input';
import { unknownPlaceholders } from './placeholders';

/** A text as a form of fields. */

export type TextField = {
  /** Such as `tools-databases`. */
  name: string;
  label: string;
  /** `names`: skills or roles by name, parted by commas. */
  look: 'line' | 'words' | 'names' | 'markdown';
  hint?: string;
};

const SKILL_HINT = 'Skills by name, parted by commas. Unknown ones have to be added first.';
const SECTION_HINTS: Record<string, string> = {
  bar: 'Each level is a heading (###) with its text below.',
  questions: 'Each question is a heading (###) with its answer below.',
};

/** The fields of a kind of text, in the order of its page. */
export function textFields(kind: TextKind): TextField[] {
  const sections = Object.entries(TEXT_SECTIONS[kind]).map(([name, label]): TextField => {
    return { name, label, look: 'markdown', hint: SECTION_HINTS[name] };
  });
  if (kind === 'page') {
    return [
      { name: 'title', label: 'Title', look: 'line' },
      { name: 'body', label: 'Text', look: 'markdown', hint: 'A heading (##) begins each part.' },
    ];
  }
  const summary: TextField = {
    name: 'summary',
    label: 'Summary',
    look: 'words',
    hint: 'What the page begins with, and search engines show.',
  };
  if (kind === 'service') {
    return [
      { name: 'title', label: 'Title', look: 'line' },
      summary,
      { name: 'fromPrice', label: 'Price line', look: 'line', hint: 'Such as “from 9 000 EUR”.' },
      ...sections,
    ];
  }
  const tools = Object.entries(TOOL_GROUPS).map(([group, label]): TextField => {
    return { name: `tools-${group}`, label, look: 'names', hint: SKILL_HINT };
  });
  const at = sections.findIndex(({ name }) => name === 'responsibilities') + 1;
  return [
    summary,
    ...sections.slice(0, at),
    ...tools,
    ...sections.slice(at),
    { name: 'related', label: 'Related roles', look: 'names', hint: 'Roles by name, parted by commas.' },
  ];
}

type Names = { nameOf: ReadonlyMap<string, string>; slugOf: ReadonlyMap<string, string> };
/** What skills and roles are called, and what is called so. */
export type TextNames = { skills: Names; roles: Names };

export async function loadTextNames(db: Db): Promise<TextNames> {
  const [skills, aliases, moved, roles] = await Promise.all([
    db.select({ id: skill.id, slug: skill.slug, name: skill.name }).from(skill),
    db.select().from(skillAlias),
    db.select().from(skillRedirect),
    db
      .select({ slug: role.slug, title: role.title, short: role.short })
      .from(role)
      .where(ne(role.slug, OTHER_ROLE))
      .orderBy(sql`position`),
  ]);
  const byId = new Map(skills.map((one) => [one.id, one]));
  const others = [
    ...aliases.map(({ alias, skillId }) => [alias, byId.get(skillId)?.slug ?? ''] as const),
    ...moved.map(({ slug, skillId }) => [slug, byId.get(skillId)?.slug ?? ''] as const),
  ];
  return {
    skills: {
      nameOf: new Map([
        ...skills.map(({ slug, name }) => [slug, name] as const),
        ...moved.map(({ slug, skillId }) => [slug, byId.get(skillId)?.name ?? slug] as const),
      ]),
      // Names last: one skill's own name is never another one's spelling.
      slugOf: keyed([
        ...others,
        ...skills.map(({ slug }) => [slug, slug] as const),
        ...skills.map(({ slug, name }) => [name, slug] as const),
      ]),
    },
    roles: {
      nameOf: new Map(roles.map(({ slug, title }) => [slug, title])),
      slugOf: keyed(
        roles.flatMap(
          ({ slug, title, short }) =>
            [
              [short, slug],
              [slug, slug],
              [title, slug],
            ] as const,
        ),
      ),
    },
  };
}

function keyed(pairs: (readonly [string, string])[]): Map<string, string> {
  return new Map(pairs.map(([name, slug]) => [nameKey(name), slug]));
}

const nameKey = (name: string) => name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** The fields as a form begins with them; skills and roles by what they are called now. */
export function toTypedText<Kind extends TextKind>(
  kind: Kind,
  content: TextContent[Kind],
  names: TextNames,
): Record<string, string> {
  return Object.fromEntries(
    textFields(kind).map(({ name, look }) => {
      const value = valueAt(content, name);
      if (look !== 'names') return [name, String(value)];
      const { nameOf } = namesFor(name, names);
      return [name, [...new Set((value as string[]).map((slug) => nameOf.get(slug) ?? slug))].join(', ')];
    }),
  );
}

export type TypedText<Kind extends TextKind> =
  | { content: TextContent[Kind]; faults?: undefined }
  | { content?: undefined; faults: Record<string, string> };

/** A text as it was typed, or what is wrong with it: a sentence for each field at fault, in their order. */
export function readTypedText<Kind extends TextKind>(
  kind: Kind,
  typed: Record<string, string>,
  names: TextNames,
): TypedText<Kind> {
  const fields = textFields(kind);
  const written: Record<string, unknown> = {};
  const faults: Record<string, string> = {};
  for (const { name, look } of fields) {
    const text = typed[name] ?? '';
    if (look === 'names') {
      const { slugs, unknown } = readNames(text, namesFor(name, names));
      if (unknown.length > 0)
        faults[name] = `Nothing is called ${unknown.map((one) => `“${one}”`).join(', ')}.`;
      putAt(written, name, slugs);
    } else {
      const loose = unknownPlaceholders(text);
      if (kind === 'page' && loose.length > 0) faults[name] = `There is no ${loose.join(', ')} to fill in.`;
      putAt(written, name, text);
    }
  }
  const parsed = TEXT_SCHEMAS[kind].safeParse(written);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = fields.find(({ name }) => isAt(path, name));
    if (field) faults[field.name] ??= `${field.label} ${message}.`;
  }
  if (parsed.success && Object.keys(faults).length === 0)
    return { content: parsed.data as TextContent[Kind] };
  const inOrder = fields.flatMap(({ name }) => (faults[name] ? [[name, faults[name]]] : []));
  return { faults: Object.fromEntries(inOrder) };
}

function readNames(text: string, { slugOf }: Names): { slugs: string[]; unknown: string[] } {
  const typed = text.split(/[,;\n\r]/).filter((name) => name.trim() !== '');
  const slugs = typed.flatMap((name) => slugOf.get(nameKey(name)) ?? []);
  const unknown = typed.filter((name) => !slugOf.has(nameKey(name))).map((name) => name.trim());
  return { slugs: [...new Set(slugs)], unknown };
}

const namesFor = (field: string, { skills, roles }: TextNames) => (field === 'related' ? roles : skills);

function valueAt(content: object, field: string): unknown {
  const [first = '', second] = field.split('-');
  const value = (content as Record<string, unknown>)[first];
  return second === undefined ? value : (value as Record<string, unknown>)[second];
}

function putAt(content: Record<string, unknown>, field: string, value: unknown): void {
  const [first = '', second] = field.split('-');
  if (second === undefined) content[first] = value;
  else content[first] = { ...(content[first] as object), [second]: value };
}

const isAt = (path: z.core.$ZodIssue['path'], field: string) =>
  field.split('-').every((key, index) => path[index] === key);

/** The fields of two states of a text side by side, those that differ marked. */
export type Difference = { field: TextField; before: string; after: string; differs: boolean };

export function compareTexts(
  kind: TextKind,
  before: Record<string, string>,
  after: Record<string, string>,
): Difference[] {
  return textFields(kind).map((field) => {
    const [was, is] = [before[field.name] ?? '', after[field.name] ?? ''];
    return { field, before: was, after: is, differs: was !== is };
  });
}
