import { z } from 'zod';
import { splitAtHeadings } from './rules';

/** What the texts of a page consist of. Sections are Markdown, made safe when they are shown (render.ts). */

export const TEXT_KINDS = ['role', 'service', 'page'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** What the portal's owner sells, in the order in which it is shown. */
export const SERVICE_SLUGS = [
  'web-development',
  'mobile-development',
  'ux-ui-design',
  'staff-augmentation',
  'it-recruitment',
] as const;
export type ServiceSlug = (typeof SERVICE_SLUGS)[number];

export const PAGE_SLUGS = ['privacy', 'terms', 'imprint'] as const;
export type PageSlug = (typeof PAGE_SLUGS)[number];

const MOST_CHARACTERS = 60_000;
const line = (most: number) =>
  z.string().trim().min(1, 'is empty').max(most, `is longer than ${most} characters`);
const markdown = z
  .string()
  .overwrite((text) => text.replaceAll(/\r\n?/g, '\n').trim())
  .max(MOST_CHARACTERS, `is longer than ${MOST_CHARACTERS} characters`)
  .default('');
/** One section of several: a heading of their level would begin another. */
const section = markdown
  .refine((text) => splitAtHeadings(text, 2).parts.length === 0, 'has a heading of its own (##): use ###')
  .refine((text) => splitAtHeadings(text, 2).isWhole, 'has a code block without an end');
const slugs = z
  .array(z.string('is not a slug').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a slug'), 'is not a list')
  .max(40, 'has more than 40 entries')
  .refine((list) => new Set(list).size === list.length, 'names something twice')
  .default([]);

/** Each question is a `###` heading with its answer below. */
const questions = section
  .refine((text) => splitAtHeadings(text, 3).before === '', 'does not begin with a question (###)')
  .refine(
    (text) => splitAtHeadings(text, 3).parts.every((part) => part.heading !== '' && part.text !== ''),
    'has a question without an answer',
  );

/** The groups in which a role's page lists skills. */
export const TOOL_GROUPS = {
  languages: 'Languages',
  databases: 'Databases',
  frameworks: 'Frameworks',
  tools: 'Tools',
} as const;
export type ToolGroup = keyof typeof TOOL_GROUPS;

export const ROLE_TEXT = z.strictObject({
  /** The page's first sentences. */
  summary: line(220),
  /** Slugs of skills. */
  tools: z.strictObject({ languages: slugs, databases: slugs, frameworks: slugs, tools: slugs }).prefault({}),
  /** Slugs of roles. */
  related: slugs,
  introduction: section,
  work: section,
  responsibilities: section,
  skills: section,
  plus: section,
  bar: section,
  questions,
});
export type RoleText = z.output<typeof ROLE_TEXT>;

export const SERVICE_TEXT = z.strictObject({
  title: line(80),
  summary: line(300),
  /** In words, such as "from 9 000 EUR". */
  fromPrice: line(80),
  work: section,
  steps: section,
  price: section,
  questions,
});
export type ServiceText = z.output<typeof SERVICE_TEXT>;

export const PAGE_TEXT = z.strictObject({
  title: line(80),
  body: markdown,
});
export type PageText = z.output<typeof PAGE_TEXT>;

export const TEXT_SCHEMAS = { role: ROLE_TEXT, service: SERVICE_TEXT, page: PAGE_TEXT } as const;
export type TextContent = { role: RoleText; service: ServiceText; page: PageText };

/**
 * Which fields of a kind are written as `##` sections of its file, with their headings, in order. The other
 * fields are the file's front matter; a kind without sections has its `body` below the front matter.
 */
export const TEXT_SECTIONS = {
  role: {
    introduction: 'Introduction',
    work: 'The work',
    responsibilities: 'Responsibilities',
    skills: 'Skills',
    plus: 'A plus',
    bar: 'How the bar moves',
    questions: 'Questions',
  },
  service: {
    work: 'What is done',
    steps: 'How it goes',
    price: 'What it costs to start',
    questions: 'Questions',
  },
  page: {},
} as const satisfies { [Kind in TextKind]: Partial<Record<keyof TextContent[Kind], string>> };

/** Tag of the pages that show the published text. */
export function textTag(kind: TextKind, slug: string): string {
  return `text:${kind}:${slug}`;
}

/** Tag of the pages that show something of every published text of a kind. */
export function textsTag(kind: TextKind): string {
  return `texts:${kind}`;
}
