import { Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { TEXT_SCHEMAS, TEXT_SECTIONS, type TextContent, type TextKind } from './input';
import { splitAtHeadings } from './rules';
import { type KnownSlugs, unknownSlugs } from './slugs';

/** What is wrong with a file, where: its line counts from 1, its field is such as `tools.languages`. */
export type TextFault = { line: number; field: string; message: string };
export type TextReading<Kind extends TextKind> =
  | { content: TextContent[Kind]; faults?: undefined }
  | { content?: undefined; faults: TextFault[] };

type Path = readonly PropertyKey[];
type Part = {
  fields: Record<string, unknown>;
  faults: TextFault[];
  /** Where a field, or something in it, is written; undefined if it is written elsewhere or nowhere. */
  lineOf: (path: Path) => number | undefined;
};

/**
 * A text as it is written in content/ and edited in the portal: front matter in YAML, then Markdown in sections
 * (TEXT_SECTIONS) or as a whole. Tells every fault, by line; a slug that nothing has is one.
 */
export function readTextFile<Kind extends TextKind>(
  kind: Kind,
  source: string,
  known: KnownSlugs,
): TextReading<Kind> {
  const lines = source
    .replace(/^\ufeff/, '')
    .replaceAll(/\r\n?/g, '\n')
    .split('\n');
  const isRule = (line: string | undefined) => line?.trimEnd() === '---';
  const end = isRule(lines[0]) ? lines.findIndex((line, index) => index > 0 && isRule(line)) : -1;
  if (end < 0) {
    const message = 'does not stand between two lines of ---';
    return { faults: [{ line: 1, field: 'front matter', message }] };
  }

  const front = readFront(lines.slice(1, end).join('\n'));
  const body = readBody(kind, lines.slice(end + 1).join('\n'), end + 1);
  if (front.faults.length > 0) return { faults: [...front.faults, ...body.faults] };
  const written = { ...front.fields, ...body.fields };
  const parsed = TEXT_SCHEMAS[kind].safeParse(written, { reportInput: true });
  const faultAt = (path: Path, message: string): TextFault => ({
    line: front.lineOf(path) ?? body.lineOf(path) ?? 1,
    field: path.filter((key) => typeof key === 'string').join('.') || 'front matter',
    message,
  });
  const faults = [
    ...body.faults,
    ...(parsed.success
      ? unknownSlugs(kind, parsed.data as TextContent[Kind], known)
      : parsed.error.issues.flatMap(describeIssue)
    ).map(({ path, message }) => faultAt(path, message)),
  ];
  if (faults.length > 0) return { faults: faults.sort((a, b) => a.line - b.line) };
  return { content: parsed.data as TextContent[Kind] };
}

/** Line numbers count the line of --- before it. */
function readFront(yaml: string): Part {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + 1;
  const faults = document.errors.map(({ pos, message }) => ({
    line: lineAt(pos[0]),
    field: 'front matter',
    message,
  }));
  const value: unknown = faults.length === 0 ? document.toJS() : {};
  const isTable = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isTable) faults.push({ line: 2, field: 'front matter', message: 'has no fields' });
  return {
    fields: isTable ? (value as Record<string, unknown>) : {},
    faults,
    lineOf: (path) => {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return undefined;
    },
  };
}

/** `offset` lines stand before it. */
function readBody(kind: TextKind, markdown: string, offset: number): Part {
  const headings: Record<string, string> = TEXT_SECTIONS[kind];
  const wanted = Object.entries(headings);
  if (wanted.length === 0) {
    const at = offset + 1;
    return {
      fields: { body: markdown },
      faults: [],
      lineOf: ([field]) => (field === 'body' ? at : undefined),
    };
  }
  const { before, parts } = splitAtHeadings(markdown, 2);
  const faults: TextFault[] = [];
  if (before !== '') {
    const message = `stands before the first heading (## ${wanted[0]?.[1]})`;
    faults.push({ line: offset + 1, field: 'text', message });
  }
  const lines: Record<string, number> = {};
  const fields: Record<string, string> = {};
  let next = 0;
  for (const { heading, line, text } of parts) {
    const at = line + offset;
    const index = wanted.findIndex(([, known]) => known === heading);
    const field = wanted[index]?.[0];
    if (field === undefined) {
      const message = `is not one of its headings: ${wanted.map(([, known]) => known).join(', ')}`;
      faults.push({ line: at, field: `## ${heading}`, message });
    } else if (field in fields) {
      faults.push({ line: at, field, message: `has its heading (## ${heading}) twice` });
    } else {
      if (index < next) faults.push({ line: at, field, message: `stands below ${wanted[next - 1]?.[1]}` });
      next = Math.max(next, index + 1);
      fields[field] = text;
      lines[field] = at;
    }
  }
  const last = offset + markdown.trimEnd().split('\n').length;
  for (const [field, heading] of wanted) {
    if (!(field in fields)) faults.push({ line: last, field, message: `has no heading (## ${heading})` });
  }
  return { fields, faults, lineOf: ([field]) => lines[String(field)] };
}

function describeIssue(issue: z.core.$ZodIssue): { path: Path; message: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not a field of this text' }));
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return [{ path: issue.path, message: missing ? 'is missing' : issue.message }];
}

/** The file of a text; `readTextFile` reads the same content from it. */
export function writeTextFile<Kind extends TextKind>(kind: Kind, content: TextContent[Kind]): string {
  const headings: Record<string, string> = TEXT_SECTIONS[kind];
  const fields: Record<string, unknown> = content;
  const front = new Document(
    Object.fromEntries(Object.entries(fields).filter(([field]) => !(field in headings) && field !== 'body')),
  );
  visit(front, {
    Pair: (_, { value }) => (isEmptyList(value) ? visit.REMOVE : undefined),
    Seq: (_, list) => {
      list.flow = true;
    },
  });
  const yaml = front.toString({ lineWidth: 0, flowCollectionPadding: false });
  const sections = Object.entries(headings).map(([field, heading]) =>
    `## ${heading}\n\n${fields[field]}`.trim(),
  );
  const body = sections.length > 0 ? sections.join('\n\n') : fields.body;
  return `---\n${yaml}---\n\n${body}\n`;
}

function isEmptyList(value: unknown): boolean {
  return isNode(value) && 'items' in value && Array.isArray(value.items) && value.items.length === 0;
}
